package org.kiungo.web.scenario;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.partner.PartnerLibrary;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.OriginChecks;
import org.kiungo.web.dataset.LayersReadAgain;
import org.kiungo.web.funding.Standings;
import tools.jackson.core.JacksonException;

/** What this jar carries, for whoever verifies a plan that says it was made from it. */
public final class InstalledFacts implements Installed {

  private final ProblemSource carried =
      new InstalledProblems(CatalogueReader.builtIn(), () -> FeedSources.NONE);

  private InstalledFacts() {}

  /** Facts looked at lately are kept. */
  public static Installed ofThisJar() {
    return Holder.THIS;
  }

  /**
   * The same of whoever planned from these inputs and for these partners just now.
   *
   * @param originals the files of imported versions, which are read again
   */
  public static Installed ofPlanner(
      Collection<InputFile> inputs, Function<InputFile, Path> originals) {
    return new Planned(Holder.THIS, inputs, originals);
  }

  /**
   * True where a plan's facts are those that imported versions give, read again from their files as
   * the plan says that they were read.
   *
   * @param own facts of the plan
   * @param versions imported ones, each of which {@link LayersReadAgain#suffices}
   */
  public static boolean follows(
      PlanningProblem own,
      Scenario scenario,
      List<InputFile> versions,
      Function<InputFile, Path> originals) {
    try {
      PlanningProblem due =
          new InstalledProblems(CatalogueReader.builtIn(), new LayersReadAgain(versions, originals))
              .problem(scenario);
      return due.inputs().containsAll(versions)
          && OriginChecks.sameFacts(own, due, scenario.roads() != Roads.NONE);
    } catch (IllegalArgumentException | JacksonException unreadable) {
      return false; // a reading that nobody made here
    }
  }

  private static final class Holder {
    static final Installed THIS = new InstalledFacts();
  }

  private record Planned(
      Installed jar, Collection<InputFile> inputs, Function<InputFile, Path> originals)
      implements Installed {

    @Override
    public String engineVersion() {
      return jar.engineVersion();
    }

    @Override
    public Optional<PlanningProblem> facts(Scenario scenario) {
      return jar.facts(scenario);
    }

    @Override
    public boolean knows(InputFile input) {
      return inputs.contains(input);
    }

    @Override
    public boolean readsAgain(InputFile input) {
      return !LayersReadAgain.isVersion(input) || LayersReadAgain.suffices(input);
    }

    /** A plain file was read just now as its reader will read it. */
    @Override
    public boolean holds(PlanningProblem own, Scenario scenario, List<InputFile> others) {
      List<InputFile> versions = others.stream().filter(LayersReadAgain::isVersion).toList();
      return versions.isEmpty() || follows(own, scenario, versions, originals);
    }

    @Override
    public boolean knows(Partnership partners, Scenario scenario) {
      return true;
    }
  }

  @Override
  public String engineVersion() {
    return Planner.ENGINE_VERSION;
  }

  /** Partners of the library, as it has them for the countries and years of a plan. */
  @Override
  public boolean knows(Partnership partners, Scenario scenario) {
    List<String> countries = scenario.countries();
    int from = scenario.money().firstYear();
    int to = scenario.money().lastYear();
    PartnerLibrary library = PartnerLibrary.builtIn();
    List<Partner> all =
        library.concerning(countries).stream()
            .map(each -> each.partner(countries, from, to))
            .toList();
    List<Partner> needed =
        library.start(countries, from, to).map(Partnership::partners).orElse(List.of());
    return Standings.areOf(partners, all, needed, List.of(), scenario);
  }

  @Override
  public Optional<PlanningProblem> facts(Scenario scenario) {
    try {
      return Optional.of(carried.problem(scenario.withFeeds(leftOut(scenario.feeds()))));
    } catch (InputRefused unknown) {
      // a country of which nothing is carried
      return Optional.empty();
    }
  }

  /**
   * Layers that Kiungo carries and a scenario leaves empty, and people that it carries in parts of
   * their places; what else feeds a layer is an input.
   */
  private static List<Feed> leftOut(List<Feed> feeds) {
    return feeds.stream()
        .filter(
            each ->
                each.source().equals(Feed.INSIDE)
                    || each.source().equals(Feed.NOTHING)
                        && each.layer().carried().equals(Feed.BUILT_IN))
        .toList();
  }
}
