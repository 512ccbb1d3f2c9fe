package org.kiungo.geodata.problem;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.format.Finding;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.ServiceStandard;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Imported coverage says who is served today, by the share of ground it covers. */
class CoverageBaselineTest {

  private static final Catalogue CATALOGUE = new Catalogue("test", List.of(), List.of());

  private static Settlement settlement(String id, double lon, double areaKm2, double stated) {
    LonLat place = new LonLat(lon, 0);
    return SettlementBuilder.builder()
        .id(id)
        .location(place)
        .population(100)
        .areaKm2(areaKm2)
        .country("KEN")
        .baselineCoverageRatio(stated)
        .build();
  }

  @Test
  void areasThatChangeNothingAreTold() {
    List<Settlement> places = List.of(settlement("a", 36, 1, 0.4), settlement("b", 36, 1, NaN));
    assertThat(assemble(places, box("4G", 35, 37)).report().findings())
        .filteredOn(each -> each.code().equals("coverage.stated"))
        .extracting(Finding::found, Finding::expected)
        .containsExactly(tuple("1", "2"));
    assertThat(assemble(places).report().counts()).doesNotContainKey("coverage.stated");
    assertThat(assemble(places.subList(1, 2), box("4G", 35, 37)).report().counts())
        .doesNotContainKey("coverage.stated");
  }

  private static CoverageArea box(String generation, double west, double east) {
    Geometry area = new GeometryFactory().toGeometry(new Envelope(west, east, -1, 1));
    return new CoverageArea(generation + west, generation, area);
  }

  private static AssembledProblem assemble(List<Settlement> settlements, CoverageArea... areas) {
    NetworkNode node =
        NetworkNodeBuilder.builder()
            .id("n")
            .location(new LonLat(36, 0))
            .country("KEN")
            .kind(NetworkNode.Kind.FIBRE_NODE)
            .source("test")
            .build();
    return ProblemAssembly.fromLayers(
        new ProblemLayers(
            List.of("KEN"),
            settlements,
            List.of(node),
            List.of(),
            List.of(),
            List.of(areas),
            List.of(new InputFile("settlements", "s.csv", "", ""))),
        CATALOGUE,
        ServiceStandard.DEFAULT,
        Money.DEFAULT);
  }

  private static double ratio(PlanningProblem problem, String id) {
    return problem.settlements().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow()
        .baselineCoverageRatio();
  }

  @Test
  void theShareOfGroundInsideCoverageIsServedToday() {
    PlanningProblem problem =
        assemble(
                List.of(
                    settlement("inside", 36.5, 10, Double.NaN),
                    settlement("half", 37, 10, Double.NaN),
                    settlement("outside", 38, 10, Double.NaN),
                    settlement("point", 36.2, Double.NaN, Double.NaN),
                    settlement("stated", 36.5, 10, 0.25)),
                box("4G", 36, 37),
                box("LTE", 36.1, 36.9))
            .problem();
    assertThat(ratio(problem, "inside")).isEqualTo(1);
    assertThat(ratio(problem, "half")).isCloseTo(0.5, within(1e-9));
    assertThat(ratio(problem, "outside")).isZero();
    assertThat(ratio(problem, "point")).isEqualTo(1);
    assertThat(ratio(problem, "stated")).isEqualTo(0.25);
  }

  @Test
  void coverageThatIsMappedWinsOverWhatIsModelled() {
    Settlement modelled =
        settlement("m", 36.5, 10, 0.25)
            .with()
            .baselineLowRatio(0.125)
            .baselineHighRatio(0.5)
            .baselineModelled(true)
            .build();
    Settlement mapped =
        assemble(List.of(modelled), box("4G", 36, 37)).problem().settlements().get(0);
    assertThat(mapped.baselineCoverageRatio()).isEqualTo(1);
    assertThat(mapped.baselineModelled()).isFalse();
    assertThat(mapped.baselineLowRatio()).isNaN();
    Settlement kept = assemble(List.of(modelled)).problem().settlements().get(0);
    assertThat(kept.baselineCoverageRatio()).isEqualTo(0.25);
    assertThat(kept.baselineHighRatio()).isEqualTo(0.5);
    assertThat(kept.baselineModelled()).isTrue();
  }

  @Test
  void secondAndThirdGenerationSayNothingAboutTheStandard() {
    PlanningProblem problem =
        assemble(
                List.of(settlement("a", 36.5, 10, Double.NaN)),
                box("3G", 36, 37),
                box("GSM", 36, 37))
            .problem();
    assertThat(ratio(problem, "a")).isNaN();
    assertThat(new CoverageArea("x", "", null).meetsStandard()).isTrue();
    assertThat(new CoverageArea("x", "2G/3G/4G", null).meetsStandard()).isTrue();
    assertThat(new CoverageArea("x", "HSPA+", null).meetsStandard()).isFalse();
  }

  @Test
  void anAreaThatIsNotValidIsToldAndNotUsed() throws ParseException {
    Geometry bowtie = new WKTReader().read("POLYGON ((36 -1, 37 1, 37 -1, 36 1, 36 -1))");
    AssembledProblem assembled =
        assemble(
            List.of(settlement("a", 36.5, 10, Double.NaN)),
            new CoverageArea("bowtie", "4G", bowtie));
    assertThat(assembled.report().counts()).containsEntry("coverage.invalid", 1L);
    assertThat(ratio(assembled.problem(), "a")).isNaN();
  }

  @Test
  void countriesTogetherKeepEveryRecordUnderAnIdentityOfItsOwn() {
    PlanningProblem one = assemble(List.of(settlement("1", 36, 1, 0))).problem();
    Settlement other =
        SettlementBuilder.builder()
            .id("1")
            .location(new LonLat(28, -29))
            .population(5)
            .areaKm2(1)
            .country("LSO")
            .baselineCoverageRatio(0)
            .build();
    PlanningProblem two =
        ProblemAssembly.fromLayers(
                new ProblemLayers(
                    List.of("LSO"), List.of(other), List.of(), List.of(), List.of(), List.of()),
                CATALOGUE,
                ServiceStandard.DEFAULT,
                Money.DEFAULT)
            .problem();
    PlanningProblem both = ProblemAssembly.together(List.of(one, two));
    assertThat(both.settlements()).extracting(Settlement::id).containsExactly("1", "1@LSO");
    assertThat(both.nodes()).hasSize(one.nodes().size() + two.nodes().size());
    assertThat(both.inputs()).extracting(InputFile::role).contains("settlements", "reference");
  }
}
