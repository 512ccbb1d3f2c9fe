package org.kiungo.geodata.openness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.openness.CountryAudit.GatesCounted;
import org.kiungo.geodata.openness.CountryAudit.Unknown;
import org.kiungo.geodata.openness.SinglePoint.Kind;
import org.kiungo.geodata.openness.rule.GateRule;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.SubmarineCable;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;

class OpennessTest {

  /** Shared, so that maps are drawn once. */
  static final Openness OPENNESS = new Openness(Reference.builtIn());

  private final Openness openness = OPENNESS;

  /**
   * The western line ends on the line from Dassa to Savalou, 2.1 km from the node in Savalou: two
   * readings.
   */
  @Test
  void beninHangsOnOneSpanUnlessTheMapIsWrongAtSavalou() {
    CountryAudit benin = openness.country("BEN");
    assertThat(benin.gates().landings()).hasSize(1);
    assertThat(benin.gates().cables())
        .containsExactly("Africa Coast to Europe (ACE)", "Maroc Telecom West Africa", "SAT-3/WASC");
    assertThat(benin.gates().meets().keySet()).containsExactly("BFA", "NER", "TGO");
    SinglePoint worst =
        benin.singlePoints().stream().filter(each -> each.kind() == Kind.SPAN).findFirst().get();
    assertThat(worst.name()).isEqualTo("Save – Tchatchou – Parakou");
    assertThat(worst.lengthKm()).isCloseTo(158, within(5.0));
    assertThat(worst.peopleRatio()).isCloseTo(0.385, within(0.01));
    NearMiss savalou = benin.nearMisses().get(0);
    assertThat(savalou.nodeKm()).isCloseTo(2.1, within(0.1));
    assertThat(savalou.cost().km()).isLessThan(0.1);
    assertThat(savalou.ifJoined().worstSpanRatio()).isLessThan(0.04);
    assertThat(savalou.ifJoined().singleSpanRatio()).isCloseTo(0.157, within(0.005));
    assertThat(benin.ifJoined().singleSpanRatio()).isCloseTo(0.129, within(0.005));
    assertThat(benin.rules()).extracting(GateRule::year).containsExactly("2007");
    assertThat(benin.exposure().singleSpanRatio()).isGreaterThan(0.38);
  }

  @Test
  void whatIsNotKnownIsSaid() {
    assertThat(openness.country("RWA").gatesCounted()).isEqualTo(GatesCounted.NONE);
    assertThat(openness.country("RWA").unknowns()).contains(Unknown.LINES, Unknown.TRAFFIC);
    assertThat(openness.country("RWA").exposure()).isNull();
    assertThat(openness.country("DZA").unknowns()).contains(Unknown.CABLES);
    assertThat(openness.country("CAF").gates().neighbours())
        .containsExactly("CMR", "COD", "COG", "SDN", "SSD", "TCD");
    assertThat(openness.country("MDG").gates().neighbours()).isEmpty();
    assertThat(openness.country("BFA").gatesCounted()).isEqualTo(GatesCounted.BORDERS);
  }

  /** Guinea, The Gambia: one landing, one cable, everybody behind either. */
  @Test
  void oneCableIsASinglePoint() {
    RegionAudit two = openness.region(List.of("GMB", "COD"));
    assertThat(two.peopleOnOneCable()).isEqualTo(two.countries().get(0).people());
    assertThat(two.peopleOnOneLanding()).isEqualTo(two.people());
    assertThat(two.countries().get(0).singlePoints())
        .anySatisfy(
            each -> {
              assertThat(each.kind()).isEqualTo(Kind.CABLE);
              assertThat(each.peopleRatio()).isEqualTo(1);
              assertThat(each.cheapest().into()).isEqualTo("SEN");
            });
  }

  /** How gates are joined inland is not known there, so nobody is counted behind one of them. */
  @Test
  void noShareIsToldWhereNoFibreIsPublished() {
    for (String iso3 : List.of("KEN", "COD", "MUS")) {
      CountryAudit audit = openness.country(iso3);
      assertThat(audit.linesKnown()).as(iso3).isFalse();
      assertThat(audit.gates().cables()).as(iso3).isNotEmpty();
      assertThat(audit.singlePoints()).as(iso3).isEmpty();
      assertThat(audit.unknowns()).as(iso3).contains(Unknown.LINES);
    }
  }

  @Test
  void everyCableIsListedInEveryCountryWhereItLands() {
    Reference reference = Reference.builtIn();
    int landings = 0;
    for (SubmarineCable cable : reference.cables()) {
      for (SubmarineCable.Landing landing : cable.landings()) {
        Optional<String> iso3 = reference.countryAt(landing.location());
        if (iso3.isPresent()) {
          landings++;
          assertThat(openness.cablesOf(List.of(iso3.get())))
              .as(landing.name())
              .contains(cable.name());
        }
      }
    }
    assertThat(landings).isGreaterThan(80);
    // named by sources that tell no position of the landing
    assertThat(openness.country("ZAF").gates().cables()).contains("EASSy", "SEACOM");
    assertThat(openness.country("MUS").gates().cables()).contains("LION");
  }

  @Test
  void aLandlockedCountryUsesTheCablesOfThoseWhomItsLinesMeet() {
    assertThat(openness.cablesOf(List.of("LSO"))).isEmpty();
    assertThat(openness.cablesOf(List.of("BFA"))).contains("Equiano", "SAT-3/WASC");
    assertThat(openness.cablesOf(List.of("GMB"))).containsExactly("Africa Coast to Europe (ACE)");
  }

  /** Two lines that cross are not joined, a line that ends on another neither; ends are. */
  @Test
  void onlyEndsAreSplices() {
    FibreMap map =
        FibreMap.of(
            List.of(
                line("a", new LonLat(1, 7), new LonLat(2, 7)),
                line("b", new LonLat(1.5, 6.5), new LonLat(1.5, 7)),
                line("c", new LonLat(2.001, 7), new LonLat(2, 8))),
            List.of());
    assertThat(map.vertices()).hasSize(5);
    assertThat(map.spans()).hasSize(3);
    FibreMap joined = map.joined(new LonLat(1.5, 7), new LonLat(1.5, 7));
    assertThat(joined.spans()).hasSize(5);
  }

  private static FibreLine line(String id, LonLat from, LonLat to) {
    return new FibreLine(
        id, List.of(from, to), "BEN", "", FibreLine.Status.OPERATIONAL, "drawn for this test");
  }
}
