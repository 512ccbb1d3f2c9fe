package org.kiungo.planner.doubt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureFile;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.InputRefused;

/** What a plan loses in futures, on small worlds. */
class DoubtStudyTest {

  @TempDir private Path temp;

  /** Studied once for all tests. */
  private static DoubtFolder one;

  private static DoubtFolder onOneThread() {
    one = one == null ? study(1) : one;
    return one;
  }

  private static DoubtFolder study(int threads) {
    return DoubtWorlds.doubted(
        DoubtWorlds.planned(DoubtWorlds.world(3, 6), 120_000), 6, 96_000, threads);
  }

  @Test
  void nothingLostIsBelowZeroAndTheBestIsJudgedByOthers() {
    DoubtFolder found = onOneThread();
    assertThat(found.futures()).hasSize(6 + 4 * 4);
    for (FutureRow each : found.futures()) {
      assertThat(each.refilled()).as(each.name()).isLessThanOrEqualTo(each.bound() + 1e-6);
      assertThat(each.others())
          .allSatisfy(v -> assertThat(v).isLessThanOrEqualTo(each.bound() + 1e-6));
      if (each.layer().isEmpty()) {
        assertThat(each.trimmed()).isLessThanOrEqualTo(each.refilled());
      }
    }
    assertThat(found.doubt().plan().refilled().mean()).isGreaterThanOrEqualTo(0);
    assertThat(found.doubt().plan().refilled().worst())
        .isGreaterThanOrEqualTo(found.doubt().plan().refilled().cvar80());
    assertThat(found.doubt().choices().judgedOn()).isEqualTo(3);
    assertThat(found.places()).hasSize(6).extracting(PlaceRow::kind).isSubsetOf(PlaceRow.PLACES);
  }

  @Test
  void everyObjectiveHasAChoiceWithinItsBound() {
    Doubt.Choices found = onOneThread().doubt().choices();
    assertThat(found.picked())
        .extracting(Doubt.Choice::objective)
        .containsExactlyElementsOf(Doubt.OBJECTIVES);
    for (Doubt.Choice each : found.picked()) {
      assertThat(each.value().mean()).isLessThanOrEqualTo(found.meanBound() + 1e-6);
      assertThat(each.worstTenth()).isLessThanOrEqualTo(found.worstTenthBound() + 1e-6);
      assertThat(each.worstTenth()).isLessThanOrEqualTo(each.value().mean());
      if (each.id().equals(Doubt.PLAN)) {
        assertThat(each.overPlan()).isEqualTo(new Doubt.Interval(0, 0));
      }
    }
  }

  /** Values by candidate and future: the objectives want another candidate each. */
  @Test
  void eachObjectivePicksWhatIsBestForIt() {
    double[] bounds = {100, 100, 40, 100, 40, 100, 100, 100};
    List<double[]> values =
        List.of(
            new double[] {60, 50, 20, 50, 20, 50, 60, 50},
            new double[] {99, 50, 5, 50, 30, 50, 50, 50},
            new double[] {50, 50, 36, 50, 36, 50, 50, 50},
            new double[] {70, 50, 11, 50, 11, 50, 71, 50});
    Choices choices = new Choices(bounds, values);
    assertThat(choices.picked()).containsExactly(1, 2, 3);
    assertThat(choices.told().picked()).extracting(Doubt.Choice::id).containsExactly("1", "2", "3");
  }

  @Test
  void theFirstPhaseCostsNoMoreThanItMayAndStaysInEveryFuture() {
    DoubtFolder found = onOneThread();
    Doubt.FirstPhase first = found.doubt().firstPhase();
    Plan signed = found.choices().get(DoubtFolder.FIRST).plan();
    assertThat(first.costUsd()).isEqualTo(signed.totals().lifetimeCostUsd()).isBetween(1.0, 96e3);
    Set<String> places = FirstPhases.served(signed);
    assertThat(places).hasSize(first.places()).isNotEmpty();
    assertThat(first.tried()).extracting(Doubt.Tried::id).contains(first.id());
    for (FutureRow each : found.futures().subList(0, 6)) {
      FutureFile file = found.files().get(each.name());
      Plan completed = file.firstPhase().completed().plan(found.plan().problem().settlements());
      assertThat(FirstPhases.served(completed)).as(each.name()).containsAll(places);
      assertThat(each.completed()).isLessThanOrEqualTo(each.bound() + 1e-6);
      assertThat(each.value()).isGreaterThanOrEqualTo(each.completed());
    }
    assertThat(first.wholeIn()).isEqualTo(6);
  }

