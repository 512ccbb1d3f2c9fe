package org.kiungo.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.fund.Funding;
import org.kiungo.planner.fund.FundingQuestion;
import org.kiungo.planner.joint.JointQuestion;
import org.kiungo.planner.joint.JointSearch;
import org.kiungo.planner.joint.ManyPhases;
import org.kiungo.planner.joint.OneBudget;
import org.kiungo.planner.joint.Scarcity;
import org.kiungo.planner.joint.Works;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.programme.StandingProgramme;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.planner.scenario.PlanResult;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioFacts;

/** Network and payment planned together. */
public final class PartnerPlanning {

  /** Steps of each search for payments while the network is still searched for. */
  private static final long STEPS = 1_500;

  private PartnerPlanning() {}

  /**
   * A network and who pays for it.
   *
   * @param plan every project of which is paid for in full; no network that these partners could
   *     pay for exceeds its bound
   * @param funding who pays
   */
  public record Paid(PlanResult plan, FundingResult funding) {}

  /**
   * Plans what partners pay for.
   *
   * @param scenario its budget or phases cap what is spent beside the partners' own money; where it
   *     names none, their money is all
   * @param smallestCents connected builds of a district worth less are signed together, ≥ 0
   * @throws InputRefused when nobody may pay for anything, or for what must be built
   */
  public static Paid plan(
      PlanningProblem problem,
      Scenario scenario,
      Partnership partnership,
      long smallestCents,
      Progress progress,
      BooleanSupplier stop) {
    KnownNames.check(partnership, problem);
    PartnerFunding.refuseTwoPaths(scenario);
    Scenario capped = PartnerMoney.capped(scenario, partnership);
    PlanResult free = Planner.plan(problem, capped, progress.part(0, 0.8), stop);
    JointQuestion question = question(problem, capped, partnership, smallestCents);
    JointSearch search =
        new JointSearch(
            question,
            works(question, question.facts(), capped, free.certificate()),
            new Funding.Limits(capped.seed(), STEPS),
            stop);
    search.start(free.plan());
    PlanningProblem looking =
        Scarcity.priced(
            problem, partnership, search.prices(free.plan()), Math.max(1, capped.phases().size()));
    search.looking(works(question, ScenarioFacts.of(looking, capped), capped, free.certificate()));
    Scenario shorter = capped.withSteps(capped.steps() / 4);
    search.start(Planner.plan(looking, shorter, Progress.NONE, stop).plan());
    return paid(question, capped, free, search.found());
  }

  /**
   * A standing plan's network and payments changed to what other partners pay for, searched on from
   * it. Its bound is the standing one's at the same prices, for the money that there is now.
   *
   * @param standing the plan
   * @param before who pays for it
   * @param changed who may pay now
   * @param smallestCents connected builds of a district worth less are signed together, ≥ 0
   * @throws InputRefused when nobody may pay for what must be built
   */
  public static Paid replanned(
      PlanFolder standing,
      FundingResult before,
      Partnership changed,
      long smallestCents,
      BooleanSupplier stop) {
    PlanningProblem problem = standing.problem();
    KnownNames.check(changed, problem);
    Scenario capped = PartnerMoney.recapped(standing.scenario(), before.partnership(), changed);
    PlanResult bounded =
        PartnerBound.shifted(standing, capped)
            .orElseGet(
                () ->
                    Planner.plan(
                        problem,
                        capped.withSteps(0),
                        List.of(standing.plan()),
                        Progress.NONE,
                        stop));
    JointQuestion question = question(problem, capped, changed, smallestCents);
    JointSearch search =
        new JointSearch(
            question,
            works(question, question.facts(), capped, bounded.certificate()),
            new Funding.Limits(capped.seed(), STEPS),
            stop);
    search.start(standing.plan(), before.ledger());
    return paid(question, capped, bounded, search.found());
  }

  static JointQuestion question(
      PlanningProblem problem, Scenario scenario, Partnership partnership, long smallestCents) {
    return new JointQuestion(
        ScenarioFacts.of(problem, scenario),
        scenario.phases(),
        scenario.phaseWeights(),
        partnership,
        PhaseYears.of(scenario.phases(), scenario.money()),
        scenario.standard().basicWeightRatio(),
        smallestCents);
  }

  private static Works works(
      JointQuestion question, PlanningProblem looking, Scenario scenario, Certificate certificate) {
    DeploySettings settings = Planner.settings(scenario);
    if (!scenario.hasPhases()) {
      return new OneBudget(question.facts(), settings, looking, scenario.budgetUsd());
    }
    double[] lambda =
        certificate.rows().stream().mapToDouble(Certificate.Row::lambdaPeoplePerUsd).toArray();
    return new ManyPhases(
        new StandingProgramme(
            question.facts(), question.phases(), question.weights(), settings, looking, lambda),
        question.phases().size());
  }

  private static Paid paid(
      JointQuestion question, Scenario scenario, PlanResult bounded, JointSearch.Found found) {
    Plan plan = found.plan();
    refuseUnpaid(question, scenario, plan);
    PlanResult result =
        new PlanResult(
            scenario,
            Planner.withPublicMoney(question.facts(), plan),
            bounded.certificate().withValue(found.value()),
            bounded.proof());
    FundingQuestion projects =
        new FundingQuestion(
            ProjectCut.of(question.facts(), plan, question.phases(), question.smallestCents()),
            question.partnership(),
            question.phaseYears(),
            question.basicWeight());
    return new Paid(result, PartnerFunding.inFull(found.payments(), projects));
  }

  /** Whoever must be served must be paid for. */
  private static void refuseUnpaid(JointQuestion question, Scenario scenario, Plan plan) {
    List<String> unpaid = new ArrayList<>();
    Map<String, String> served = new java.util.HashMap<>();
    plan.settlements().stream()
        .filter(each -> each.peopleServed() > 0)
        .forEach(each -> served.put(each.settlementId(), each.technologyId()));
    for (Scenario.Lock lock : scenario.locks()) {
      if (!lock.forbid() && !served.containsKey(lock.settlementId())) {
        unpaid.add(lock.settlementId());
      }
    }
    question.facts().settlements().stream()
        .filter(each -> question.facts().rules().obliges(each) && !served.containsKey(each.id()))
        .forEach(each -> unpaid.add(each.id()));
    if (!unpaid.isEmpty()) {
      throw new InputRefused(
          "partners.demanded", "number", unpaid.size(), "settlement", unpaid.get(0));
    }
  }
}
