package org.kiungo.planner.joint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.fund.FundedPlan;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.fund.FundingQuestion;
import org.kiungo.planner.fund.local.FundingSearch;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.partner.RowPrice;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.planner.scenario.Phase;

/** Makes plans payable: what nobody pays for in full is put off, and at last left out. */
final class Payable {

  private final PlanningProblem facts;
  private final List<Phase> phases;
  private final double[] years;
  private final Partnership partnership;
  private final List<PhaseYears> phaseYears;
  private final double basicWeight;
  private final long smallestCents;
  private final Works works;
  private final Funding.Limits limits;
  private final BooleanSupplier stop;

  /**
   * A plan of which every project is paid for in full.
   *
   * @param plan the works
   * @param payments of all its projects
   * @param value what the plan strives for
   */
  record Paid(Plan plan, FundedPlan payments, double value) {

    Map<String, Map<String, Long>> ledger() {
      return payments.result().ledger();
    }
  }

  Payable(JointQuestion asked, Works works, Funding.Limits limits, BooleanSupplier stop) {
    facts = asked.facts();
    phases = asked.phases();
    years = asked.yearsFrom();
    partnership = asked.partnership();
    phaseYears = asked.phaseYears();
    basicWeight = asked.basicWeight();
    smallestCents = asked.smallestCents();
    this.works = works;
    this.limits = limits;
    this.stop = stop;
  }

  List<Project> projects(Plan plan) {
    return ProjectCut.of(facts, plan, phases, smallestCents);
  }

  /**
   * What of a plan is paid for in full.
   *
   * @param ledger payments to begin at; empty = none
   * @param putOff true where what is not paid in a phase may be paid in the next
   */
  Paid of(Plan start, Map<String, Map<String, Long>> ledger, boolean putOff) {
    Plan plan = start;
    Map<String, Map<String, Long>> known = ledger;
    while (true) {
      List<Project> projects = projects(plan);
      Growth growth = new Growth(projects, plan, works.served(plan));
      FundedPlan found = fund(projects, growth, known);
      Set<String> unpaid = new HashSet<>();
      boolean all = true;
      for (int p = 0; p < projects.size(); p++) {
        if (!found.funded(p)) {
          all = false;
          unpaid.addAll(services(projects.get(p)));
          unpaid.addAll(growth.users(projects.get(p)));
        }
      }
      if (all) {
        return new Paid(plan, found, works.value(plan));
      }
      known = found.result().ledger();
      Map<String, Integer> phase = new HashMap<>(works.served(plan));
      unpaid.retainAll(phase.keySet());
      if (unpaid.isEmpty()) {
        // nobody is served by what is left over, so that only everybody can be given up
        unpaid.addAll(phase.keySet());
      }
      for (String id : unpaid) {
        phase.merge(id, works.phases(), (now, never) -> putOff ? now + 1 : never);
      }
      plan = works.rephased(plan, id -> phase.getOrDefault(id, works.phases()));
    }
  }

  List<RowPrice> prices(Plan plan) {
    List<Project> projects = projects(plan);
    Growth growth = new Growth(projects, plan, works.served(plan));
    return fund(projects, growth, Map.of()).prices();
  }

  static List<String> services(Project project) {
    return project.members().services().stream()
        .map(id -> id.lastIndexOf('#') < 0 ? id : id.substring(0, id.lastIndexOf('#')))
        .toList();
  }

  private FundedPlan fund(
      List<Project> projects, Growth growth, Map<String, Map<String, Long>> ledger) {
    FundingQuestion question =
        new FundingQuestion(inYears(projects, growth), partnership, phaseYears, basicWeight);
    return ledger.isEmpty()
        ? Funding.of(question, limits, FundingSearch::improve, stop)
        : Funding.from(ledger, question, limits, FundingSearch::improve, stop);
  }

  /**
   * People of a phase count as often as a programme's years from then on say; whoever is served in
   * the phase in which something grows on his way requires that it is paid for too.
   */
  private List<Project> inYears(List<Project> projects, Growth growth) {
    List<Project> valued = new ArrayList<>();
    for (Project p : projects) {
      double each = years[p.phase() - 1] / years[0];
      valued.add(
          new Project(
              p.id(),
              p.name(),
              p.kind(),
              p.country(),
              p.district(),
              p.phase(),
              p.location(),
              p.peopleServed() * each,
              p.peopleBasic() * each,
              p.costCents(),
              p.works(),
              p.members(),
              growth.requires(p)));
    }
    return valued;
  }
}
