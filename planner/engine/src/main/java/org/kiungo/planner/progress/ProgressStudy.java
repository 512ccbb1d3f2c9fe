package org.kiungo.planner.progress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.scenario.Scenario;

/** What stands of a plan against it, and the rest planned anew where that is asked for. */
public final class ProgressStudy {

  /**
   * How the rest is planned.
   *
   * @param fromYear first year in which something new may be built; 0 = that after the last row's
   * @param keepLots lots that stay as signed
   * @param keepSigned true where whatever has a contract or is reported stays as signed
   * @param moreUsd new money, in the first phase of the rest where there are phases; below 0 what
   *     goes
   * @param signed whose rest it is, as its folder is to tell; null where it is not to
   */
  public record Rest(
      int fromYear, Set<String> keepLots, boolean keepSigned, double moreUsd, Signed signed) {}

  /**
   * The plan that was signed, as those call it who plan its rest.
   *
   * @param id by which they find it; empty where they have none
   * @param name never empty
   */
  public record Signed(String id, String name) {}

  private ProgressStudy() {}

  /**
   * @param signed the plan
   * @param funding who pays for it; null where nobody says
   * @param rest null = not planned anew
   * @throws org.kiungo.planner.model.value.InputRefused {@code progress.again}, {@code
   *     progress.late}, {@code progress.spent} where what stays as signed cannot be paid since no
   *     money is left
   */
  public static ProgressFolder of(
      PlanFolder signed,
      FundingResult funding,
      Reported reported,
      Rest rest,
      Progress progress,
      BooleanSupplier stop) {
    Matching matching = new Matching(signed, reported.lots());
    matching.match(reported.rows());
    List<BuiltRow> rows = matching.rows();
    String asOf =
        rows.stream()
            .filter(BuiltRow::counts)
            .map(BuiltRow::date)
            .max(String::compareTo)
            .orElse("");
    int asOfYear = asOf.isEmpty() ? 0 : Integer.parseInt(asOf.substring(0, 4));
    Standing standing = new Standing(signed.plan(), rows);
    Groups groups = new Groups(signed, funding, reported.lots(), standing, rows);
    Figures figures = new Figures(signed, standing, groups, asOfYear);
    Spending spending = new Spending(signed, standing);
    List<Told> told = new ArrayList<>(reported.told());
    told.addAll(matching.told());
    told.addAll(waiting(signed.plan(), standing));
    told.addAll(unpriced(rows, standing));
    sort(told, reported.files());
    ProgressReport report =
        new ProgressReport(
            "",
            asOf,
            taken(reported.files(), rows),
            figures.total(),
            spending.left(),
            figures.groups(),
            UnitCosts.learnt(signed, standing),
            Indicators.of(signed, standing, rows, asOfYear),
            told,
            reported.lots(),
            null);
    if (rest == null) {
      return new ProgressFolder(signed, funding, null, rows, report);
    }
    int first = signed.scenario().money().firstYear();
    int fromYear = Math.max(first, rest.fromYear() > 0 ? rest.fromYear() : asOfYear + 1);
    Again.require(signed.scenario(), fromYear);
    Again again = new Again(signed, standing, spending, rest.moreUsd());
    Again.Kept kept = again.kept(reported.lots(), rest.keepLots(), rest.keepSigned());
    Again.Asked asked =
        new Again.Asked(report.unitCosts(), kept, fromYear, inputs(report, rest.signed()));
    PlanFolder anew;
    try {
      anew = again.planned(asked, progress, stop);
    } catch (InputRefused refused) {
      throw report.money().leftUsd() + rest.moreUsd() > 0 ? refused : spent(report.money());
    }
    told.addAll(idle(signed.plan(), standing, anew));
    sort(told, reported.files());
    return new ProgressFolder(
        signed,
        funding,
        anew,
        rows,
        report.withFindings(told).withAgain(again.told(anew, reported.lots(), asked)));
  }

  /** What stays as signed cannot be paid, since nothing is left at all. */
  private static InputRefused spent(Left money) {
    double overUsd = money.standingUsd() + money.beyondUsd() - money.budgetUsd();
    return new InputRefused("progress.spent", "usd", overUsd);
  }

