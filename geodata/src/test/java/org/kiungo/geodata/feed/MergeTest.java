package org.kiungo.geodata.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.feed.FeedSources.Candidate;
import org.kiungo.geodata.layer.HazardEffect;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.planner.scenario.Feed.Use;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Small worlds of two or three sources: nobody twice, nobody lost, ranks decide. */
class MergeTest {

  private static final double KM = 1 / 111.195;

  private static Settlement place(String name, double eastKm, double people, double areaKm2) {
    return SettlementBuilder.builder()
        .id(name.isEmpty() ? "cell" + eastKm : name + eastKm)
        .name(name)
        .location(new LonLat(eastKm * KM, 0))
        .population(people)
        .areaKm2(areaKm2)
        .country("BEN")
        .build();
  }

  private static MergedPlaces merged(Ranked<Settlement> first, Ranked<Settlement> second) {
    return PlaceMerge.of(List.of(first, second));
  }

  private static Ranked<Settlement> source(String name, Use use, Settlement... places) {
    return new Ranked<>(name, use, List.of(places));
  }

  @Test
  void aPlaceTakesThePlaceOfItsTwinAndTheRestStays() {
    MergedPlaces both =
        merged(
            source("survey", Use.REPLACE, place("Pobè", 4, 1_200, Double.NaN)),
            source("built-in", Use.FILL, place("Pobe", 0, 1_000, 2), place("Ketou", 60, 500, 2)));
    assertThat(both.settlements()).extracting(Settlement::name).containsExactly("Pobè", "Ketou");
    assertThat(both.settlements())
        .extracting(Settlement::population)
        .containsExactly(1_200.0, 500.0);
    assertThat(both.parts().get(1)).isEqualTo(new MergedPlaces.Part("built-in", 1, 500, 1, 1_000));
    assertThat(both.people()).isEqualTo(1_700);
  }

  @Test
  void peopleOfANewPlaceWereCountedInTheCellAroundIt() {
    Settlement cell = place("", 0, 1_000, 80);
    Settlement village = place("Zè", 3, 300, Double.NaN);
    MergedPlaces both =
        merged(source("survey", Use.REPLACE, village), source("built-in", Use.FILL, cell));
    assertThat(both.people()).isEqualTo(1_000);
    assertThat(both.settlements().get(1).population()).isEqualTo(700);
    assertThat(both.settlements().get(1).modelled()).isTrue();
    Settlement town = place("Zè", 3, 1_500, Double.NaN);
    MergedPlaces more =
        merged(source("survey", Use.REPLACE, town), source("built-in", Use.FILL, cell));
    assertThat(more.settlements()).containsExactly(town);
  }

  @Test
  void ranksDecideAndUsesSayHow() {
    Settlement a = place("A", 0, 100, Double.NaN);
    Settlement b = place("A", 0.5, 140, Double.NaN);
    assertThat(people(Use.REPLACE, a, Use.REPLACE, b)).isEqualTo(100);
    assertThat(people(Use.REPLACE, b, Use.REPLACE, a)).isEqualTo(140);
    assertThat(people(Use.REPLACE, a, Use.ADD, b)).isEqualTo(100);
    assertThat(people(Use.FILL, a, Use.FILL, b)).isEqualTo(100);
    assertThat(people(Use.ADD, a, Use.FILL, b)).isEqualTo(100);
    assertThat(people(Use.ADD, a, Use.REPLACE, b)).isEqualTo(240);
    assertThat(people(Use.ADD, a, Use.ADD, b)).isEqualTo(240);
    MergedPlaces same = merged(source("x", Use.ADD, a), source("y", Use.ADD, a));
    assertThat(same.settlements()).extracting(Settlement::id).doesNotHaveDuplicates();
  }

  private static double people(Use first, Settlement one, Use second, Settlement other) {
    return merged(source("x", first, one), source("y", second, other)).people();
  }

