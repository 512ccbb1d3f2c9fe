package org.kiungo.geodata.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNode.Kind;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;

/**
 * Small worlds along a parallel, a tenth of a degree of longitude being 10.9 km:
 *
 * <pre>
 *   a (covered)   b (uncovered)   c (covered, 60,000 people)   d (covered, fibre beside it)
 *   2.0           2.1             2.2                          2.3
 * </pre>
 */
class CoveredPlacesTest {

  private static Settlement place(String id, double lon, double people, double coverage) {
    return SettlementBuilder.builder()
        .id(id)
        .name(id.toUpperCase(java.util.Locale.ROOT))
        .location(new LonLat(lon, 9))
        .population(people)
        .areaKm2(1)
        .country("BEN")
        .district("")
        .baselineCoverageRatio(coverage)
        .rainMmPerHour(60)
        .build();
  }

  private static final List<Settlement> WORLD =
      List.of(
          place("a", 2.0, 4_000, 0.9),
          place("b", 2.1, 4_000, 0.2),
          place("c", 2.2, 60_000, 0.95),
          place("d", 2.3, 2_000, 0.5));

  private static FibreLine line(FibreLine.Status status) {
    return new FibreLine(
        "f", List.of(new LonLat(2.301, 8), new LonLat(2.301, 10)), "BEN", "", status, "test");
  }

  private static NetworkNode node(double lon, Kind kind, boolean assumed) {
    return NetworkNodeBuilder.builder()
        .id("known")
        .location(new LonLat(lon, 9))
        .country("BEN")
        .kind(kind)
        .assumed(assumed)
        .source("test")
        .build();
  }

  private static CoveredPlaces covered(
      List<Settlement> places, List<NetworkNode> known, List<FibreLine> lines) {
    return new CoveredPlaces(places, known, lines, place -> false);
  }

  @Test
  void coveredPlacesHaveANodeAndAMastOthersDoNot() {
    CoveredPlaces covered = covered(WORLD, List.of(), List.of());
    assertThat(covered.nodes())
        .extracting(NetworkNode::id)
        .containsExactly("a_node", "c_node", "d_node");
    assertThat(covered.nodes()).allMatch(NetworkNode::assumed);
    assertThat(covered.nodes()).extracting(NetworkNode::rainMmPerHour).containsOnly(60.0);
    assertThat(covered.masts()).extracting(Tower::id).containsExactly("a_mast", "c_mast", "d_mast");
    assertThat(covered.masts()).extracting(Tower::rainMmPerHour).containsOnly(60.0);
  }

  @Test
  void whereCoverageIsNotKnownNothingIsAdded() {
    List<Settlement> unknown = List.of(place("a", 2, 4_000, Double.NaN));
    CoveredPlaces covered = covered(unknown, List.of(), List.of());
    assertThat(covered.nodes()).isEmpty();
    assertThat(covered.masts()).isEmpty();
  }

  @Test
  void oneGigabitIsTheLimitUnlessPeopleOrFibreLiftIt() {
    List<NetworkNode> nodes =
        covered(WORLD, List.of(), List.of(line(FibreLine.Status.OPERATIONAL))).nodes();
    assertThat(nodes)
        .extracting(NetworkNode::capacityMbps)
        .containsExactly(1_000.0, Double.NaN, Double.NaN);
  }

  @Test
  void fibreThatMayNotWorkLiftsNoLimit() {
    for (FibreLine.Status status : List.of(FibreLine.Status.PLANNED, FibreLine.Status.UNKNOWN)) {
      assertThat(covered(WORLD, List.of(), List.of(line(status))).nodes())
          .extracting(NetworkNode::capacityMbps)
          .containsExactly(1_000.0, Double.NaN, 1_000.0);
    }
  }

  @Test
  void aKnownNodeStandsForThePlaceButTheMastIsKept() {
    CoveredPlaces covered = covered(WORLD, List.of(node(2.005, Kind.CITY, true)), List.of());
    assertThat(covered.nodes()).extracting(NetworkNode::id).containsExactly("c_node", "d_node");
    assertThat(covered.masts()).hasSize(3);
  }

