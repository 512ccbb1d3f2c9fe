package org.kiungo.planner.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.Planner;
import org.kiungo.planner.SeededSample;
import org.kiungo.planner.SmallWorlds;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.verify.FolderVerifier;
import org.kiungo.planner.verify.check.Check;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.Installed;

/** Lots are a partition of their plan, in any world; whoever says otherwise is refused. */
class LotCutTest {

  private static final Money YEARS = new Money(0.08, 2027, 2036, 2025);

  private static LotsFolder honest;

  @TempDir private Path temp;

  @BeforeAll
  static void cut() {
    // the first world in which both phases have several lots
    for (long seed = 0; honest == null; seed++) {
      LotsFolder lots =
          LotCut.of(planned(seed, 16, 2, 1_500_000), LotCut.rules(60_000.0, 0.0, 0, 7));
      List<Lot> all = lots.lots().lots();
      honest = all.size() > 5 && all.stream().anyMatch(each -> each.phase() == 2) ? lots : null;
    }
  }

  /** A random world of three districts, planned in so many phases. */
  private static PlanFolder planned(long seed, int places, int phases, double budget) {
    SplittableRandom random = new SplittableRandom(seed);
    PlanningProblem plain =
        switch ((int) (seed % 4)) {
          case 0 -> SmallWorlds.withTransit(SmallWorlds.wide(seed, places), 90);
          case 1 -> SmallWorlds.sighted(seed, places);
          case 2 -> SmallWorlds.skyward(seed, places);
          default -> SmallWorlds.wide(seed, places).withCatalogue(CatalogueReader.builtIn());
        };
    List<Settlement> settlements = new ArrayList<>();
    for (Settlement each : plain.settlements()) {
      String district = random.nextInt(9) == 0 ? "" : "D" + (int) (each.location().lon() * 10 % 3);
      boolean covered = random.nextInt(3) == 0;
      settlements.add(
          each.with()
              .district(district)
              .baselineCoverageRatio(covered ? 0.25 : Double.NaN)
              .baselineHighRatio(covered ? 0.5 : Double.NaN)
              .baselineModelled(covered)
              .build());
    }
    PlanningProblem world = plain.with().settlements(settlements).money(YEARS).build();
    List<Phase> years =
        switch (phases) {
          case 2 -> List.of(new Phase(2027, 2029, budget / 2), new Phase(2030, 2036, budget / 2));
          case 3 ->
              List.of(
                  new Phase(2027, 2028, budget / 3),
                  new Phase(2029, 2031, budget / 3),
                  new Phase(2032, 2036, budget / 3));
          default -> List.of();
        };
    Scenario scenario =
        SmallWorlds.scenario(years.isEmpty() ? budget : Double.NaN, 20)
            .with()
            .money(YEARS)
            .budgetUsd(
                years.isEmpty() ? budget : years.stream().mapToDouble(Phase::budgetUsd).sum())
            .phases(years)
            .build();
    return Planner.folder(world, Planner.plan(world, scenario, Progress.NONE, () -> false));
  }

  private Verification verified(LotsFolder lots) throws IOException {
    lots.write(temp.resolve("lots"), part -> {});
    return FolderVerifier.verify(temp.resolve("lots"), Installed.UNKNOWN);
  }

  @Test
  void smallWorldsArePartitioned() throws IOException {
    int many = 0;
    List<Long> worlds = SeededSample.seeds("worlds of lots", 100, 24);
    for (long seed : worlds) {
      double budget = 150_000 + 9_000 * seed;
      PlanFolder plan = planned(seed, 4 + (int) (seed % 7), 1 + (int) (seed / 4 % 3), budget);
      Lots.Rules rules =
          seed % 5 == 0
              ? LotCut.rules(null, null, 2, seed)
              : LotCut.rules(60_000.0 + 1_000 * seed, seed % 2 * 40_000.0, 0, seed);
      LotsFolder lots = LotCut.of(plan, rules);
      partition(lots);
      Verification found = verified(lots);
      assertThat(found.broken()).as("seed " + seed).isEmpty();
      many += lots.lots().lots().size();
    }
    assertThat(many).isGreaterThan(2 * worlds.size());
  }

