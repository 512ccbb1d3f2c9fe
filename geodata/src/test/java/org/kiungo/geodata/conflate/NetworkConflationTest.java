package org.kiungo.geodata.conflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.conflate.NetworkConflation.Place;
import org.kiungo.geodata.conflate.NetworkConflation.Question;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.value.LonLat;

class NetworkConflationTest {

  private static DrawnLine line(String id, double... lonLat) {
    List<LonLat> path =
        Stream.iterate(0, k -> k + 2)
            .limit(lonLat.length / 2)
            .map(k -> new LonLat(lonLat[k], lonLat[k + 1]))
            .toList();
    return DrawnLine.of(new FibreLine(id, path, "TGO", "", FibreLine.Status.OPERATIONAL, "test"));
  }

  private static ConflatedNetwork merge(double km, Map<String, Decision> decisions, Source... all) {
    return NetworkConflation.conflate(
        new Question(List.of(all), List.of(), Tolerance.of(km), List.of(), decisions));
  }

  private static ConflatedNetwork merge(double km, Source... all) {
    return merge(km, Map.of(), all);
  }

  private static Map<String, Decision> all(ConflatedNetwork network, Decision decision) {
    return network.doubts().stream().collect(Collectors.toMap(Doubt::id, each -> decision));
  }

  private static double km(double lon) {
    return new LonLat(0, 7).distanceKm(new LonLat(lon, 7));
  }

  /**
   *
   *
   * <pre>
   *  A  o===========o            one cable drawn twice, 300 m apart,
   *  B  o-----------o------o     and B goes on for 33 km
   * </pre>
   */
  @Test
  void aSecondDrawingAddsOnlyWhatIsNew() {
    var merged =
        merge(
            1,
            new Source("A", List.of(line("a", 1, 7, 1.5, 7))),
            new Source("B", List.of(line("b", 1, 7.003, 1.8, 7.003))));
    assertThat(merged.lengthKm()).isCloseTo(km(.8), within(1.5));
    assertThat(merged.segments().get(0).seenBy()).containsExactly("A", "B");
    assertThat(merged.lengths().get(1).alreadyThereKm()).isCloseTo(km(.5), within(1.5));
    assertThat(merged.lengths().get(1).drawnKm())
        .isCloseTo(
            merged.lengths().get(1).keptKm() + merged.lengths().get(1).alreadyThereKm(),
            within(1e-9));
    assertThat(merged.sharedKm()).isCloseTo(km(.5), within(2.0));
    LonLat join = merged.segments().get(1).path().get(0);
    assertThat(join.lat()).as("the new stretch starts on the old one").isCloseTo(7, within(1e-6));
  }

  @Test
  void crossingLinesAreKeptWhole() {
    var merged =
        merge(
            1,
            new Source("A", List.of(line("a", 1, 7, 2, 7))),
            new Source("B", List.of(line("b", 1.5, 6.5, 1.5, 7.5))));
    assertThat(merged.segments()).hasSize(2);
    assertThat(merged.lengths().get(1).alreadyThereKm()).isCloseTo(0, within(0.01));
    assertThat(merged.doubts()).isEmpty();
  }

  /** B weaves about A: within the tolerance, beyond it for a kilometre, within it again. */
  @Test
  void nothingWithinTheToleranceCountsAsNew() {
    double[] weave = new double[42];
    for (int k = 0; k < 21; k++) {
      weave[2 * k] = 1 + 0.02 * k;
      weave[2 * k + 1] = 7 + (k % 2 == 0 ? 0 : .0105);
    }
    var merged =
        merge(
            1,
            new Source("A", List.of(line("a", 1, 7, 1.4, 7))),
            new Source("B", List.of(line("b", weave))));
    assertThat(merged.lengths().get(1).keptKm()).isZero();
    assertThat(merged.doubts()).isEmpty();
  }

  /**
   *
   *
   * <pre>
   *        ___________
   *  B  o-/           \-o     B leaves A by 3 km for 40 km and comes back
   *  A  o==============o
   * </pre>
   */
  private static Source[] beside() {
    return new Source[] {
      new Source("A", List.of(line("a", 1, 7, 2, 7))),
      new Source("B", List.of(line("b", 1, 7, 1.3, 7, 1.32, 7.03, 1.68, 7.03, 1.7, 7, 2, 7)))
    };
  }

