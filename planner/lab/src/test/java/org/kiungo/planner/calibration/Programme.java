package org.kiungo.planner.calibration;

import java.util.List;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.Scenario.Goal;
import org.kiungo.planner.scenario.ScenarioBuilder;

/** A published deployment as a question to the planner: where, with what, for how many people. */
enum Programme {
  GHANA_RURAL_TELEPHONY("GHA, 3.4 M people, light 4G", List.of("GHA"), List.of("lte-light"), 3.4e6),
  TANZANIA_UNIVERSAL_SERVICE(
      "TZA, 8.5 M people, 4G towers", List.of("TZA"), List.of("lte-macro"), 8.5e6),
  KENYA_UNIVERSAL_SERVICE(
      "KEN, 345,000 people, 4G towers", List.of("KEN"), List.of("lte-macro"), 345e3),
  AFRICA_MOBILE_NETWORKS(
      "COD, 4.4 M people, light 4G", List.of("COD"), List.of("lte-light"), 4.4e6),
  REMOTE_TOWER("as Tanzania's", List.of("TZA"), List.of("lte-macro"), 8.5e6),
  BURKINA_WHITE_ZONES(
      "BFA, 300,000 people, 4G towers", List.of("BFA"), List.of("lte-macro"), 300e3),
  CAMEROON_RURAL("CMR, 400,000 people, 4G towers", List.of("CMR"), List.of("lte-macro"), 400e3),
  NAMIBIA_TOWERS("NAM, 50,000 people, 4G towers", List.of("NAM"), List.of("lte-macro"), 50e3),
  MAWINGU("KEN, 22,000 people, community Wi-Fi", List.of("KEN"), List.of("community-wifi"), 22e3),
  BACKBONE("the catalogue's fibre", List.of(), List.of(), 0),
  EVERYONE(
      "everybody without 4G in eight countries, any technology",
      TechnologySweepBenchmark.COUNTRIES,
      List.of(),
      Double.NaN);

  private static final long STEPS = Long.getLong("kiungo.steps", 500);

  final String words;
  private final List<String> countries;
  private final List<String> technologies;
  private final double people;

  Programme(String words, List<String> countries, List<String> technologies, double people) {
    this.words = words;
    this.countries = countries;
    this.technologies = technologies;
    this.people = people;
  }

  /** Plans that reach as many people at the least cost. */
  Built build() {
    Catalogue catalogue = CatalogueReader.builtIn();
    return new Built(
        countries.stream().map(country -> plan(catalogue, country)).toList(),
        catalogue.media().stream().filter(m -> m.id().equals("fibre")).findAny().orElseThrow(),
        ServiceStandard.DEFAULT.adoptionRatio());
  }

  private Plan plan(Catalogue catalogue, String country) {
    PlanningProblem problem =
        ProblemAssembly.builtIn(
            List.of(country), catalogue, ServiceStandard.DEFAULT, Money.DEFAULT);
    ScenarioBuilder scenario =
        ScenarioBuilder.builder()
            .countries(List.of(country))
            .technologyIds(technologies)
            .seed(42)
            .steps(STEPS);
    if (!Double.isNaN(people)) {
      double all = problem.settlements().stream().mapToDouble(Settlement::population).sum();
      double served =
          all - problem.settlements().stream().mapToDouble(Settlement::unservedPopulation).sum();
      scenario.goal(Goal.LEAST_COST_TO_TARGET).targetRatio((served + people) / all);
    }
    Scenario asked = scenario.build();
    return Planner.plan(problem, asked, Progress.NONE, () -> false).plan();
  }
}
