package org.kiungo.geodata.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.people.CoverageModel;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

@Tag("slow")
class ProblemAssemblyTest {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final Catalogue CATALOGUE = new Catalogue("test", List.of(), List.of());

  static List<String> codes() {
    return REFERENCE.countries().stream().map(CountryFacts::iso3).toList();
  }

  private static PlanningProblem builtIn(String... countries) {
    return ProblemAssembly.builtIn(
        List.of(countries), CATALOGUE, ServiceStandard.DEFAULT, Money.DEFAULT);
  }

  private static Settlement settlement(String id, double population, String country) {
    LonLat place = new LonLat(2.4, 6.4);
    return SettlementBuilder.builder()
        .id(id)
        .location(place)
        .population(population)
        .areaKm2(1)
        .country(country)
        .build();
  }

  private static AssembledProblem fromLayers(
      List<String> countries, List<Settlement> settlements, List<FibreLine> lines) {
    return ProblemAssembly.fromLayers(
        new ProblemLayers(countries, settlements, List.of(), lines, List.of(), List.of()),
        CATALOGUE,
        ServiceStandard.DEFAULT,
        Money.DEFAULT);
  }

  @ParameterizedTest
  @MethodSource("codes")
  void everyCountryHasNodesInsideAndApart(String country) {
    List<NetworkNode> nodes = ProblemAssembly.builtInNodes(country);
    assertThat(nodes).isNotEmpty();
    assertThat(nodes)
        .allSatisfy(n -> assertThat(n.source()).isNotBlank())
        .allSatisfy(
            n -> assertThat(REFERENCE.contains(country, n.location())).as(n.name()).isTrue());
    for (NetworkNode one : nodes) {
      assertThat(nodes)
          .filteredOn(n -> n != one && n.location().distanceKm(one.location()) <= 10)
          .isEmpty();
    }
  }

  @Test
  void sourcedNodesAreKnownAndLargeCitiesAssumed() {
    List<NetworkNode> nodes = ProblemAssembly.builtInNodes("BEN");
    assertThat(nodes)
        .filteredOn(n -> n.name().equals("Cotonou"))
        .singleElement()
        .satisfies(
            n -> {
              assertThat(n.kind()).isEqualTo(NetworkNode.Kind.EXCHANGE_POINT);
              assertThat(n.assumed()).isFalse();
              assertThat(n.source()).contains("submarine layer");
            });
    assertThat(ProblemAssembly.builtInNodes("KEN"))
        .filteredOn(n -> n.name().equals("Eldoret"))
        .singleElement()
        .extracting(NetworkNode::assumed)
        .isEqualTo(true);
  }

  @Test
  void builtInSettlementsHoldTheNationAndWhoIsCoveredToday() {
    PlanningProblem problem = builtIn("BEN", "LSO");
    double people =
        problem.settlements().stream()
            .mapToDouble(Settlement::population)
            .filter(p -> !Double.isNaN(p))
            .sum();
    double nations = REFERENCE.country("BEN").population() + REFERENCE.country("LSO").population();
    assertThat(people).isEqualTo(nations, within(1e-6));
    assertThat(problem.settlements())
        .allMatch(Settlement::baselineModelled)
        .allSatisfy(
            s ->
                assertThat(s.baselineCoverageRatio())
                    .isBetween(s.baselineLowRatio(), s.baselineHighRatio()))
        .allSatisfy(s -> assertThat(s.inhabitedKm2()).isPositive().isLessThanOrEqualTo(s.areaKm2()))
        .allSatisfy(s -> assertThat(s.district()).isNotBlank())
        .extracting(Settlement::id)
        .isSorted()
        .doesNotHaveDuplicates();
    double covered =
        problem.settlements().stream()
            .filter(s -> s.country().equals("BEN"))
            .mapToDouble(s -> s.population() * s.baselineCoverageRatio())
            .sum();
    assertThat(covered / REFERENCE.country("BEN").population()).isEqualTo(0.46, within(1e-9));
  }