  @Test
  void whatRunsBesideIsDoubtfulAndCountsOnceUntilItIsDecided() {
    var later = merge(.5, beside());
    assertThat(later.doubts()).hasSize(1);
    Doubt doubt = later.doubts().get(0);
    assertThat(doubt.reason()).isEqualTo(Doubt.Reason.PARALLEL);
    assertThat(doubt.farthestKm()).isCloseTo(3.3, within(.1));
    assertThat(doubt.lengthKm()).isCloseTo(km(.42), within(1.0));
    assertThat(doubt.keptPath().get(5).lat()).isCloseTo(7, within(1e-6));
    assertThat(later.lengthKm()).isCloseTo(km(1), within(.1));
    assertThat(later.lengths().get(1).undecidedKm()).isCloseTo(doubt.lengthKm(), within(1e-9));

    var second = merge(.5, all(later, Decision.SECOND), beside());
    assertThat(second.doubts()).isEqualTo(later.doubts());
    assertThat(second.lengthKm()).isCloseTo(km(1) + doubt.lengthKm(), within(2.5));

    var same = merge(.5, all(later, Decision.SAME), beside());
    assertThat(same.lengthKm()).isCloseTo(km(1), within(.1));
    assertThat(same.lengths().get(1).undecidedKm()).isZero();

    var other = merge(.5, all(later, Decision.SAME_AS_OTHER), beside());
    assertThat(other.lengthKm()).isCloseTo(km(.6) + doubt.lengthKm(), within(4.0));
    assertThat(other.segments())
        .anySatisfy(
            each -> {
              assertThat(each.keptFrom()).isEqualTo("B");
              assertThat(each.seenBy()).containsExactly("A", "B");
              assertThat(each.path()).anySatisfy(at -> assertThat(at.lat()).isEqualTo(7.03));
            });
  }

  @Test
  void aPlaceThatOneOfThemPassesIsNamed() {
    var merged =
        NetworkConflation.conflate(
            new Question(
                List.of(beside()),
                List.of(),
                Tolerance.of(.5),
                List.of(new Place("Bohicon", new LonLat(1.5, 7.031))),
                Map.of()));
    Doubt doubt = merged.doubts().get(0);
    assertThat(doubt.reason()).isEqualTo(Doubt.Reason.PLACE);
    assertThat(List.of(doubt.place(), doubt.placePassedBy())).containsExactly("Bohicon", "B");
  }

  @Test
  void anEndALittleShortOfAnotherLineIsAGapToBeDecided() {
    Source drawn = new Source("A", List.of(line("a", 1, 7, 2, 7), line("b", 1.5, 7.019, 1.5, 7.6)));
    var later = merge(1, drawn);
    assertThat(later.doubts()).extracting(Doubt::reason).containsExactly(Doubt.Reason.GAP);
    assertThat(later.doubts().get(0).lengthKm()).isCloseTo(2.1, within(.05));
    assertThat(later.segments()).hasSize(2);
    var joined = merge(1, all(later, Decision.SAME), drawn);
    assertThat(joined.lengthKm()).isCloseTo(later.lengthKm() + 2.1, within(.05));
    assertThat(joined.segments()).as("split where it is joined").hasSize(4);
  }

  /** As at Savalou: the western line ends on the one from Dassa, 2.1 km short of the node. */
  @Test
  void anEndOnTheMiddleOfALineNearWhereLinesMeetIsDoubtfulToo() {
    Source drawn =
        new Source(
            "A",
            List.of(
                line("dassa", 1, 7, 2, 7), line("on", 2, 7, 3, 7), line("bante", 1.981, 7, 2, 8)));
    var later = merge(1, drawn);
    assertThat(later.doubts()).extracting(Doubt::reason).containsExactly(Doubt.Reason.SPLICE);
    assertThat(later.doubts().get(0).lengthKm()).isCloseTo(2.1, within(.05));
    assertThat(later.segments()).as("spliced until it is decided").hasSize(4);
    assertThat(merge(1, all(later, Decision.SECOND), drawn).segments()).hasSize(3);
  }

