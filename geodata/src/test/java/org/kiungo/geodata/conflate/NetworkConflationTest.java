package org.kiungo.geodata.conflate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.TestData;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.layer.CountryLookup;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;

class NetworkConflationTest {

  private static FibreLine line(String id, double... lonLat) {
    List<LonLat> path =
        Stream.iterate(0, k -> k + 2)
            .limit(lonLat.length / 2)
            .map(k -> new LonLat(lonLat[k], lonLat[k + 1]))
            .toList();
    return new FibreLine(id, path, "TGO", "", FibreLine.Status.OPERATIONAL, "test");
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
        NetworkConflation.conflate(
            List.of(
                new Source("A", List.of(line("a", 1, 7, 1.5, 7))),
                new Source("B", List.of(line("b", 1, 7.003, 1.8, 7.003)))),
            List.of(),
            1);
    double both = new LonLat(1, 7).distanceKm(new LonLat(1.5, 7));
    assertThat(merged.lengthKm())
        .isCloseTo(new LonLat(1, 7).distanceKm(new LonLat(1.8, 7)), within(1.5));
    assertThat(merged.segments().get(0).seenBy()).containsExactly("A", "B");
    assertThat(merged.lengths().get(1).alreadyThereKm()).isCloseTo(both, within(1.5));
    assertThat(merged.lengths().get(1).drawnKm())
        .isCloseTo(
            merged.lengths().get(1).keptKm() + merged.lengths().get(1).alreadyThereKm(),
            within(1e-9));
    LonLat join = merged.segments().get(1).path().get(0);
    assertThat(join.lat()).as("the new stretch starts on the old one").isCloseTo(7, within(1e-6));
  }

  @Test
  void crossingLinesAreKeptWhole() {
    var merged =
        NetworkConflation.conflate(
            List.of(new Source("A", List.of(line("a", 1, 7, 2, 7), line("b", 1.5, 6.5, 1.5, 7.5)))),
            List.of(),
            1);
    assertThat(merged.segments()).hasSize(2);
    assertThat(merged.lengths().get(0).alreadyThereKm()).isCloseTo(0, within(0.01));
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
            List.of(new Source("A", List.of(line("a", 1, 7, 1.5, 7)))), List.of(node), 0.5);
    assertThat(merged.segments()).hasSize(2);
    assertThat(merged.segments().get(0).path().get(1).lon()).isCloseTo(1.25, within(1e-6));
  }

  @Test
  void aBranchStartsOnTheTrunk() {
    var merged =
        NetworkConflation.conflate(
            List.of(
                new Source("A", List.of(line("trunk", 1, 7, 1.5, 7))),
                new Source("B", List.of(line("branch", 1.2, 7.002, 1.2, 7.4)))),
            List.of(),
            0.5);
    assertThat(merged.segments()).hasSize(3);
    LonLat start = merged.segments().get(2).path().get(0);
    LonLat split = merged.segments().get(1).path().get(0);
    assertThat(start.distanceKm(split)).isCloseTo(0, within(0.001));
  }

  @Test
  void togosThreeDrawingsBecomeOneNetwork() {
    LayerImport layers = new LayerImport(CountryLookup.NONE);
    List<Source> sources =
        Stream.of(
                "watra_TGO_lines.geojson",
                "afterfibre/TogoTelecom.geojson",
                "ofds/Togo_Telecom/Togo_Telecom_ofds-spans_23jun2025.geojson")
            .map(file -> TestData.path("TGO/" + file))
            .map(
                file ->
                    new Source(
                        file.getFileName().toString(),
                        layers.fibreLines(file, "TGO", null).records()))
            .toList();
    var merged = NetworkConflation.conflate(sources, List.of(), 1);
    double drawnKm = merged.lengths().stream().mapToDouble(l -> l.drawnKm()).sum();
    double longestKm = merged.lengths().stream().mapToDouble(l -> l.drawnKm()).max().orElseThrow();
    assertThat(merged.lengthKm()).isLessThan(0.9 * drawnKm).isGreaterThan(0.3 * longestKm);
    assertThat(merged.lengthKm())
        .isCloseTo(merged.lengths().stream().mapToDouble(l -> l.keptKm()).sum(), within(1.0));
    assertThat(merged.segments()).anySatisfy(s -> assertThat(s.seenBy()).hasSizeGreaterThan(1));
  }
}