  private static void partition(LotsFolder folder) {
    Plan plan = folder.plan().plan();
    List<Lot> lots = folder.lots().lots();
    assertThat(base(lots.stream().flatMap(each -> each.members().sites().stream())))
        .containsExactlyInAnyOrderElementsOf(
            plan.sites().stream().map(Plan.AccessSite::id).toList());
    assertThat(base(lots.stream().flatMap(each -> each.members().links().stream())))
        .containsExactlyInAnyOrderElementsOf(
            plan.links().stream().map(Plan.BuiltLink::id).toList());
    long cents = lots.stream().mapToLong(each -> AssetCost.cents(each.cost().lifetimeUsd())).sum();
    assertThat(cents).isEqualTo(AssetCost.cents(plan.totals().lifetimeCostUsd()));
    long people = lots.stream().mapToLong(each -> each.people().likely()).sum();
    assertThat(people)
        .isEqualTo(Math.round(plan.totals().peopleServed() + plan.totals().peopleBasic()));
    for (Lot each : lots) {
      assertThat(
              each.quantities().stream().mapToLong(q -> AssetCost.cents(q.cost().capexUsd())).sum())
          .isEqualTo(AssetCost.cents(each.cost().capexUsd()));
      each.quantities().forEach(LotCutTest::ordered);
      assertThat(each.releases().stream().mapToLong(r -> AssetCost.cents(r.usd())).sum())
          .isEqualTo(AssetCost.cents(each.cost().capexUsd()));
    }
  }

  /** Somebody can order it, and who multiplies has the cost to the cent. */
  private static void ordered(Lot.Quantity each) {
    assertThat(each.quantity()).as(each.item()).isPositive();
    if (!List.of("cable-km", "transit", "nodes").contains(each.item())) {
      assertThat(each.quantity()).as(each.item()).isEqualTo(Math.rint(each.quantity()));
    }
    long cents = AssetCost.cents(each.cost().capexUsd());
    assertThat(Double.isNaN(each.unitCapexUsd())).isEqualTo(cents == 0);
    if (cents != 0) {
      assertThat(Math.round(100 * each.quantity() * each.unitCapexUsd())).isEqualTo(cents);
    }
  }

  /** Members without what later phases add. */
  private static List<String> base(Stream<String> members) {
    return members.filter(each -> !each.matches(".*@\\d")).toList();
  }

  private void refused(UnaryOperator<Lots> change, String rule) throws IOException {
    LotsFolder forged = new LotsFolder(honest.plan(), change.apply(honest.lots()));
    assertThat(verified(forged).broken().stream().map(Check::code)).contains(rule);
  }

  /** The lots with the first or second that has sites of its own changed. */
  private static UnaryOperator<Lots> of(int k, UnaryOperator<Lot> change) {
    return lots -> {
      List<Lot> all = new ArrayList<>(lots.lots());
      all.set(k, change.apply(all.get(k)));
      return lots.withLots(all);
    };
  }

  private static Lot.Members without(Lot.Members from, String link) {
    List<String> links = new ArrayList<>(from.links());
    links.remove(link);
    return new Lot.Members(from.services(), from.sites(), links, from.nodes());
  }

  private static Lot.Members with(Lot.Members to, String link) {
    List<String> links = new ArrayList<>(to.links());
    links.add(link);
    return new Lot.Members(to.services(), to.sites(), links, to.nodes());
  }

  @Test
  void theHonestFolderHoldsInEveryRule() throws IOException {
    Verification found = verified(honest);
    assertThat(found.broken()).isEmpty();
    assertThat(found.boundConfirmed()).isTrue();
    assertThat(found.checks().stream().map(Check::code))
        .contains("lots.parts", "lots.cost", "lots.quantities", "lots.people", "lots.points");
  }

  /** Ten lies, each sealed anew. */
  @Test
  void whoeverSaysOtherwiseIsRefused() throws IOException {
    List<Lot> lots = honest.lots().lots();
    int linked = 0;
    while (lots.get(linked).members().links().isEmpty()) {
      linked++;
    }
    int other = linked == 0 ? 1 : 0;
    String link = lots.get(linked).members().links().get(0);
    int from = linked;
    refused(of(from, lot -> lot.withMembers(without(lot.members(), link))), "lots.parts");
    refused(of(other, lot -> lot.withMembers(with(lot.members(), link))), "lots.parts");
    refused(
        all ->
            of(other, lot -> lot.withMembers(with(lot.members(), link)))
                .apply(of(from, lot -> lot.withMembers(without(lot.members(), link))).apply(all)),
        "lots.cost");
    refused(
        of(
            0,
            lot ->
                lot.withCost(
                    new Lot.Cost(
                        lot.cost().capexUsd() + 0.01,
                        lot.cost().opexUsdPerYear(),
                        lot.cost().lifetimeUsd()))),
        "lots.cost");
    refused(
        of(
            0,
            lot -> lot.withPeople(new Lot.People(lot.people().likely() + 1, lot.people().sure()))),
        "lots.people");
    refused(of(0, lot -> lot.withQuantities(more(lot.quantities()))), "lots.quantities");
    refused(of(0, lot -> lot.withQuantities(moved(lot.quantities()))), "lots.quantities");
    refused(of(0, lot -> lot.withQuantities(cheaper(lot.quantities()))), "lots.quantities");
    refused(of(0, lot -> lot.withPhase(3 - lot.phase())), "lots.phase");
    refused(of(0, lot -> lot.withCompletionDate(lot.lastYear() + "-12-31")), "lots.phase");
    refused(
        of(
            0,
            lot ->
                lot.withReleases(
                    lot.releases().stream()
                        .map(r -> new Lot.Release(r.point(), r.usd(), "2099-12-31"))
                        .toList())),
        "lots.points");
    refused(of(0, lot -> lot.withDrawn(List.of("nowhere"))), "lots.drawn");
    refused(of(0, lot -> lot.withRequires(List.of("nowhere"))), "lots.requires");
    refused(
        of(
            0,
            lot -> {
              List<Lot.Release> releases = new ArrayList<>(lot.releases());
              releases.set(
                  0, new Lot.Release("mast-stands", lot.cost().capexUsd(), lot.completionDate()));
              return lot.withReleases(releases);
            }),
        "lots.points");
    refused(all -> all.withLots(all.lots().subList(1, all.lots().size())), "lots.parts");
    refused(of(0, lot -> lot.withRegions(List.of("Elsewhere"))), "lots.rules");
  }

