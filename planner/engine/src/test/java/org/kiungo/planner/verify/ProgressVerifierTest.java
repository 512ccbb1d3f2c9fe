package org.kiungo.planner.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.Left;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.planner.progress.ProgressWorlds;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;

/** What stands of a plan is checked to the last figure; whoever changes one seals it anew. */
class ProgressVerifierTest {

  private static ProgressFolder honest;

  @TempDir private Path temp;

  @BeforeAll
  static void study() {
    PlanFolder plan = ProgressWorlds.planned(2);
    assertThat(plan.plan().sites().size()).isGreaterThanOrEqualTo(2);
    honest = ProgressWorlds.again(plan, ProgressWorlds.half(plan, 1.2));
  }

  private Path folder() {
    return temp.resolve("progress");
  }

  private List<String> broken() {
    return FolderVerifier.verify(folder(), Installed.UNKNOWN).broken().stream()
        .map(Check::code)
        .toList();
  }

  private void refused(ProgressFolder forged, String... rules) throws IOException {
    forged.write(folder());
    assertThat(broken()).contains(rules);
  }

  private static ProgressFolder stating(UnaryOperator<ProgressReport> change) {
    return new ProgressFolder(
        honest.plan(), null, honest.again(), honest.rows(), change.apply(honest.report()));
  }

  private static ProgressFolder telling(UnaryOperator<BuiltRow> change) {
    List<BuiltRow> rows = new ArrayList<>(honest.rows());
    rows.set(0, change.apply(rows.get(0)));
    return new ProgressFolder(honest.plan(), null, honest.again(), rows, honest.report());
  }

  @Test
  void theHonestFolderHoldsInEveryRule() throws IOException {
    honest.write(folder());
    Verification found = FolderVerifier.verify(folder(), Installed.UNKNOWN);
    assertThat(found.broken()).isEmpty();
    assertThat(found.boundConfirmed()).isTrue();
    assertThat(found.checks().stream().map(Check::code))
        .contains("progress.rows", "progress.figures", "progress.again");
    assertThat(honest.report().unitCosts()).isNotEmpty();
    assertThat(honest.report().unitCosts().get(0).ratio()).isBetween(1.0, 1.2);
  }

  @Test
  void theFileIsAsItsSchemaHasIt() throws IOException {
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    String id = "https://kiungo.org/schema/progress.json.schema.json";
    for (PlanFolder rest : new PlanFolder[] {honest.again(), null}) {
      ProgressReport report = rest == null ? honest.report().withAgain(null) : honest.report();
      new ProgressFolder(honest.plan(), null, rest, honest.rows(), report).write(folder());
      String written = Files.readString(folder().resolve(ProgressFolder.FILE));
      assertThat(registry.getSchema(SchemaLocation.of(id)).validate(written, InputFormat.JSON))
          .isEmpty();
      String broken = written.replace("\"leftUsd\"", "\"left\"");
      assertThat(registry.getSchema(SchemaLocation.of(id)).validate(broken, InputFormat.JSON))
          .isNotEmpty();
    }
  }

  @Test
  void moreSitesAccepted() throws IOException {
    refused(
        stating(r -> r.withTotal(r.total().withSitesAccepted(r.total().sitesAccepted() + 1))),
        "progress.figures");
  }

  @Test
  void lessPaidThanRowsSay() throws IOException {
    refused(
        stating(r -> r.withTotal(r.total().withPaidUsd(r.total().plannedOfPaidUsd()))),
        "progress.figures");
  }

  @Test
  void morePeopleOfADistrict() throws IOException {
    refused(
        stating(
            r -> {
              List<Variance> rows = new ArrayList<>(r.variance());
              rows.set(0, rows.get(0).withPeopleStanding(rows.get(0).peopleStanding() + 1));
              return r.withVariance(rows);
            }),
        "progress.figures");
  }

  @Test
  void moreMoneyLeft() throws IOException {
    refused(
        stating(
            r -> {
              Left left = r.money();
              return r.withMoney(
                  new Left(
                      left.budgetUsd(),
                      left.standingUsd(),
                      left.beyondUsd(),
                      left.leftUsd() + 1,
                      left.waitingUsd()));
            }),
        "progress.figures");
  }