  @Test
  void theTurnIsTheLayerThatTellsWhatFollows() {
    boolean[][] serves = {{true, true, false, false}, {false, false, true, true}};
    List<Plan> plans = new ArrayList<>();
    for (int k = 0; k < 4; k++) {
      plans.add(plan(serves[0][k], serves[1][k]));
    }
    List<DoubtLayer> layers = List.of(DoubtLayer.COVERAGE, DoubtLayer.PRICES);
    List<double[]> common = List.of(new double[] {1, 2, 3, 4}, new double[] {2, 3, 4, 1});
    Turns turns = new Turns(Set.of(), plans, new double[] {10, 20, 30, 40});
    assertThat(turns.best(layers, common))
        .isEqualTo(new Doubt.Turn("coverage", 2, 1, 0.5, 2, 15, 35));
    assertThat(turns.best(layers.subList(1, 2), common.subList(1, 2)))
        .isEqualTo(new Doubt.Turn("prices", 1, 0.75, 0.5, 2, 40, 20));
  }

  private static Plan plan(boolean first, boolean second) {
    List<Plan.SettlementService> services = new ArrayList<>();
    for (boolean each : new boolean[] {first, second}) {
      services.add(
          new Plan.SettlementService(
              "s" + services.size(),
              each ? Plan.Status.STANDARD : Plan.Status.UNSERVED,
              each ? "lte" : "",
              "",
              0,
              0,
              Double.NaN,
              0,
              0,
              0,
              0,
              null,
              List.of()));
    }
    return new Plan(services, List.of(), List.of(), List.of(), null);
  }

  @Test
  void aPlaceOrALayerMoreMovesNoOtherDraw() {
    PlanningProblem world = DoubtWorlds.world(3, 6);
    PlanningProblem fewer = world.withSettlements(world.settlements().subList(0, 3));
    for (int k = 1; k <= 5; k++) {
      PlanningProblem all = Futures.of(world, DoubtWorlds.ALL, 7, 5, k);
      PlanningProblem less = Futures.of(fewer, DoubtWorlds.ALL, 7, 5, k);
      assertThat(less.settlements()).isEqualTo(all.settlements().subList(0, 3));
      PlanningProblem covered = Futures.of(world, List.of(DoubtLayer.COVERAGE), 7, 5, k);
      assertThat(covered.settlements())
          .extracting(Settlement::baselineCoverageRatio)
          .isEqualTo(all.settlements().stream().map(Settlement::baselineCoverageRatio).toList());
      assertThat(Futures.of(world, List.of(DoubtLayer.PRICES), 7, 5, k).catalogue())
          .isEqualTo(all.catalogue())
          .isNotEqualTo(world.catalogue());
    }
  }

  @Test
  void commonFactorsFillTheirStrataAndFiguresStayWithinTheirRanges() {
    int n = 20;
    assertThat(
            IntStream.rangeClosed(1, n)
                .map(k -> (int) (n * (new Draws(7, DoubtLayer.DEMAND, n, k).common() + 1) / 2))
                .sorted())
        .containsExactlyElementsOf(IntStream.range(0, n).boxed().toList());
    Catalogue built = CatalogueReader.builtIn();
    PlanningProblem world = DoubtWorlds.world(3, 2).withCatalogue(built);
    for (int k = 1; k <= n; k++) {
      Catalogue drawn = Futures.of(world, DoubtWorlds.ALL, 7, n, k).catalogue();
      assertThat(drawn.volumes().get(0).gbPerUserMonth().value())
          .isNotEqualTo(built.volumes().get(0).gbPerUserMonth().value())
          .isBetween(
              built.volumes().get(0).gbPerUserMonth().low(),
              built.volumes().get(0).gbPerUserMonth().high());
      assertThat(drawn.volumes().get(0).forecastUntilYear())
          .isEqualTo(built.volumes().get(0).forecastUntilYear());
    }
  }