  @Test
  void whatIsToldIsKeptAndContradictionsAreTold() {
    FibreLine first = line("a", 1, 7, 2, 7).line();
    DrawnLine a =
        new DrawnLine(
            new FibreLine("a", first.path(), "TGO", "", FibreLine.Status.UNKNOWN, "test"),
            Map.of("capacityMbps", "100000", "note", "x"));
    DrawnLine b =
        new DrawnLine(
            new FibreLine("b", first.path(), "TGO", "CEB", FibreLine.Status.OPERATIONAL, "test"),
            Map.of("owner", "CEB", "capacityMbps", "40000", "serviceDate", "2019-05-01"));
    var merged = merge(1, new Source("A", List.of(a)), new Source("B", List.of(b)));
    var segment = merged.segments().get(0);
    assertThat(segment.status()).isEqualTo(FibreLine.Status.OPERATIONAL);
    assertThat(segment.told())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "operator", "CEB",
                "owner", "CEB",
                "capacityMbps", "100000",
                "serviceDate", "2019-05-01",
                "note", "x"));
    assertThat(segment.toldBy()).containsEntry("capacityMbps", "A").containsEntry("status", "B");
    assertThat(merged.conflicts())
        .containsExactly(new Conflict("a/0", "capacityMbps", "A", "100000", "B", "40000"));
  }

  private static DrawnLine of(String operator, DrawnLine drawn) {
    FibreLine line = drawn.line();
    return DrawnLine.of(
        new FibreLine(line.id(), line.path(), "TGO", operator, line.status(), "test"));
  }

  /**
   *
   *
   * <pre>
   *  A  o===========o            CEB
   *  B  o-----------o------o     Togocom, 300 m beside it, then 33 km on its own
   * </pre>
   */
  private static Source[] onOneRoad(String operator, String other) {
    return new Source[] {
      new Source("A", List.of(of(operator, line("a", 1, 7, 1.5, 7)))),
      new Source("B", List.of(of(other, line("b", 1, 7.003, 1.8, 7.003))))
    };
  }

  @Test
  void twoOperatorsOnOneRoadAreOneRouteUntilItIsDecided() {
    var later = merge(1, onOneRoad("CEB", "Togocom"));
    assertThat(later.doubts()).extracting(Doubt::reason).containsExactly(Doubt.Reason.OPERATORS);
    Doubt doubt = later.doubts().get(0);
    assertThat(List.of(doubt.keptOperator(), doubt.otherOperator()))
        .containsExactly("CEB", "Togocom");
    assertThat(doubt.lengthKm()).isCloseTo(km(.5), within(1.5));
    assertThat(later.lengthKm()).isCloseTo(km(.8), within(1.5));
    assertThat(later.lengths().get(1).undecidedKm()).isZero();
    assertThat(later.conflicts()).isEmpty();
    assertThat(later.segments().get(0).told()).containsEntry("operator", "CEB; Togocom");
    assertThat(later.segments().get(0).toldBy()).containsEntry("operator", "A; B");
    assertThat(later.segments().get(1).told()).containsEntry("operator", "Togocom");

    var same = merge(1, all(later, Decision.SAME), onOneRoad("CEB", "Togocom"));
    assertThat(same.segments()).isEqualTo(later.segments());

    var other = merge(1, all(later, Decision.SAME_AS_OTHER), onOneRoad("CEB", "Togocom"));
    assertThat(other.lengthKm()).isCloseTo(km(.8), within(1.5));
    assertThat(other.segments())
        .allSatisfy(each -> assertThat(each.keptFrom()).isEqualTo("B"))
        .anySatisfy(
            each -> assertThat(each.told().get("operator")).contains("CEB").contains("Togocom"));
  }

  /** Both are kept, spliced nowhere along the road; the road counts once. */
  @Test
  void twoCablesOnOneRoadAreTwoLinesAndOneRoute() {
    var later = merge(1, onOneRoad("CEB", "Togocom"));
    var two = merge(1, all(later, Decision.SECOND), onOneRoad("CEB", "Togocom"));
    assertThat(two.doubts()).isEqualTo(later.doubts());
    assertThat(two.segments()).hasSize(2);
    assertThat(two.segments())
        .extracting(each -> each.told().get("operator"))
        .containsExactly("CEB", "Togocom");
    assertThat(two.segments().get(0).seenBy()).containsExactly("A");
    assertThat(two.segments().get(1).lengthKm()).isCloseTo(km(.8), within(1.0));
    assertThat(two.besideKm()).isCloseTo(km(.5), within(1.5));
    assertThat(two.lengthKm()).isCloseTo(later.lengthKm(), within(1.5));
    assertThat(two.sharedKm()).isCloseTo(later.sharedKm(), within(2.0));
    assertThat(two.lengths())
        .extracting(each -> each.drawnKm() - each.alreadyThereKm())
        .containsExactly(two.lengths().get(0).keptKm(), two.lengths().get(1).keptKm());
    assertThat(two.lengths().stream().mapToDouble(each -> each.keptKm()).sum())
        .isCloseTo(two.lengthKm(), within(1e-9));
  }

  @Test
  void oneOperatorWrittenOtherwiseOrByNobodyIsNoQuestion() {
    for (String other : List.of("togo telecom", "Moov; TOGO-TÉLÉCOM", "unknown", "")) {
      var merged = merge(1, onOneRoad("Togo Télécom", other));
      assertThat(merged.doubts()).as(other).isEmpty();
      assertThat(merged.lengthKm()).isCloseTo(km(.8), within(1.5));
    }
  }

  /** A third drawing of the second cable is no third cable, whatever is nearest. */
  @Test
  void aDrawingIsTakenForTheCableOfItsOperator() {
    Source third = new Source("C", List.of(of("TOGOCOM", line("c", 1, 6.999, 1.5, 6.999))));
    Source[] road = onOneRoad("CEB", "Togocom");
    var merged = merge(1, road[0], road[1], third);
    assertThat(merged.doubts()).hasSize(1);
    assertThat(merged.segments().get(0).told()).containsEntry("operator", "CEB; Togocom");
  }

  @Test
  void oneDrawingMayHaveTwoOperatorsOnOneRoad() {
    Source drawn =
        new Source(
            "A",
            List.of(of("CEB", line("a", 1, 7, 1.5, 7)), of("Togocom", line("b", 1, 7, 1.5, 7))));
    var later = merge(1, drawn);
    assertThat(later.doubts()).extracting(Doubt::reason).containsExactly(Doubt.Reason.OPERATORS);
    assertThat(later.segments()).hasSize(1);
    assertThat(later.segments().get(0).told()).containsEntry("operator", "CEB; Togocom");
    var two = merge(1, all(later, Decision.SECOND), drawn);
    assertThat(two.segments()).hasSize(2);
    assertThat(two.lengthKm()).isCloseTo(later.lengthKm(), within(1e-6));
    assertThat(merge(1, all(later, Decision.SAME_AS_OTHER), drawn).segments()).hasSize(1);
  }

  @Test
  void aNodeOnALineSplitsIt() {
    var node =
        NetworkNodeBuilder.builder()
            .id("n")
            .name("n")
            .location(new LonLat(1.25, 7.001))
            .country("TGO")
            .kind(NetworkNode.Kind.FIBRE_NODE)
            .source("test")
            .build();
    var merged =
        NetworkConflation.conflate(
            new Question(
                List.of(new Source("A", List.of(line("a", 1, 7, 1.5, 7)))),
                List.of(node),
                Tolerance.of(.5),
                List.of(),
                Map.of()));
    assertThat(merged.segments()).hasSize(2);
    assertThat(merged.segments().get(0).path().get(1).lon()).isCloseTo(1.25, within(1e-6));
  }

  @Test
  void aBranchStartsOnTheTrunk() {
    var merged =
        merge(
            .5,
            new Source("A", List.of(line("trunk", 1, 7, 1.5, 7))),
            new Source("B", List.of(line("branch", 1.2, 7.002, 1.2, 7.4))));
    assertThat(merged.segments()).hasSize(3);
    LonLat start = merged.segments().get(2).path().get(0);
    LonLat split = merged.segments().get(1).path().get(0);
    assertThat(start.distanceKm(split)).isCloseTo(0, within(0.001));
  }

  @Test
  void togosDrawingsBecomeOneNetwork() {
    LayerImport layers = new LayerImport(CountryLookup.NONE);
    List<Source> sources =
        Stream.of(
                "watra_TGO_lines.geojson",
                "ofds/Togo_Telecom/Togo_Telecom_ofds-spans_23jun2025.geojson")
            .map(file -> DrawingFile.read(file, TestData.path("TGO/" + file), "TGO", layers))
            .map(DrawingFile::source)
            .toList();
    ToleranceSuggestion suggested = ToleranceSuggestion.of(sources, Map.of());
    assertThat(suggested.basis()).isEqualTo(ToleranceSuggestion.Basis.OFFSETS);
    assertThat(suggested.tolerance().km()).isBetween(1.0, 3.0);
    var merged =
        NetworkConflation.conflate(
            new Question(sources, List.of(), suggested.tolerance(), List.of(), Map.of()));
    assertThat(merged.sharedKm())
        .as("as long as the better drawing where they draw the same")
        .isCloseTo(merged.lengths().get(0).sharedKm(), withinPercentage(3));
    assertThat(merged.lengthKm())
        .isCloseTo(merged.lengths().stream().mapToDouble(l -> l.keptKm()).sum(), within(1.0));
    assertThat(merged.segments()).anySatisfy(s -> assertThat(s.seenBy()).hasSize(2));
  }
}