  /**
   * Whoever is within reach of a mast that stands is served from it today: nothing that is put on
   * it gains them again, but for the part of the people of the one mast that covers a part.
   */
  @ParameterizedTest
  @ValueSource(strings = {"LSO", "BEN", "KEN", "RWA", "MDG", "STP"})
  void nobodyUncoveredLivesWithinReachOfAStandingMast(String country) {
    PlanningProblem problem = builtIn(country);
    List<String> masts =
        REFERENCE.people().covered(country).stream()
            .filter(each -> each.mast() && each.ratio() >= 0.5)
            .map(each -> each.place().id() + "_mast")
            .sorted()
            .toList();
    assertThat(problem.towers()).extracting(Tower::id).isEqualTo(masts);
    STRtree towers = new STRtree();
    for (Tower each : problem.towers()) {
      towers.insert(around(each.location(), 0), each);
    }
    double inPart = 0;
    double again = 0;
    for (Settlement each : problem.settlements()) {
      double ratio = each.baselineCoverageRatio();
      inPart += ratio > 0 && ratio < 1 ? each.unservedPopulation() : 0;
      List<?> near = towers.query(around(each.location(), 0.1));
      boolean reached =
          near.stream()
              .map(Tower.class::cast)
              .anyMatch(t -> t.location().distanceKm(each.location()) <= CoverageModel.REACH_KM);
      again += reached ? each.unservedPopulation() : 0;
    }
    assertThat(again).isLessThanOrEqualTo(inPart);
    assertThat(inPart).isLessThan(0.5 * REFERENCE.country(country).population());
  }

  private static Envelope around(LonLat place, double degrees) {
    Envelope around = new Envelope(new Coordinate(place.lon(), place.lat()));
    around.expandBy(degrees);
    return around;
  }

  @Test
  void theProblemNamesTheReferenceDataItCameFrom() {
    assertThat(builtIn("BEN").inputs())
        .singleElement()
        .satisfies(
            i -> {
              assertThat(i.role()).isEqualTo("reference");
              assertThat(i.sha256()).isEqualTo(REFERENCE.version());
            });
  }

