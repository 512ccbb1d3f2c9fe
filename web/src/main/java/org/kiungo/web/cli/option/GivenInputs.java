package org.kiungo.web.cli.option;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.scenario.Roads;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.OriginChecks;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.dataset.LayersReadAgain;
import org.kiungo.web.funding.Standings;
import org.kiungo.web.language.Words;
import org.kiungo.web.scenario.InstalledFacts;
import picocli.CommandLine;

/** Files that a plan was made from, which whoever verifies it has. */
public class GivenInputs {

  @CommandLine.Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      descriptionKey = "kiungo.verify.input")
  private List<Path> inputs = List.of();

  private final Words words;

  public GivenInputs(Words words) {
    this.words = words;
  }

  /** What whoever has these files holds a plan against, as {@code verify --input} does. */
  public static Installed of(List<Path> files, Words words) throws IOException {
    GivenInputs given = new GivenInputs(words);
    given.inputs = files;
    return given.installed();
  }

  /** What a folder is held against: what this jar carries, and what stands in the files given. */
  public Installed installed() throws IOException {
    Map<String, Path> files = new HashMap<>();
    for (Path each : inputs) {
      files.put(TextFiles.sha256(InputFiles.readable(each)), each);
    }
    return new Given(InstalledFacts.ofThisJar(), files, CommonOptions.silent(words));
  }

  /**
   * @param files by their SHA-256
   */
  private record Given(Installed jar, Map<String, Path> files, CommonOptions silent)
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
      return files.containsKey(input.sha256());
    }

    @Override
    public boolean readsAgain(InputFile input) {
      return LayersReadAgain.isVersion(input)
          ? LayersReadAgain.suffices(input)
          : ProblemOptions.readsAgain(input.role());
    }

    /** Reads the files as {@code plan} does, with every answer to what no plan keeps. */
    @Override
    public boolean holds(PlanningProblem own, Scenario scenario, List<InputFile> named) {
      if (named.stream().allMatch(LayersReadAgain::isVersion)) {
        return InstalledFacts.follows(own, scenario, named, input -> files.get(input.sha256()));
      }
      boolean roads = scenario.roads() != Roads.NONE;
      for (boolean replacesNodes : new boolean[] {false, true}) {
        Optional<PlanningProblem> due = read(scenario, named, replacesNodes);
        if (due.filter(each -> usesAll(each, named) && same(each, own, roads)).isPresent()) {
          return true;
        }
      }
      return false;
    }

    /** A file of which the scenario makes nothing is not what a plan was made from. */
    private static boolean usesAll(PlanningProblem due, List<InputFile> named) {
      return named.stream()
          .allMatch(
              each ->
                  due.inputs().stream()
                      .anyMatch(
                          used ->
                              used.role().equals(each.role())
                                  && used.sha256().equals(each.sha256())));
    }

    private static boolean same(PlanningProblem due, PlanningProblem own, boolean roads) {
      return OriginChecks.sameFacts(own, due, roads);
    }

    private Optional<PlanningProblem> read(
        Scenario scenario, List<InputFile> named, boolean replacesNodes) {
      Map<String, List<Path>> byRole = new HashMap<>();
      named.forEach(
          each ->
              byRole
                  .computeIfAbsent(each.role(), role -> new ArrayList<>())
                  .add(files.get(each.sha256())));
      try {
        return ProblemOptions.of(byRole, replacesNodes)
            .map(question -> question.problem(scenario, silent));
      } catch (InputRefused unreadable) {
        return Optional.empty();
      }
    }

    @Override
    public boolean knows(Partnership partners, Scenario scenario) {
      return jar.knows(partners, scenario)
          || files.values().stream().anyMatch(each -> isOf(each, partners, scenario));
    }

    private static boolean isOf(Path file, Partnership partners, Scenario scenario) {
      try {
        Partnership read = PartnerFile.read(Files.readAllBytes(file), file.getFileName() + "");
        return Standings.areOf(
            partners, read.partners(), read.partners(), read.countries(), scenario);
      } catch (InputRefused another) {
        return false;
      } catch (IOException gone) {
        throw new UncheckedIOException(gone);
      }
    }
  }
}
