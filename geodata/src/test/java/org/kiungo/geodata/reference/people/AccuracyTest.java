package org.kiungo.geodata.reference.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.Oracles.Count;

/** How true the built-in people and their coverage are, and the page that says so. */
class AccuracyTest {

  private static final Path PAGE = Path.of("docs/accuracy.md");
  private static final double HALF_DEGREE = 0.5;
  private static final double FIVE_MINUTES = 1 / 12.0;
  private static final People PEOPLE = Reference.builtIn().people();

  @ParameterizedTest
  @CsvSource({
    "BENIN, 0.10, 0.33",
    "LESOTHO, 0.07, 0.32",
    "KENYA, 0.09,",
    "KENYA_CLUSTERS, 0.14, 0.34",
    "DJIBOUTI, 0.09, 0.77"
  })
  void peopleStandInTheRightCell(Oracle oracle, double halfDegree, Double fiveMinutes) {
    List<Count> truth = oracle.counts();
    List<Count> model = Oracles.model(oracle.country, PEOPLE);
    assertThat(Oracles.misplaced(truth, model, HALF_DEGREE)).isLessThan(halfDegree);
    if (fiveMinutes != null) {
      assertThat(Oracles.misplaced(truth, model, FIVE_MINUTES)).isLessThan(fiveMinutes);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BENIN", "LESOTHO", "DJIBOUTI"})
  void groundLivedOnIsWithinItsRange(Oracle oracle) {
    assertThat(LivedOn.of(oracle.counts()).values())
        .hasSizeGreaterThan(1)
        .allSatisfy(
            each ->
                assertThat(each.ratio())
                    .isBetween(
                        InhabitedGround.lowRatio(each.peoplePerKm2()),
                        InhabitedGround.highRatio(each.peoplePerKm2())));
  }

  /** In classes of at least ten cells; parts spread a little further than people do. */
  @ParameterizedTest
  @EnumSource(names = {"BENIN", "LESOTHO", "KENYA_CLUSTERS"})
  void partsCrowdAsPeopleDo(Oracle oracle) {
    assertThat(Crowding.of(oracle.counts()).values())
        .filteredOn(each -> each.cells() >= 10)
        .hasSizeGreaterThan(4)
        .allSatisfy(
            each -> {
              Crowding.Shares measured = each.measured();
              Crowding.Shares modelled = each.modelled();
              assertThat(modelled.fullest()).isCloseTo(measured.fullest(), within(0.17));
              assertThat(modelled.nearKm5()).isCloseTo(measured.nearKm5(), within(0.17));
              assertThat(each.misplaced()).isLessThan(each.atOnePoint());
            });
  }

  @Test
  void groundLivedOnGrowsWithTheDensityAndIsNeverMoreThanAll() {
    double before = 0;
    for (double density = 0.001; density < 1e6; density *= 1.1) {
      double ratio = InhabitedGround.ratio(density);
      assertThat(ratio).isPositive().isBetween(before, 1.0);
      assertThat(ratio)
          .isBetween(InhabitedGround.lowRatio(density), InhabitedGround.highRatio(density));
      before = ratio;
    }
  }

  @Test
  void mainRoadsAreALittleFartherThanAllRoads() {
    double ours = Oracles.medianRoadKm(Oracles.model("BEN", PEOPLE));
    double theirs = Oracles.medianRoadKm(Oracle.BENIN.counts());
    assertThat(ours - theirs).isBetween(0.0, 5.0);
  }

  @Test
  void thePageSaysWhatIsMeasured() throws IOException {
    String page = AccuracyPage.measured();
    if (Boolean.getBoolean("kiungo.write")) {
      Files.writeString(PAGE, page);
    }
    assertThat(PAGE).content().isEqualTo(page);
  }
}