  @Test
  void unknownCountriesAreRefused() {
    assertThatThrownBy(() -> builtIn("FRA"))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("country.unknown"));
  }

  @Test
  void layersWithoutNodesStartFromTheBuiltInOnes() {
    AssembledProblem assembled =
        fromLayers(List.of("BEN"), List.of(settlement("b", 10, "BEN")), List.of());
    assertThat(assembled.problem().nodes())
        .extracting(NetworkNode::id)
        .isEqualTo(ProblemAssembly.builtInNodes("BEN").stream().map(NetworkNode::id).toList());
    assertThat(assembled.report().findings())
        .extracting(Finding::code)
        .containsExactly("nodes.builtIn", "rain.modelled");
  }

  private static final FibreLine LINE =
      new FibreLine(
          "f",
          List.of(new LonLat(2, 6), new LonLat(2, 7)),
          "BEN",
          "",
          FibreLine.Status.OPERATIONAL,
          "test");

  private static AssembledProblem withFibre(List<NetworkNode> nodes, Set<LayerKind> replaced) {
    return ProblemAssembly.fromLayers(
        new ProblemLayers(
            List.of(),
            List.of(settlement("b", 10, "BEN")),
            nodes,
            List.of(LINE),
            List.of(),
            List.of(),
            List.of(),
            Terrain.UNKNOWN,
            replaced,
            List.of()),
        CatalogueReader.builtIn(),
        ServiceStandard.DEFAULT,
        Money.DEFAULT);
  }

  private static PlanningProblem withRoads(List<List<LonLat>> roads) {
    return ProblemAssembly.fromLayers(
            new ProblemLayers(
                List.of(),
                List.of(settlement("b", 10, "BEN")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Terrain.UNKNOWN,
                Set.of(),
                roads),
            CatalogueReader.builtIn(),
            ServiceStandard.DEFAULT,
            Money.DEFAULT)
        .problem();
  }

  @Test
  void givenRoadsTakeThePlaceOfTheBuiltInOnes() {
    LonLat there = settlement("b", 10, "BEN").location();
    LonLat cotonou = new LonLat(2.43, 6.37);
    List<LonLat> road = List.of(cotonou, new LonLat(2.5, 7), there);
    PlanningProblem given = withRoads(List.of(road));
    assertThat(given.roads().stretches())
        .isNotEmpty()
        .allMatch(each -> road.containsAll(each.path()) || each.lengthKm() < 500);
    assertThat(given.roads()).isNotEqualTo(withRoads(List.of()).roads());
    assertThat(builtIn("BEN").roads().stretches()).hasSizeGreaterThan(100);
    assertThat(builtIn("MUS").roads().isNone()).isTrue();
  }

  @Test
  void theFibreThatIsThereIsPartOfTheQuestion() {
    PlanningProblem benin = builtIn("BEN");
    assertThat(benin.fibreLines()).hasSize(81).allMatch(FibreLine::operational);
    assertThat(benin.nodes())
        .filteredOn(node -> node.kind() == NetworkNode.Kind.FIBRE_NODE)
        .isNotEmpty()
        .noneMatch(NetworkNode::assumed);
    assertThat(builtIn("NGA").fibreLines()).isNotEmpty().noneMatch(FibreLine::operational);
    assertThat(builtIn("LSO").fibreLines()).isEmpty();
  }

  @Test
  void placesCoveredTodayAreNodesWithMasts() {
    Settlement covered =
        settlement("a", 9_000, "BEN")
            .withLocation(new LonLat(2.6, 9.9))
            .withBaselineCoverageRatio(0.9);
    PlanningProblem problem =
        fromLayers(List.of(), List.of(covered, settlement("b", 10, "BEN")), List.of()).problem();
    assertThat(problem.nodes())
        .filteredOn(node -> node.id().equals("a_node"))
        .singleElement()
        .satisfies(node -> assertThat(node.assumed()).isTrue())
        .satisfies(node -> assertThat(node.rainMmPerHour()).isPositive());
    assertThat(problem.towers()).extracting(Tower::id).containsExactly("a_mast");
  }

  @Test
  void settlementsGetTheDistrictInWhichTheyLieUnlessTheirRowNamesOne() {
    Settlement cotonou = settlement("a", 10, "BEN").withLocation(new LonLat(2.43, 6.37));
    Settlement own = settlement("b", 10, "BEN").withDistrict("Ours");
    Settlement atSea = settlement("c", 10, "BEN").withLocation(new LonLat(2.4, 5));
    Settlement nowhere = settlement("d", 10, "");
    List<Settlement> located =
        fromLayers(List.of(), List.of(cotonou, own, atSea, nowhere), List.of())
            .problem()
            .settlements();
    assertThat(located)
        .extracting(Settlement::district)
        .containsExactly("Littoral", "Ours", "", "");
  }

  @Test
  void fibreAddsToTheBuiltInNodes() {
    AssembledProblem assembled = withFibre(List.of(), Set.of());
    assertThat(assembled.problem().nodes())
        .extracting(NetworkNode::id)
        .isEqualTo(ProblemAssembly.builtInNodes("BEN").stream().map(NetworkNode::id).toList());
    assertThat(assembled.problem().fibreLines()).containsExactly(LINE);
    assertThat(assembled.report().findings())
        .extracting(Finding::code)
        .containsExactly("nodes.builtIn", "rain.modelled");
  }

  @Test
  void replacingThemIsAnExplicitWord() {
    AssembledProblem assembled = withFibre(List.of(), Set.of(LayerKind.NODES));
    assertThat(assembled.problem().nodes()).isEmpty();
    assertThat(assembled.report().findings())
        .extracting(Finding::code)
        .containsExactly("rain.modelled");
  }

  @Test
  void aGivenNodeStandsForTheBuiltInOneBesideIt() {
    NetworkNode cotonou =
        NetworkNodeBuilder.builder()
            .id("own")
            .name("Cotonou")
            .location(new LonLat(2.43, 6.37))
            .country("BEN")
            .kind(NetworkNode.Kind.FIBRE_NODE)
            .source("test")
            .build();
    List<NetworkNode> nodes = withFibre(List.of(cotonou), Set.of()).problem().nodes();
    assertThat(nodes).hasSize(ProblemAssembly.builtInNodes("BEN").size());
    assertThat(nodes)
        .filteredOn(node -> node.name().equals("Cotonou"))
        .extracting(NetworkNode::id)
        .containsExactly("own");
  }

  @Test
  void statedRainStaysAndTheRestIsModelledAndTold() {
    Settlement far =
        SettlementBuilder.builder()
            .id("far")
            .location(new LonLat(100, 3))
            .population(5)
            .areaKm2(1)
            .build();
    AssembledProblem assembled =
        fromLayers(
            List.of(),
            List.of(
                settlement("a", 10, "BEN").withRainMmPerHour(12), settlement("b", 10, "BEN"), far),
            List.of(
                new FibreLine(
                    "f",
                    List.of(new LonLat(2, 6), new LonLat(2, 7)),
                    "BEN",
                    "",
                    FibreLine.Status.OPERATIONAL,
                    "test")));
    assertThat(assembled.problem().settlements())
        .extracting(Settlement::rainMmPerHour)
        .containsExactly(12.0, REFERENCE.rain().mmPerHour(new LonLat(2.4, 6.4)), Double.NaN);
    assertThat(assembled.report().findings())
        .extracting(Finding::code, Finding::found)
        .containsExactly(
            tuple("nodes.builtIn", "64"), tuple("rain.modelled", "65"), tuple("rain.unknown", "1"));
    assertThat(assembled.problem().inputs())
        .extracting(input -> input.sha256())
        .containsExactly(REFERENCE.version());
  }

  @Test
  void builtInPlacesAndNodesKnowTheirRain() {
    PlanningProblem problem = builtIn("BEN", "LSO");
    assertThat(problem.settlements()).noneMatch(s -> Double.isNaN(s.rainMmPerHour()));
    assertThat(problem.nodes()).noneMatch(n -> Double.isNaN(n.rainMmPerHour()));
  }

  @Test
  void settlementsAreSortedAndEveryRowIsAccountedFor() {
    AssembledProblem assembled =
        fromLayers(
            List.of("BEN"),
            List.of(
                settlement("b", 10, "BEN"),
                settlement("a", Double.NaN, "BEN"),
                settlement("b", 5, "BEN"),
                settlement("c", 7, "TGO")),
            List.of());
    assertThat(assembled.problem().settlements())
        .extracting(Settlement::id)
        .containsExactly("a", "b");
    assertThat(assembled.report().rowsAccepted()).isEqualTo(2);
    assertThat(assembled.report().totalBefore()).isEqualTo(22);
    assertThat(assembled.report().totalAfter()).isEqualTo(10);
    assertThat(assembled.report().counts())
        .containsOnlyKeys(
            "nodes.builtIn",
            "rain.modelled",
            "settlement.idTwice",
            "settlement.otherCountry",
            "settlement.populationUnknown");
  }

  @Test
  void aPlaceThatIsCalledAsAPositionIsListedAndNotUsed() {
    AssembledProblem assembled =
        fromLayers(
            List.of("BEN"),
            List.of(settlement("b", 10, "BEN"), settlement("tap:b@2.3,6.4", 5, "BEN")),
            List.of());
    assertThat(assembled.problem().settlements()).extracting(Settlement::id).containsExactly("b");
    assertThat(assembled.report().counts()).containsKey("settlement.idPosition");
    assertThat(assembled.report().rowsAccepted()).isEqualTo(1);
  }

  @Test
  void nothingToPlanIsRefused() {
    assertThatThrownBy(
            () -> fromLayers(List.of("BEN"), List.of(settlement("c", 7, "TGO")), List.of()))
        .isInstanceOfSatisfying(
            InputRefused.class, e -> assertThat(e.code()).isEqualTo("problem.noSettlements"));
  }
}
