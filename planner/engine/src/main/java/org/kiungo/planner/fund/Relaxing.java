package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Relaxation;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.ResultsBased;
import org.kiungo.planner.project.Project;

/**
 * What each condition and each purse holds back: the payments are planned again without the one, or
 * with a tenth more of the other, starting from those that stand.
 */
public final class Relaxing {

  /** By how much a purse grows. */
  public static final double MORE_RATIO = 0.1;

  private final FundingResult standing;
  private final FundingQuestion question;
  private final Funding.Limits limits;
  private final FundingImprover improver;
  private final BooleanSupplier stop;
  private final Set<String> funded;
  private final List<Relaxation> found = new ArrayList<>();

  private Relaxing(
      FundingResult standing,
      FundingQuestion question,
      Funding.Limits limits,
      FundingImprover improver,
      BooleanSupplier stop) {
    this.standing = standing;
    this.question = question;
    this.limits = limits;
    this.improver = improver;
    this.stop = stop;
    funded = standing.ledger().keySet();
  }

  /** Every relaxation that funds more people, those with most first. */
  public static List<Relaxation> of(
      FundingResult standing,
      FundingQuestion question,
      Funding.Limits limits,
      FundingImprover improver,
      BooleanSupplier stop) {
    return new Relaxing(standing, question, limits, improver, stop).all();
  }

  private List<Relaxation> all() {
    if (funded.size() == question.projects().size()) {
      return List.of(); // nothing is held back
    }
    for (Partner partner : question.partnership().partners()) {
      Set<Condition> once = new HashSet<>();
      for (Condition condition : partner.conditions()) {
        if (!(condition instanceof ResultsBased) && once.add(condition)) {
          solve(partner, partner.without(condition), condition.code());
        }
      }
      if (partner.totalCents() > 0) {
        solve(partner, more(partner), "");
      }
    }
    found.sort(Comparator.comparingDouble(r -> -r.morePeople()));
    return found;
  }

  private static Partner more(Partner partner) {
    List<Envelope> more =
        partner.envelopes().stream()
            .map(e -> new Envelope(e.firstYear(), e.lastYear(), e.amount() * (1 + MORE_RATIO)))
            .toList();
    return partner.withEnvelopes(more);
  }

  private void solve(Partner partner, Partner changed, String condition) {
    if (stop.getAsBoolean()) {
      return;
    }
    FundingQuestion other = question.with(question.partnership().with(changed));
    FundedPlan plan = Funding.from(standing.ledger(), other, limits, improver, stop);
    Certificate before = standing.certificate();
    double more = plan.certificate().value() - before.value();
    if (more > 0) {
      double envelopeUsd = condition.isEmpty() ? changed.totalCents() / 100.0 : Double.NaN;
      double most = plan.certificate().bound() - before.value();
      found.add(new Relaxation(partner.letter(), condition, envelopeUsd, more, most, names(plan)));
    }
  }

  private List<String> names(FundedPlan plan) {
    List<Project> more = new ArrayList<>();
    for (int p = 0; p < question.projects().size(); p++) {
      Project project = question.projects().get(p);
      if (plan.funded(p) && !funded.contains(project.id())) {
        more.add(project);
      }
    }
    return more.stream()
        .sorted(
            Comparator.comparingDouble((Project p) -> -p.peopleServed() - p.peopleBasic())
                .thenComparing(Project::id))
        .map(Project::name)
        .toList();
  }
}