  /** A range that is published for all places together must not shrink by averaging over them. */
  @Test
  void coverageOfAllPlacesIsDrawnFromEndToEndOfItsRange() {
    int n = 40;
    PlanningProblem world = DoubtWorlds.world(3, 200);
    List<Double> shares = new ArrayList<>();
    for (int k = 1; k <= n; k++) {
      shares.add(
          Futures.of(world, List.of(DoubtLayer.COVERAGE), 7, n, k).settlements().stream()
              .filter(each -> each.baselineModelled())
              .mapToDouble(Settlement::baselineCoverageRatio)
              .average()
              .orElseThrow());
    }
    shares.sort(Comparator.naturalOrder());
    assertThat(shares.get(0)).isBetween(0.0, 0.02);
    // the upper end is twice as far as the lower one
    assertThat(shares.get(n / 2)).isBetween(0.25, 0.34);
    assertThat(shares.get(n - 1)).isBetween(0.72, 0.75);
    assertThat(
            Futures.of(world, List.of(DoubtLayer.COVERAGE), 7, n, 1).settlements().stream()
                .filter(each -> each.baselineModelled())
                .map(Settlement::baselineCoverageRatio)
                .distinct())
        .hasSizeGreaterThan(50);
  }

  @Test
  void studentsPointsAreThoseOfTables() {
    assertThat(StudentT.quantile975(1)).isCloseTo(12.7062, within(1e-4));
    assertThat(StudentT.quantile975(2)).isCloseTo(4.3027, within(1e-4));
    assertThat(StudentT.quantile975(19)).isCloseTo(2.0930, within(1e-4));
    assertThat(StudentT.quantile975(39)).isCloseTo(2.0227, within(1e-4));
  }

  @Test
  void theSameBytesOnOneThreadAndOnTwo() throws IOException {
    onOneThread().write(temp.resolve("one"));
    study(2).write(temp.resolve("two"));
    assertThat(files("two")).isEqualTo(files("one")).containsKeys("doubt.json", "places.csv");
    DoubtFolder.read(temp.resolve("one")).write(temp.resolve("again"));
    assertThat(files("again")).isEqualTo(files("one"));
  }

  /**
   * As on another machine: all that work needs is written, and the plan is read from its folder.
   */
  @Test
  void theSameBytesWhereWorkIsSent() throws IOException {
    PlanFolder plan = DoubtWorlds.planned(DoubtWorlds.world(3, 6), 120_000);
    plan.write(temp.resolve("plan"));
    PlanFolder copy = PlanFolder.read(temp.resolve("plan"));
    Spread sent =
        new Spread() {
          @Override
          public <T> List<T> each(int count, Work<T> work) {
            IntFunction<byte[]> there = Spread.sent(copy, work.bytes());
            return IntStream.range(0, count).mapToObj(k -> work.read(there.apply(k))).toList();
          }
        };
    for (double firstUsd : new double[] {96_000, Double.NaN}) {
      DoubtStudy.Asked asked = new DoubtStudy.Asked(DoubtWorlds.ALL, 6, 7, firstUsd);
      DoubtStudy.of(plan, asked, Spread.threads(1), Progress.NONE).write(temp.resolve("here"));
      DoubtStudy.of(plan, asked, sent, Progress.NONE).write(temp.resolve("sent"));
      assertThat(files("sent")).isEqualTo(files("here"));
    }
  }

  private TreeMap<String, String> files(String name) throws IOException {
    TreeMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(temp.resolve(name))) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1);
        files.put(temp.resolve(name).relativize(each).toString(), text);
      }
    }
    return files;
  }

  @Test
  void theSchemaHolds() throws IOException {
    onOneThread().write(temp.resolve("one"));
    SchemaRegistry registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder ->
                builder.schemaIdResolvers(
                    ids -> ids.mapPrefix("https://kiungo.org/schema/", "classpath:schema/")));
    assertThat(
            registry
                .getSchema(SchemaLocation.of("https://kiungo.org/schema/doubt.json.schema.json"))
                .validate(Files.readString(temp.resolve("one/doubt.json")), InputFormat.JSON))
        .isEmpty();
  }

  @Test
  void otherQuestionsAreRefused() {
    PlanningProblem world = DoubtWorlds.world(3, 3);
    PlanFolder plan = DoubtWorlds.planned(world, 120_000);
    PlanFolder target =
        new PlanFolder(world, plan.scenario().withTarget(0.5), plan.plan(), plan.certificate());
    assertThatThrownBy(() -> DoubtWorlds.doubted(target, 6, 1))
        .isInstanceOfSatisfying(
            InputRefused.class,
            e -> {
              assertThat(e.code()).isEqualTo("doubt.question");
              assertThat(e.arguments()).containsEntry("field", "goal");
            });
    assertThatThrownBy(() -> DoubtWorlds.doubted(plan, 3, 1))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("field.range"));
    assertThatThrownBy(() -> DoubtWorlds.doubted(plan, 6, 120_001, 1))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.arguments()).containsEntry("field", "first"));
    assertThatThrownBy(() -> DoubtLayer.of(List.of("weather")))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("doubt.layer"));
  }
}
