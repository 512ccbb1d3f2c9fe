package org.kiungo.planner.deploy.local;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Regions;
import org.kiungo.planner.deploy.moves.Neighbourhood;
import org.optaplanner.core.api.domain.solution.PlanningEntityCollectionProperty;
import org.optaplanner.core.api.domain.solution.PlanningScore;
import org.optaplanner.core.api.domain.solution.PlanningSolution;
import org.optaplanner.core.api.domain.valuerange.CountableValueRange;
import org.optaplanner.core.api.domain.valuerange.ValueRangeFactory;
import org.optaplanner.core.api.domain.valuerange.ValueRangeProvider;
import org.optaplanner.core.api.score.buildin.hardmediumsoftlong.HardMediumSoftLongScore;

/**
 * A draft as OptaPlanner sees it. Hard: rules broken, budget apart; medium: value less what money
 * is worth; soft: money not spent. Clones copy the decisions only; the working solution also
 * carries the draft that the score calculator keeps up to date, from which moves are proposed.
 */
@PlanningSolution(solutionCloner = DraftCloner.class)
public class DraftSolution {

  private List<ServiceChoice> services = new ArrayList<>();
  private List<WayChoice> ways = new ArrayList<>();
  private HardMediumSoftLongScore score;
  private Draft question;
  private Regions.Region region;
  private SearchRules rules;
  private Draft working;
  private Neighbourhood neighbourhood;

  /** For the solver's reflection. */
  public DraftSolution() {}

  /**
   * @param region whose decisions are searched; all others stay as in the draft
   */
  DraftSolution(Draft start, Regions.Region region, SearchRules rules) {
    question = start;
    this.region = region;
    this.rules = rules;
    for (int k = 0; k < region.settlements(); k++) {
      services.add(new ServiceChoice(region.place(k), start.choice(region.place(k))));
    }
    for (int k = 0; k < region.places(); k++) {
      ways.add(new WayChoice(region.place(k), start.arc(region.place(k))));
    }
  }

  /** Decisions copied, facts shared, nothing of the working state. */
  DraftSolution copy() {
    DraftSolution copy = new DraftSolution();
    copy.question = question;
    copy.region = region;
    copy.rules = rules;
    copy.score = score;
    copy.services = new ArrayList<>(services.size());
    for (ServiceChoice s : services) {
      copy.services.add(new ServiceChoice(s.getSettlement(), s.getOption()));
    }
    copy.ways = new ArrayList<>(ways.size());
    for (WayChoice w : ways) {
      copy.ways.add(new WayChoice(w.getPlace(), w.getArc()));
    }
    return copy;
  }

  /** The draft that carries these decisions, in step with them. */
  Draft toDraft() {
    Draft draft = rules.fromScratch() ? question.copy() : question;
    draft.become(
        region,
        services.stream().mapToInt(ServiceChoice::getOption).toArray(),
        ways.stream().mapToInt(WayChoice::getArc).toArray());
    return draft;
  }

  void startWorking(Draft draft) {
    if (working != draft) {
      working = draft;
      neighbourhood =
          new Neighbourhood(
              draft, region, rules.valuePerCent(), rules.valuePerCentBeyond(), rules.kinds());
    }
  }

  Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  ServiceChoice service(int settlement) {
    return services.get(region.position(settlement));
  }

  WayChoice way(int place) {
    return ways.get(region.position(place));
  }

  SearchRules rules() {
    return rules;
  }

  @PlanningEntityCollectionProperty
  public List<ServiceChoice> getServices() {
    return services;
  }

  public void setServices(List<ServiceChoice> services) {
    this.services = services;
  }

  @PlanningEntityCollectionProperty
  public List<WayChoice> getWays() {
    return ways;
  }

  public void setWays(List<WayChoice> ways) {
    this.ways = ways;
  }

  @PlanningScore
  public HardMediumSoftLongScore getScore() {
    return score;
  }

  public void setScore(HardMediumSoftLongScore score) {
    this.score = score;
  }

  @ValueRangeProvider(id = "options")
  public CountableValueRange<Integer> options() {
    return ValueRangeFactory.createIntValueRange(-1, question.optionCount());
  }

  @ValueRangeProvider(id = "arcs")
  public CountableValueRange<Integer> arcs() {
    return ValueRangeFactory.createIntValueRange(-1, question.arcCount());
  }
}