  @Test
  void mastsStandAtTheMostPopulousPlaceWithinReach() {
    List<Settlement> close = new ArrayList<>(WORLD);
    close.add(place("suburb", 1.93, 3_000, 0.9)); // 7.7 km from a
    close.add(place("beyond", 1.92, 2_000, 0.9)); // 8.8 km from a, 1.1 km from the suburb
    assertThat(covered(close, List.of(), List.of()).masts())
        .extracting(Tower::id)
        .containsExactly("a_mast", "beyond_mast", "c_mast", "d_mast");
  }

  private static Settlement modelled(Settlement place) {
    return place.withBaselineModelled(true);
  }

  /** Place b has the model's mast, which covers a, c and d. */
  private static List<String> masts(List<Settlement> places) {
    return new CoveredPlaces(places, List.of(), List.of(), place -> place.id().equals("b"))
        .masts().stream().map(Tower::id).toList();
  }

  @Test
  void theModelsMastStandsBeforeMorePopulousPlacesThatItReaches() {
    List<Settlement> world =
        List.of(
            modelled(place("a", 2.0, 9_000, 1)),
            modelled(place("b", 2.06, 1_000, 1)),
            modelled(place("c", 2.12, 9_000, 1)));
    assertThat(masts(world)).containsExactly("b_mast");
    // another of the model's masts within reach stands too: sums of countries are sums of masts
    assertThat(
            new CoveredPlaces(world, List.of(), List.of(), place -> !place.id().equals("c"))
                .masts())
        .extracting(Tower::id)
        .containsExactly("a_mast", "b_mast");
  }

  @Test
  void aModelledMastDoesNotStandWhereASourceSaysThatNobodyIsCovered() {
    List<Settlement> world =
        List.of(
            modelled(place("a", 2.0, 1_000, 1)),
            place("b", 2.06, 9_000, 0), // stated
            modelled(place("c", 2.12, 9_000, 1)));
    assertThat(masts(world)).containsExactly("a_mast", "c_mast");
  }

  @Test
  void whatASourceStatesIsReachedByTheMostPopulousOfItsPlaces() {
    List<Settlement> world =
        List.of(
            place("a", 2.0, 9_000, 1),
            place("b", 2.06, 1_000, 1), // stated: where the model has its mast counts no more
            modelled(place("c", 2.12, 500, 1)));
    assertThat(masts(world)).containsExactly("a_mast", "c_mast");
  }

  @Test
  void aMastThatCoversLessThanHalfOfItsPeopleDoesNotStand() {
    assertThat(masts(List.of(modelled(place("b", 2, 9_000, 0.49))))).isEmpty();
    assertThat(masts(List.of(modelled(place("b", 2, 9_000, 0.5))))).containsExactly("b_mast");
  }

  @Test
  void whoeverLivesCloseByLiftsTheLimitToo() {
    List<Settlement> town =
        List.of(
            place("a", 2.0, 30_000, 1),
            place("suburb", 2.03, 20_000, 0), // 3.3 km
            place("c", 2.2, 30_000, 1),
            place("village", 2.25, 20_000, 0), // 5.5 km
            place("e", 2.4, 30_000, 1),
            place("abroad", 2.43, 20_000, 0).withCountry("TGO"));
    assertThat(covered(town, List.of(), List.of()).nodes())
        .extracting(NetworkNode::capacityMbps)
        .containsExactly(Double.NaN, 1_000.0, 1_000.0);
  }

  /** The index is made anew as masts are added: what it finds may not depend on that. */
  @Test
  void manyPlacesAreThinnedAsFewAre() {
    List<Settlement> many = new ArrayList<>();
    for (int k = 0; k < 400; k++) {
      many.add(place("p%03d".formatted(k), k * 0.05, 1_000, 1));
    }
    List<Tower> masts = covered(many, List.of(), List.of()).masts();
    assertThat(masts).hasSize(200);
    for (int k = 0; k + 1 < masts.size(); k++) {
      assertThat(masts.get(k).location().distanceKm(masts.get(k + 1).location())).isGreaterThan(8);
    }
  }
}