  @Test
  void anotherPriceLearnt() throws IOException {
    refused(
        stating(
            r -> {
              UnitCost u = r.unitCosts().get(0);
              List<UnitCost> all = new ArrayList<>(r.unitCosts());
              all.set(
                  0,
                  new UnitCost(
                      u.by(),
                      u.id(),
                      u.works(),
                      u.plannedUsd(),
                      u.paidUsd(),
                      u.priorLowRatio(),
                      u.priorHighRatio(),
                      1,
                      u.lowRatio(),
                      u.highRatio()));
              return r.withUnitCosts(all);
            }),
        "progress.figures",
        "progress.again");
  }

  @Test
  void anotherIndicator() throws IOException {
    refused(
        stating(
            r -> {
              Indicator i = r.indicators().get(0);
              List<Indicator> all = new ArrayList<>(r.indicators());
              all.set(
                  0,
                  new Indicator(
                      i.year(),
                      i.population(),
                      i.planned(),
                      i.standing() + 1,
                      i.counted(),
                      i.fibre10Planned(),
                      i.fibre25Planned(),
                      i.fibre10Standing(),
                      i.fibre25Standing()));
              return r.withIndicators(all);
            }),
        "progress.figures");
  }

  @Test
  void aRowOfNothingThatThePlanHas() throws IOException {
    refused(
        telling(
            r ->
                new BuiltRow(
                    r.file(),
                    r.row(),
                    r.kind(),
                    "elsewhere",
                    r.place(),
                    r.lot(),
                    r.lon(),
                    r.lat(),
                    r.date(),
                    r.costUsd(),
                    r.technology(),
                    r.proof(),
                    r.state(),
                    r.verified(),
                    r.people(),
                    r.matchedBy(),
                    r.counts())),
        "progress.rows");
  }

  @Test
  void aRowThatCountsThoughALaterOneIsThere() throws IOException {
    refused(telling(each -> each.counting(false)), "progress.rows");
  }

  @Test
  void anotherRestThanThatOfThePlan() throws IOException {
    PlanFolder other = ProgressWorlds.planned(4);
    ProgressFolder forged =
        new ProgressFolder(honest.plan(), null, other, honest.rows(), honest.report());
    refused(forged, "progress.again");
  }

  @Test
  void aRestThatBeginsInYearsThatAreGone() throws IOException {
    PlanFolder plan = ProgressWorlds.running(2);
    Reported half = ProgressWorlds.half(plan, 1.2);
    PlanFolder early = ProgressWorlds.again(plan, half).again();
    ProgressFolder later = ProgressWorlds.again(plan, half, 2029);
    assertThat(later.again().plan().sites()).isNotEmpty();
    later.write(folder());
    assertThat(broken()).isEmpty();
    Path forged = temp.resolve("forged");
    new ProgressFolder(plan, null, early, later.rows(), later.report()).write(forged);
    assertThat(FolderVerifier.verify(forged, Installed.UNKNOWN).broken())
        .extracting(Check::code)
        .contains("progress.again");
  }

  /** Its links stand, its sites are reported: what it may use is told, and its sites are held. */
  @Test
  void aRestThatForgetsALinkThatStandsOrASiteThatIsReported() throws IOException {
    PlanFolder plan = honest.plan();
    List<Reported.Row> rows = new ArrayList<>(ProgressWorlds.linksAlone(plan).rows());
    AccessSite site = plan.plan().sites().get(0);
    rows.add(ProgressWorlds.row(rows.size() + 1, site, Verified.NOTHING, site.capexUsd()));
    ProgressFolder kept = ProgressWorlds.keeping(plan, ProgressWorlds.reported(rows));
    kept.write(folder());
    assertThat(broken()).isEmpty();
    PlanFolder rest = kept.again();
    RestWorks works = RestWorks.of(rest.problem().inputs());
    assertThat(works.stands()).isNotEmpty();
    assertThat(works.signed()).containsKey(RestWorks.site(site));
    Map<String, Double> fewer = new HashMap<>(works.stands());
    fewer.remove(fewer.keySet().iterator().next());
    RestWorks forgetful = new RestWorks(fewer, works.signed());
    List<InputFile> inputs =
        rest.problem().inputs().stream()
            .map(
                each ->
                    each.role().equals(InputFile.BUILT) ? each.withReading(forgetful::tell) : each)
            .toList();
    refused(
        keptAs(kept, rest.problem().with().inputs(inputs).build(), rest.scenario()),
        "progress.again");
    List<Scenario.Lock> anywhere =
        rest.scenario().locks().stream()
            .map(each -> new Scenario.Lock(each.settlementId(), each.technologyId(), false))
            .toList();
    assertThat(rest.scenario().locks()).anyMatch(each -> each.placeId().equals(site.placeId()));
    refused(keptAs(kept, rest.problem(), rest.scenario().withLocks(anywhere)), "progress.again");
  }