  /** One thing more is counted. */
  private static List<Lot.Quantity> more(List<Lot.Quantity> bill) {
    List<Lot.Quantity> rows = new ArrayList<>(bill);
    Lot.Quantity q = bill.get(0);
    rows.set(
        0,
        new Lot.Quantity(
            q.item(),
            q.of(),
            q.quantity() + 1,
            q.cost(),
            q.unitCapexUsd(),
            q.unitLowUsd(),
            q.unitHighUsd()));
    return rows;
  }

  /** Of something that is paid one costs a twentieth less than makes the cost, within its range. */
  private static List<Lot.Quantity> cheaper(List<Lot.Quantity> bill) {
    return bill.stream()
        .map(
            q ->
                new Lot.Quantity(
                    q.item(),
                    q.of(),
                    q.quantity(),
                    q.cost(),
                    q.unitCapexUsd() * 0.95,
                    q.unitLowUsd() * 0.9,
                    q.unitHighUsd()))
        .toList();
  }

  /** A cent goes from one row that is paid to another. */
  private static List<Lot.Quantity> moved(List<Lot.Quantity> bill) {
    List<Lot.Quantity> rows = new ArrayList<>(bill);
    double usd = 0.01;
    for (int k = 0; k < rows.size(); k++) {
      Lot.Quantity q = rows.get(k);
      if (q.cost().lifetimeUsd() > 1 && usd != 0) {
        Lot.Cost cost =
            new Lot.Cost(
                q.cost().capexUsd(), q.cost().opexUsdPerYear(), q.cost().lifetimeUsd() + usd);
        usd = usd > 0 ? -0.01 : 0;
        rows.set(
            k,
            new Lot.Quantity(
                q.item(),
                q.of(),
                q.quantity(),
                cost,
                q.unitCapexUsd(),
                q.unitLowUsd(),
                q.unitHighUsd()));
      }
    }
    return rows;
  }

  @Test
  void theSameAgainIsTheSameToTheByte() {
    Lots again = LotCut.of(honest.plan(), honest.lots().rules()).lots();
    assertThat(LotsFolder.json(again)).isEqualTo(LotsFolder.json(honest.lots()));
    Set<String> regions =
        honest.lots().lots().stream()
            .flatMap(each -> each.regions().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(regions).hasSizeGreaterThan(1);
    assertThat(honest.lots().lots()).extracting(Lot::phase).contains(1, 2);
  }

  @Test
  void theFileIsAsItsSchemaHasIt() throws IOException {
    honest.write(temp.resolve("lots"), part -> {});
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    assertThat(
            registry
                .getSchema(SchemaLocation.of("https://kiungo.org/schema/lots.json.schema.json"))
                .validate(Files.readString(temp.resolve("lots/lots.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void aSeedDrawsOtherPlacesOfTheSameLots() {
    Lots other = LotCut.of(honest.plan(), LotCut.rules(60_000.0, 0.0, 0, 8)).lots();
    assertThat(other.lots().stream().map(Lot::id).toList())
        .isEqualTo(honest.lots().lots().stream().map(Lot::id).toList());
    assertThat(other.lots().stream().map(Lot::drawn).toList())
        .isNotEqualTo(honest.lots().lots().stream().map(Lot::drawn).toList());
  }

  @Test
  void limitsOutOfRangeAreRefused() {
    for (Runnable each :
        List.<Runnable>of(
            () -> LotCut.rules(null, null, 101, 1),
            () -> LotCut.rules(-1.0, null, 0, 1),
            () -> LotCut.rules(10.0, 20.0, 0, 1),
            () -> LotCut.rules(10.0, null, 2, 1))) {
      assertThatThrownBy(each::run).isInstanceOf(InputRefused.class);
    }
  }
}
