package org.kiungo.planner.verify;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Again;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.ProgressForm;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.funding.FundingVerifier;
import org.kiungo.planner.verify.progress.AgainChecks;
import org.kiungo.planner.verify.progress.MoneyLeft;
import org.kiungo.planner.verify.progress.ProgressFigures;
import org.kiungo.planner.verify.progress.ProgressSums;
import org.kiungo.planner.verify.progress.RowChecks;
import org.kiungo.planner.verify.progress.Stands;

/**
 * Checks what is told of what stands of a plan: the plan as any other, the rest planned anew
 * likewise; rows, sums, prices, indicators and money left from plan and rows alone. What a row says
 * is taken as given: nobody here has seen the mast.
 */
final class ProgressVerifier {

  private static final String FIGURES = "progress.figures";

  private ProgressVerifier() {}

  /** True when a folder tells what stands of a plan. */
  static boolean holdsProgress(Path folder) {
    return Files.isRegularFile(folder.resolve(ProgressFolder.FILE));
  }

  /**
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  static Verification verify(Path folder, Installed installed) {
    Ledger ledger = new Ledger();
    boolean sealed = SealChecks.check(folder, ledger);
    ProgressForm form = new ProgressForm(folder);
    List<Verification> parts = new ArrayList<>();
    parts.add(Verifier.verify(form.plan(), Set.of(), installed));
    if (FundingVerifier.holdsFunding(form.plan())) {
      parts.add(FundingVerifier.verify(form.plan()));
    }
    if (form.anew() != null) {
      parts.add(Verifier.verify(form.again(), Set.of(), installed));
    }
    ProgressReport due = due(form, ledger);
    compare(due, form.stated(), ledger);
    sums(form.stated(), form.signed().plan().totals().capexUsd(), ledger);
    form.check(sealed, due, ledger);
    return Verification.together(parts).and(ledger);
  }

  private static ProgressReport due(ProgressForm form, Ledger ledger) {
    ProgressReport stated = form.stated();
    PlanFolder signed = form.signed();
    Plan plan = signed.plan();
    Scenario scenario = signed.scenario();
    List<BuiltRow> rows = form.rows();
    RowChecks.check(plan, signed.problem().settlements(), scenario.phases(), rows, stated, ledger);
    Stands stands = new Stands(plan, rows);
    String asOf = "";
    for (BuiltRow each : rows) {
      asOf = each.counts() && each.date().compareTo(asOf) > 0 ? each.date() : asOf;
    }
    int year = asOf.isEmpty() ? 0 : Integer.parseInt(asOf.substring(0, 4));
    ProgressSums sums =
        new ProgressSums(
            plan,
            signed.problem().settlements(),
            scenario.phases(),
            rows,
            stated.lots(),
            form.paid(),
            stands,
            year);
    MoneyLeft money =
        new MoneyLeft(
            plan, signed.problem().nodes(), scenario.phases(), scenario.budgetUsd(), stands);
    Again again = null;
    if (form.anew() != null) {
      AgainChecks checks = new AgainChecks(signed, form.anew(), form.counted(), stands, ledger);
      checks.check(stated, money);
      String hash = ProgressForm.sha256(form.again());
      again = checks.told(hash, stated.again(), stated.lots());
    }
    return new ProgressReport(
        ProgressForm.sha256(form.plan()),
        asOf,
        stated.files(),
        sums.total(),
        money.left(),
        sums.groups(),
        ProgressFigures.unitCosts(plan, signed.problem().catalogue(), stands),
        ProgressFigures.indicators(plan, form.counted(), scenario.money(), stands, year),
        stated.findings(),
        stated.lots(),
        again);
  }

  /** Groups of one kind have what the plan has, and the plan costs what it states, to the cent. */
  private static void sums(ProgressReport stated, double planUsd, Ledger ledger) {
    ledger.same(FIGURES, "plan", money(List.of(stated.total())).get(0), Math.round(planUsd * 100));
    Map<String, List<Variance>> kinds =
        stated.variance().stream().collect(Collectors.groupingBy(Variance::by));
    kinds.forEach(
        (by, all) -> ledger.same(FIGURES, by, money(List.of(stated.total())), money(all)));
  }

  /** Cents planned, planned of what is paid, paid and claimed. */
  private static List<Long> money(List<Variance> all) {
    long[] cents = new long[4];
    for (Variance each : all) {
      cents[0] += Math.round(each.plannedUsd() * 100);
      cents[1] += Math.round(each.plannedOfPaidUsd() * 100);
      cents[2] += Math.round(each.paidUsd() * 100);
      cents[3] += Math.round(each.claimedUsd() * 100);
    }
    return Arrays.stream(cents).boxed().toList();
  }

  private static void compare(ProgressReport due, ProgressReport stated, Ledger ledger) {
    ledger.same(FIGURES, "plan", due.certificateSha256(), stated.certificateSha256());
    ledger.same(FIGURES, "asOf", due.asOf(), stated.asOf());
    ledger.same(FIGURES, "total", due.total(), stated.total());
    ledger.same(FIGURES, "money", due.money(), stated.money());
    ledger.same(FIGURES, "variance", due.variance(), stated.variance());
    ledger.same(FIGURES, "unitCosts", due.unitCosts(), stated.unitCosts());
    ledger.same(FIGURES, "indicators", due.indicators(), stated.indicators());
    if (due.again() != null) {
      ledger.same(FIGURES, "again", due.again(), stated.again());
    }
  }
}