  private static ProgressFolder keptAs(
      ProgressFolder kept, PlanningProblem problem, Scenario scenario) {
    PlanFolder was = kept.again();
    PlanFolder forged =
        new PlanFolder(
            problem, scenario, was.plan(), was.certificate(), was.proof(), was.blockedHops());
    return new ProgressFolder(kept.plan(), null, forged, kept.rows(), kept.report());
  }

  @Test
  void whatItsBuilderReportsDoesNotStand() {
    PlanFolder plan = honest.plan();
    AccessSite site = plan.plan().sites().get(0);
    ProgressFolder reported =
        ProgressWorlds.again(
            plan,
            ProgressWorlds.reported(
                List.of(
                    ProgressWorlds.row(1, site, Verified.ACCEPTED, 1000),
                    ProgressWorlds.row(2, site, Verified.NOTHING, 1000))));
    Variance total = reported.report().total();
    assertThat(total.sitesAccepted()).isZero();
    assertThat(total.sitesReported()).isEqualTo(1);
    assertThat(total.paidUsd()).isZero();
    assertThat(total.claimedUsd()).isEqualTo(1000);
    assertThat(reported.report().findings()).extracting("code").containsExactly("builtTwice");
  }

  /** A plan in phases of which a later one adds to a site of an earlier, and its lots. */
  private LotsFolder grown() throws IOException {
    for (long seed = 3; ; seed += 3) {
      PlanFolder plan = ProgressWorlds.planned(seed);
      Set<String> sites = new HashSet<>();
      plan.plan().sites().forEach(each -> sites.add(each.id()));
      if (plan.plan().programme().further().stream()
          .anyMatch(each -> sites.contains(each.assetId()) && each.capexUsd() > 0)) {
        LotsFolder lots = LotCut.of(plan, LotCut.rules(null, null, 2, 1));
        lots.write(temp.resolve("lots"), part -> {});
        return lots;
      }
    }
  }

  private ProgressFolder told(LotsFolder lots) {
    Reported half = ProgressWorlds.half(lots.plan(), 1);
    Reported reported =
        new Reported(
            half.files(), half.rows(), half.told(), ProgressFolder.lots(temp.resolve("lots")));
    return ProgressStudy.of(lots.plan(), null, reported, null, Progress.NONE, () -> false);
  }

  @Test
  void whatALaterPhaseAddsToASiteIsInALotOfItsOwn() throws IOException {
    ProgressFolder found = told(grown());
    found.write(folder());
    assertThat(broken()).isEmpty();
    assertThat(found.report().lots()).anyMatch(lot -> lot.members().toString().contains("@"));
    // the same in two lots
    List<LotOf> twice = new ArrayList<>(found.report().lots());
    twice.add(new LotOf("twice", false, twice.get(0).members()));
    refused(
        new ProgressFolder(found.plan(), null, null, found.rows(), found.report().withLots(twice)),
        "progress.lots");
  }

  @Test
  void everyLotPhaseAndDistrictHasTheMoneyOfThePlanToTheCent() throws IOException {
    LotsFolder lots = grown();
    ProgressFolder found = told(lots);
    double plan = lots.plan().plan().totals().capexUsd();
    assertThat(found.report().total().plannedUsd()).isEqualTo(plan);
    Map<String, Long> cents = new HashMap<>();
    for (Variance each : found.report().variance()) {
      cents.merge(each.by(), Math.round(each.plannedUsd() * 100), Long::sum);
      for (Lot lot : lots.lots().lots()) {
        if (each.by().equals("lot") && each.group().equals(lot.id())) {
          assertThat(each.plannedUsd()).as(lot.id()).isEqualTo(lot.cost().capexUsd());
          assertThat(each.sites()).as(lot.id()).isEqualTo(lot.newSites());
          assertThat(each.links()).as(lot.id()).isEqualTo(lot.newLinks());
        }
      }
    }
    assertThat(cents.keySet()).contains("lot", "phase", "district");
    assertThat(cents.values()).containsOnly(Math.round(plan * 100));
    List<Variance> less = new ArrayList<>(found.report().variance());
    less.set(0, less.get(0).withPlannedUsd(less.get(0).plannedUsd() - 0.01));
    refused(
        new ProgressFolder(
            found.plan(), null, null, found.rows(), found.report().withVariance(less)),
        "progress.figures");
  }
}