  private static void sort(List<Told> told, List<BuiltFile> files) {
    List<String> inOrder = files.stream().map(BuiltFile::name).toList();
    told.sort(
        Comparator.comparingInt((Told each) -> inOrder.indexOf(each.file()))
            .thenComparingLong(Told::row));
  }

  /** Links that stand, serve nobody and are not in the rest, though no site that stands waits. */
  private static List<Told> idle(Plan plan, Standing standing, PlanFolder rest) {
    Set<String> awaited = new HashSet<>();
    plan.sites().stream()
        .filter(standing::waits)
        .forEach(site -> standing.way(site).forEach(link -> awaited.add(link.id())));
    Set<String> again = new HashSet<>();
    rest.plan().links().forEach(link -> again.add(RestWorks.link(link)));
    List<Told> told = new ArrayList<>();
    for (BuiltLink link : plan.links()) {
      boolean idle = standing.stands(link) && !standing.isUsed(link.id());
      if (idle && !awaited.contains(link.id()) && !again.contains(RestWorks.link(link))) {
        BuiltRow row = standing.row(Kind.LINK, link.id());
        String place = row.place().isEmpty() ? link.id() : row.place();
        told.add(new Told("builtIdle", false, row.file(), row.row(), "", "", link.id(), place));
      }
    }
    return told;
  }

  /** As-built files as what the rest is made from, with the plan of which they tell. */
  private static List<InputFile> inputs(ProgressReport report, Signed signed) {
    Map<String, Object> reading = new LinkedHashMap<>();
    if (signed != null) {
      reading.put("planId", signed.id());
      reading.put("plan", signed.name());
      reading.put("asOf", report.asOf());
    }
    return report.files().stream()
        .map(each -> new InputFile(InputFile.BUILT, each.name(), each.sha256(), "", reading))
        .toList();
  }

  /** Why the rest of a scenario's plan cannot be planned anew; empty where it can. */
  public static Optional<InputRefused> findRefusal(Scenario scenario) {
    try {
      Again.require(scenario, 0);
      return Optional.empty();
    } catch (InputRefused refused) {
      return Optional.of(refused);
    }
  }

  /** Sites that stand and whose people wait for links that no verifier accepted. */
  private static List<Told> waiting(Plan plan, Standing standing) {
    List<Told> told = new ArrayList<>();
    for (AccessSite site : plan.sites()) {
      if (standing.waits(site)) {
        double people = 0;
        for (SettlementService service : plan.settlements()) {
          for (PartService part : service.each()) {
            people += part.siteId().equals(site.id()) ? part.peopleServed() : 0;
          }
        }
        BuiltRow row = standing.row(Kind.SITE, site.id());
        String links =
            standing.missing(site).stream().map(BuiltLink::id).collect(Collectors.joining(", "));
        String place = row.place().isEmpty() ? site.id() : row.place();
        String waiting = String.valueOf(Math.round(people));
        told.add(new Told("builtWaiting", false, row.file(), row.row(), "", waiting, links, place));
      }
    }
    return told;
  }

  /** Works that stand and of which no row since says what they cost. */
  private static List<Told> unpriced(List<BuiltRow> rows, Standing standing) {
    List<Told> told = new ArrayList<>();
    for (BuiltRow row : rows) {
      if (row.stands() && Double.isNaN(standing.paidUsd(row.kind(), row.id()))) {
        String place = row.place().isEmpty() ? row.id() : row.place();
        told.add(new Told("builtUnpriced", false, row.file(), row.row(), "costUsd", "", "", place));
      }
    }
    return told;
  }

  private static List<BuiltFile> taken(List<BuiltFile> files, List<BuiltRow> rows) {
    List<BuiltFile> told = new ArrayList<>();
    for (BuiltFile each : files) {
      long taken = rows.stream().filter(row -> row.file().equals(each.name())).count();
      told.add(new BuiltFile(each.name(), each.sha256(), each.rows(), taken, each.proofs()));
    }
    return told;
  }
}
