package org.kiungo.web.scenario;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.form.Installed;

/** What this jar carries, for whoever verifies a plan that says it was made from it. */
public final class InstalledFacts implements Installed {

  private final ProblemSource carried =
      new InstalledProblems(CatalogueReader.builtIn(), () -> FeedSources.NONE);

  private InstalledFacts() {}

  /** Facts looked at lately are kept. */
  public static Installed ofThisJar() {
    return Holder.THIS;
  }

  /** The same of somebody who has the inputs that are known. */
  public static Installed with(Predicate<InputFile> known) {
    return new Knowing(Holder.THIS, known);
  }

  private static final class Holder {
    static final Installed THIS = new InstalledFacts();
  }

  private record Knowing(Installed jar, Predicate<InputFile> known) implements Installed {

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
      return known.test(input);
    }
  }

  @Override
  public String engineVersion() {
    return Planner.ENGINE_VERSION;
  }

  @Override
  public Optional<PlanningProblem> facts(Scenario scenario) {
    try {
      return Optional.of(carried.problem(scenario.withFeeds(List.of())));
    } catch (InputRefused unknown) {
      // a country of which nothing is carried
      return Optional.empty();
    }
  }
}