  /**
   * However places lie: what is left out is told, and the order within a source does not matter.
   */
  @Test
  void nobodyIsLostOrCountedTwiceInAnyWorld() {
    for (long seed = 0; seed < 60; seed++) {
      Random random = new Random(seed);
      List<Settlement> upper = places(random, 1 + random.nextInt(8), "u");
      List<Settlement> lower = places(random, 1 + random.nextInt(20), "l");
      Ranked<Settlement> above = new Ranked<>("u", Use.REPLACE, upper);
      MergedPlaces both = PlaceMerge.of(List.of(above, new Ranked<>("l", Use.FILL, lower)));
      double counted = PlaceMerge.people(both.settlements());
      MergedPlaces.Part rest = both.parts().get(1);
      assertThat(counted).isCloseTo(both.people(), within(1e-6));
      assertThat(rest.people() + rest.peopleLeft())
          .as("seed %d", seed)
          .isCloseTo(PlaceMerge.people(lower), within(1e-6));
      assertThat(counted)
          .as("at least what the higher source counts, at most both")
          .isGreaterThanOrEqualTo(PlaceMerge.people(upper) - 1e-6)
          .isLessThanOrEqualTo(PlaceMerge.people(upper) + PlaceMerge.people(lower) + 1e-6);
      assertThat(both.settlements()).containsAll(upper);
      Collections.shuffle(lower, random);
      MergedPlaces again = PlaceMerge.of(List.of(above, new Ranked<>("l", Use.FILL, lower)));
      assertThat(again.people()).as("seed %d", seed).isCloseTo(both.people(), within(1e-6));
    }
  }

