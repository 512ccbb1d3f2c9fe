package org.kiungo.web.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.problem.InstitutionJoin;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.dataset.ImportedLayers;

/**
 * Facts of this installation, country by country: as the scenario chose among imported layers and
 * the data that Kiungo carries. Built-in facts looked at lately are kept.
 */
class InstalledProblems implements ProblemSource {

  private static final int KEPT = 6;

  private final Catalogue catalogue;
  private final ImportedLayers imported;
  private final Map<List<String>, PlanningProblem> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<List<String>, PlanningProblem> eldest) {
          return size() > KEPT;
        }
      };

  InstalledProblems(Catalogue catalogue, ImportedLayers imported) {
    this.catalogue = catalogue;
    this.imported = imported;
  }

  @Override
  public PlanningProblem problem(Scenario scenario) {
    PlanningProblem facts = installed(scenario.countries(), scenario.feeds());
    List<FacilityLayer> facilities = new ArrayList<>();
    scenario.countries().forEach(i -> facilities.addAll(facilities(i, scenario)));
    if (!facilities.isEmpty()) {
      facts = new InstitutionJoin(facts.settlements(), facilities).into(facts);
    }
    return facts.withTerms(scenario.standard(), scenario.money());
  }

  private List<FacilityLayer> facilities(String iso3, Scenario scenario) {
    InstitutionChoice.Source source = scenario.institutions().source();
    if (source == InstitutionChoice.Source.NONE) {
      return List.of();
    }
    List<FacilityLayer> own = imported.sources().facilities(iso3);
    boolean carried = own.isEmpty() && source == InstitutionChoice.Source.BUILT_IN;
    return carried ? FacilityLayer.builtIn(iso3) : own;
  }

  @Override
  public Scenario told(Scenario scenario) {
    List<Feed> feeds = new ArrayList<>();
    for (String iso3 : scenario.countries()) {
      feeds.addAll(imported.feeds(iso3, scenario.feeds()));
    }
    return scenario.withFeeds(feeds);
  }

  @Override
  public PlanningProblem builtIn(String iso3) {
    return facts(List.of(iso3));
  }

  private PlanningProblem installed(List<String> countries, List<Feed> chosen) {
    List<PlanningProblem> parts = new ArrayList<>();
    List<String> others = new ArrayList<>();
    for (String iso3 : countries) {
      Optional<PlanningProblem> own = imported.layers(iso3, chosen).map(this::problem);
      own.ifPresentOrElse(parts::add, () -> others.add(iso3));
    }
    if (!others.isEmpty()) {
      parts.add(facts(List.copyOf(others)));
    }
    return parts.size() == 1 ? parts.get(0) : ProblemAssembly.together(parts);
  }

  private PlanningProblem problem(ProblemLayers layers) {
    return ProblemAssembly.fromLayers(layers, catalogue, ServiceStandard.DEFAULT, Money.DEFAULT)
        .problem();
  }

  private synchronized PlanningProblem facts(List<String> countries) {
    return kept.computeIfAbsent(
        countries,
        key -> ProblemAssembly.builtIn(key, catalogue, ServiceStandard.DEFAULT, Money.DEFAULT));
  }
}