  private static List<Settlement> places(Random random, int count, String id) {
    List<Settlement> places = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      places.add(
          SettlementBuilder.builder()
              .id(id + k)
              .location(new LonLat(random.nextDouble() / 4, random.nextDouble() / 4))
              .population(random.nextInt(5_000))
              .areaKm2(random.nextBoolean() ? Double.NaN : random.nextInt(100))
              .country("BEN")
              .build());
    }
    return places;
  }

  /** To the nearest line, of whichever source; nobody drew a line is not: there is none. */
  @Test
  void linesTellHowFarTheGridIsWithinWhatTheyCover() {
    List<LonLat> line = List.of(new LonLat(0, -10 * KM), new LonLat(0, 10 * KM));
    List<LonLat> far = List.of(new LonLat(40 * KM, 0), new LonLat(60 * KM, 20 * KM));
    List<LonLat> elsewhere = List.of(new LonLat(5, 5), new LonLat(6, 5));
    List<Settlement> places =
        List.of(
            place("On", 0, 1, 1),
            place("Beyond", -30, 1, 1),
            place("Past its end", -15, 1, 1),
            place("Edge", 40, 1, 1),
            place("Told", 50, 1, 1).withDistanceToGridKm(7),
            place("Near", 50, 1, 1));
    double[] km =
        GridDistances.over(
                places,
                List.of(
                    new Ranked<>("a", Use.ADD, List.of(line, elsewhere)),
                    new Ranked<>("b", Use.ADD, List.of(far))))
            .stream()
            .mapToDouble(Settlement::distanceToGridKm)
            .toArray();
    assertThat(km[0]).isCloseTo(0, within(0.001));
    assertThat(km[1]).isNaN();
    assertThat(km[2]).as("near a line").isCloseTo(15, within(0.1));
    assertThat(km[3]).isCloseTo(0, within(0.001));
    assertThat(km[4]).as("its own row").isEqualTo(7);
    assertThat(km[5]).isCloseTo(10 * Math.sqrt(0.5), within(0.03));
    assertThat(GridDistances.over(places, List.of())).isSameAs(places);
    LayerFacts facts = new LayerFacts.Builder(LayerFacts.Unit.KM).build();
    Candidate one = new Candidate(Feed.Layer.GRID, "g/1", facts, Set.of(), false);
    Candidate two = new Candidate(Feed.Layer.GRID, "h/1", facts, Set.of(), false);
    assertThat(grid()).containsExactly(new Feed("BEN", Feed.Layer.GRID, "none", Use.ALONE));
    assertThat(grid(one)).extracting(Feed::use).containsExactly(Use.ALONE);
    assertThat(grid(one, two)).extracting(Feed::use).containsExactly(Use.ADD, Use.ADD);
  }

  /** The worst of what lies over a place holds; what its row states goes before ratios. */
  @Test
  void hazardsCloseOrPriceThePlacesInside() {
    List<HazardArea> areas =
        List.of(
            hazard(0, 10, new HazardEffect(false, 1.3)),
            hazard(5, 20, new HazardEffect(false, 1.2)),
            hazard(15, 30, new HazardEffect(true, 1)));
    List<Settlement> places =
        List.of(
            place("Both", 7, 1, 1),
            place("Low", 12, 1, 1),
            place("Shut", 17, 1, 1),
            place("Told", 8, 1, 1).withSiteCostRatio(2),
            place("Dry", 40, 1, 1));
    List<Settlement> told = HazardGround.over(places, areas);
    assertThat(told)
        .extracting(Settlement::siteCostRatio)
        .containsExactly(1.3, 1.2, 1.2, 2.0, Double.NaN);
    assertThat(told)
        .extracting(Settlement::siteClosed)
        .containsExactly(false, false, true, false, false);
    assertThat(told.get(4)).isSameAs(places.get(4));
    assertThat(HazardEffect.of("Zone fermée", "")).contains(new HazardEffect(true, 1));
    assertThat(HazardEffect.of("not closed", "")).isEmpty();
    assertThat(HazardEffect.of("pas fermé", "1.2")).contains(new HazardEffect(false, 1.2));
    assertThat(HazardEffect.of("", "1,25")).contains(new HazardEffect(false, 1.25));
    assertThat(HazardEffect.of("1.4", "")).contains(new HazardEffect(false, 1.4));
    assertThat(HazardEffect.of("wet", "0.9")).isEmpty();
    assertThat(HazardEffect.of("", "130")).isEmpty();
  }

  private static HazardArea hazard(double westKm, double eastKm, HazardEffect effect) {
    Envelope box = new Envelope(westKm * KM, eastKm * KM, -1, 1);
    return new HazardArea(effect, new GeometryFactory().toGeometry(box));
  }

  private static List<Feed> grid(Candidate... imported) {
    return new DefaultFeeds(Reference.builtIn(), "BEN", List.of(imported)).of(Feed.Layer.GRID);
  }

  @Test
  void linesDrawnTwiceStayOnceAndTheirContinuationStays() {
    List<LonLat> drawn = List.of(new LonLat(0, 0), new LonLat(1, 0));
    List<LonLat> again = List.of(new LonLat(0, 0.01), new LonLat(1, 0.01));
    List<LonLat> on = List.of(new LonLat(1, 0), new LonLat(2, 0));
    List<List<LonLat>> both =
        RankedMerge.of(
            List.of(
                new Ranked<>("survey", Use.REPLACE, List.of(drawn)),
                new Ranked<>("built-in", Use.FILL, List.of(again, on))),
            () -> new LineGround<>(Function.identity()));
    assertThat(both).isEqualTo(List.of(drawn, on));
    List<List<LonLat>> added =
        RankedMerge.of(
            List.of(
                new Ranked<>("survey", Use.ADD, List.of(drawn)),
                new Ranked<>("built-in", Use.ADD, List.of(again))),
            () -> new LineGround<>(Function.identity()));
    assertThat(added).isEqualTo(List.of(drawn, again));
  }

  /** What is planned, or drawn without a status, does not switch off what is said to work. */
  @Test
  void fibreThatIsNotSaidToWorkTakesNoPlaceFromWhatWorks() {
    List<LonLat> path = List.of(new LonLat(0, 0), new LonLat(1, 0));
    FibreLine drawn = line("drawn", path, FibreLine.Status.UNKNOWN);
    FibreLine works = line("works", path, FibreLine.Status.OPERATIONAL);
    FibreLine unsaid = line("unsaid", path, FibreLine.Status.UNKNOWN);
    FibreLine planned = line("planned", path, FibreLine.Status.PLANNED);
    assertThat(merged(drawn, works, unsaid)).containsExactly(drawn, works);
    assertThat(merged(planned, works, unsaid)).containsExactly(planned, works);
    assertThat(merged(works, planned, unsaid)).containsExactly(works);
  }

  private static List<FibreLine> merged(FibreLine first, FibreLine... others) {
    return RankedMerge.of(
        List.of(
            new Ranked<>("operator", Use.REPLACE, List.of(first)),
            new Ranked<>("built-in", Use.FILL, List.of(others))),
        FibreGround::new);
  }

  private static FibreLine line(String id, List<LonLat> path, FibreLine.Status status) {
    return new FibreLine(id, path, "BEN", "", status, "test");
  }

  @Test
  void coverageIsToldByTheFirstThatKnowsThePlace() {
    Settlement inside = modelled(place("In", 0, 10, Double.NaN), 0.3);
    Settlement outside = modelled(place("Out", 50, 10, Double.NaN), 0.6);
    Settlement imported = place("New", 51, 10, Double.NaN);
    Settlement stated = place("Said", 1, 10, Double.NaN).withBaseline(0.25);
    CoverageArea area =
        new CoverageArea(
            "a", "4G", new GeometryFactory().toGeometry(new Envelope(-.1, .1, -.1, .1)));
    Ranked<CoverageArea> carried = new Ranked<>(Feed.BUILT_IN, Use.FILL, List.of());
    List<Settlement> all = List.of(inside, outside, imported, stated);
    assertThat(ratios(List.of(new Ranked<>("m", Use.REPLACE, List.of(area)), carried), all))
        .containsExactly(1.0, 0.6, 0.6, 0.25);
    assertThat(ratios(List.of(carried, new Ranked<>("m", Use.FILL, List.of(area))), all))
        .containsExactly(0.3, 0.6, 0.6, 0.25);
    assertThat(ratios(List.of(new Ranked<>("m", Use.ALONE, List.of(area))), all))
        .containsExactly(1.0, 0.0, 0.0, 1.0);
    assertThat(ratios(List.of(), all)).containsExactly(Double.NaN, Double.NaN, Double.NaN, 0.25);
  }

  /** What is said of one place changes nothing of those around it, however near they lie. */
  @Test
  void anAnswerOfASurveyIsThePlaceOfItsIdAndNothingElse() {
    Settlement cell = place("", 0, 1_000, 80).with().modelled(true).district("Mono").build();
    Settlement near = place("", 0.4, 700, 80);
    Settlement known = ranged(cell);
    Settlement yes = answer(known, 1_000, 1);
    Ranked<Settlement> carried = source(Feed.BUILT_IN, Use.FILL, known, ranged(near));
    MergedPlaces told = merged(source("s/1", Use.REPLACE, yes), carried);
    assertThat(told.parts())
        .containsExactly(
            new MergedPlaces.Part("s/1", 1, 1_000, 0, 0),
            new MergedPlaces.Part(Feed.BUILT_IN, 1, 700, 1, 1_000));
    Settlement place = told.settlements().get(0);
    assertThat(place.baselineCoverageRatio()).isEqualTo(1);
    assertThat(place.baselineLowRatio()).as("no range is left").isNaN();
    assertThat(place.baselineModelled()).isFalse();
    assertThat(place.district()).isEqualTo("Mono");
    assertThat(place.areaKm2()).isEqualTo(80);
    assertThat(place.modelled()).as("nobody counted its people").isTrue();
    assertThat(told.settlements().get(1)).as("its neighbour").isEqualTo(ranged(near));
    assertThat(CoverageColumn.of(CoverageColumn.marked(told, told.settlements())))
        .containsExactly(new CoverageColumn("s/1", 1, 1_000));

    Settlement counted =
        merged(source("s/1", Use.REPLACE, answer(known, 1_300, Double.NaN)), carried)
            .settlements()
            .get(0);
    assertThat(counted.population()).isEqualTo(1_300);
    assertThat(counted.modelled()).isFalse();
    assertThat(counted.baselineHighRatio()).as("still not known").isEqualTo(0.6);
  }

  private static Settlement ranged(Settlement place) {
    return modelled(place, 0.5).with().baselineLowRatio(0.4).baselineHighRatio(0.6).build();
  }

  private static Settlement answer(Settlement known, double people, double covered) {
    return place(known.name(), 0, people, Double.NaN)
        .with()
        .id(known.id())
        .baselineCoverageRatio(covered)
        .attributes(Map.of(SurveyAnswers.COLUMN, "LSO"))
        .build();
  }

  /** However many people answers hold, the places that they do not name stay. */
  @Test
  void answersGoBeforeWhatFeedsPlacesWithoutThem() {
    double people = PlaceMerge.people(ProblemAssembly.builtInSettlements("LSO"));
    Candidate survey = candidate("s/1", answer(place("", 0, people, 1), people, 1));
    Candidate register = candidate("m/1", place("", 0, people, 1));
    assertThat(fed(survey)).containsExactly("s/1 REPLACE", "built-in FILL");
    assertThat(fed(register)).containsExactly("m/1 ALONE");
    assertThat(fed(register, survey)).containsExactly("s/1 REPLACE", "m/1 FILL");
  }

  private static Candidate candidate(String source, Settlement place) {
    LayerFacts.Builder facts = new LayerFacts.Builder(LayerFacts.Unit.PEOPLE);
    facts.add(place);
    return new Candidate(Feed.Layer.SETTLEMENTS, source, facts.build(), Set.of(), false);
  }

  private static List<String> fed(Candidate... candidates) {
    return new DefaultFeeds(Reference.builtIn(), "LSO", List.of(candidates))
        .of(Feed.Layer.SETTLEMENTS).stream().map(each -> each.source() + " " + each.use()).toList();
  }

  /** Areas used alone go before the column of the places that they hold, and only these. */
  @Test
  void aColumnOfCoverageIsASourceThatIsTold() {
    Settlement held = place("Held", 0, 10, Double.NaN).withBaseline(0.25);
    Settlement apart = place("Apart", 50, 20, Double.NaN).withBaseline(0.75);
    Settlement silent = place("Silent", 60, 40, Double.NaN);
    Settlement carried = modelled(place("Carried", 70, 80, Double.NaN), 0.5);
    Settlement counted = place("Of a census", 80, 5, Double.NaN);
    MergedPlaces places =
        new MergedPlaces(
            List.of(held, apart, silent, carried, counted),
            List.of(
                new MergedPlaces.Part("m/1", 3, 70, 0, 0),
                new MergedPlaces.Part(Feed.BUILT_IN, 1, 80, 0, 0)));
    List<CoverageArea> areas = List.of(area("4G", 0, 0, 0.1));
    List<Settlement> replaced = columns(new Ranked<>("c/1", Use.REPLACE, areas), places);
    assertThat(replaced).hasSize(5);
    assertThat(replaced.get(0).baselineCoverageRatio()).isEqualTo(0.25);
    assertThat(CoverageColumn.of(replaced)).containsExactly(new CoverageColumn("m/1", 2, 30));
    List<Settlement> alone = columns(new Ranked<>("c/1", Use.ALONE, areas), places);
    assertThat(alone.get(0).baselineCoverageRatio()).isEqualTo(1);
    assertThat(alone.get(1).baselineCoverageRatio()).isEqualTo(0.75);
    assertThat(CoverageColumn.of(alone)).containsExactly(new CoverageColumn("m/1", 1, 20));
    Settlement stale = held.withAttributes(Map.of(CoverageColumn.ATTRIBUTE, "old/1"));
    MergedPlaces again =
        new MergedPlaces(List.of(stale), List.of(new MergedPlaces.Part("m/2", 1, 10, 0, 0)));
    assertThat(columns(new Ranked<>("c/1", Use.ALONE, areas), again).get(0).attributes())
        .doesNotContainKey(CoverageColumn.ATTRIBUTE);
  }

  private static List<Settlement> columns(Ranked<CoverageArea> source, MergedPlaces places) {
    return CoverageColumn.marked(
        places, new CoverageMerge(List.of(source), List.of()).over(places.settlements()));
  }

  /** Four small areas in the corners of a country say nothing of who lives between them. */
  @Test
  void areasOfCoverageAreAWholeCountrysByThePeopleTheyHold() {
    List<CoverageArea> corners = new ArrayList<>();
    for (double lon : new double[] {27.1, 29.2}) {
      for (double lat : new double[] {-30.5, -28.7}) {
        corners.add(area("4G", lon, lat, 0.05));
      }
    }
    assertThat(uses(corners, false)).containsExactly(Use.ADD, Use.ADD);
    assertThat(uses(corners, true)).as("said to be the whole").containsExactly(Use.ALONE);
    assertThat(uses(List.of(area("4G", 28.2, -29.6, 1.5)), false)).containsExactly(Use.ALONE);
    assertThat(uses(List.of(area("3G", 28.2, -29.6, 1.5)), false))
        .as("tells nothing of 4G")
        .containsExactly(Use.ADD, Use.ADD);
  }

  private static CoverageArea area(String generation, double lon, double lat, double degrees) {
    Envelope box = new Envelope(lon - degrees, lon + degrees, lat - degrees, lat + degrees);
    return new CoverageArea(lon + "/" + lat, generation, new GeometryFactory().toGeometry(box));
  }

  private static List<Use> uses(List<CoverageArea> areas, boolean whole) {
    LayerFacts.Builder facts = new LayerFacts.Builder("LSO");
    areas.forEach(facts::add);
    Candidate imported = new Candidate(Feed.Layer.COVERAGE, "m/1", facts.build(), Set.of(), whole);
    return new DefaultFeeds(Reference.builtIn(), "LSO", List.of(imported))
        .of(Feed.Layer.COVERAGE).stream().map(Feed::use).toList();
  }

  private static Settlement modelled(Settlement place, double ratio) {
    return place.withBaseline(ratio).withBaselineModelled(true);
  }

  private static List<Double> ratios(List<Ranked<CoverageArea>> sources, List<Settlement> places) {
    return new CoverageMerge(sources, places)
        .over(places).stream().map(Settlement::baselineCoverageRatio).toList();
  }
}
