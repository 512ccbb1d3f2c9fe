package org.kiungo.geodata.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.format.table.NameText;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.ExchangePoint;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.FibreLine.Status;
import org.kiungo.planner.model.NetworkNode;

/** Networks that stand today, as ITU and WATRA gathered them for 16 countries. */
class NetworksTest {

  private static final Reference REFERENCE = Reference.builtIn();

  private static List<String> withFibre() {
    return REFERENCE.countries().stream()
        .map(CountryFacts::iso3)
        .filter(iso3 -> !REFERENCE.fibreLines(iso3).isEmpty())
        .toList();
  }

  @Test
  void sixteenCountriesHaveTheirLinesWithTheStatusThatTheSourceStates() {
    assertThat(withFibre())
        .containsExactly(
            "BEN", "BFA", "CIV", "CPV", "GHA", "GIN", "GMB", "GNB", "LBR", "MLI", "MRT", "NER",
            "NGA", "SEN", "SLE", "TGO");
    Map<Status, Integer> lines = new EnumMap<>(Status.class);
    for (String iso3 : withFibre()) {
      REFERENCE.fibreLines(iso3).forEach(line -> lines.merge(line.status(), 1, Integer::sum));
    }
    assertThat(lines)
        .containsEntry(Status.OPERATIONAL, 840)
        .containsEntry(Status.PLANNED, 75)
        .containsEntry(Status.UNKNOWN, 303);
  }

  @Test
  void nigeriasLinesAreUnknownNeitherOperationalNorAbsent() {
    assertThat(REFERENCE.fibreLines("NGA"))
        .hasSize(284)
        .extracting(FibreLine::status)
        .containsOnly(Status.UNKNOWN);
    assertThat(REFERENCE.fibreLines("NGA")).noneMatch(FibreLine::operational);
    assertThat(REFERENCE.fibreLines("NER"))
        .extracting(FibreLine::status)
        .containsOnly(Status.PLANNED, Status.UNKNOWN);
  }

  @Test
  void everyLineSaysWhereItIsFromAndLiesInItsCountry() {
    for (String iso3 : withFibre()) {
      List<FibreLine> lines = REFERENCE.fibreLines(iso3);
      assertThat(lines).extracting(FibreLine::id).doesNotHaveDuplicates().isSorted();
      assertThat(lines)
          .allSatisfy(line -> assertThat(line.source()).startsWith("ITU and WATRA 2025-07-07: "))
          .allSatisfy(line -> assertThat(line.operator()).isNotEqualTo("Unknown"));
      long inside =
          lines.stream().filter(line -> REFERENCE.contains(iso3, line.path().get(0))).count();
      assertThat(inside / (double) lines.size()).as(iso3).isGreaterThan(0.9);
    }
  }

  @Test
  void fibreNodesAreThoseThatASourceCallsOperational() {
    int nodes = 0;
    for (String iso3 : withFibre()) {
      assertThat(REFERENCE.fibreNodes(iso3))
          .allMatch(node -> node.kind() == NetworkNode.Kind.FIBRE_NODE && !node.assumed())
          .noneMatch(node -> node.name().isBlank() || NameText.isPlaceholder(node.name()));
      nodes += REFERENCE.fibreNodes(iso3).size();
    }
    assertThat(nodes).isEqualTo(881);
    assertThat(REFERENCE.fibreNodes("KEN")).isEmpty();
  }

  /** Nobody reads Undefined, N/A or null where a name should stand. */
  @Test
  void noNameSaysThatThereIsNone() {
    for (CountryFacts country : REFERENCE.countries()) {
      String iso3 = country.iso3();
      Stream<String> names =
          Stream.of(
                  REFERENCE.places(iso3).stream().map(PopulatedPlace::name),
                  REFERENCE.people().places(iso3).stream().map(InhabitedPlace::name),
                  REFERENCE.districts(iso3).stream().map(District::name),
                  REFERENCE.exchangePoints(iso3).stream().map(ExchangePoint::name),
                  REFERENCE.landingCities(iso3).stream().map(LandingCity::city),
                  REFERENCE.fibreLines(iso3).stream().map(FibreLine::operator))
              .flatMap(each -> each);
      assertThat(names.filter(NameText::isPlaceholder)).as(iso3).isEmpty();
    }
  }

  @Test
  void cablesNameTheirLandings() {
    assertThat(REFERENCE.cables()).hasSize(15).extracting(SubmarineCable::name).isSorted();
    SubmarineCable equiano =
        REFERENCE.cables().stream().filter(c -> c.name().equals("Equiano")).findFirst().get();
    assertThat(equiano.serviceYear()).isEqualTo(2022);
    assertThat(equiano.capacityTbps()).isEqualTo(144);
    assertThat(equiano.landings())
        .extracting(SubmarineCable.Landing::name)
        .contains("Lome, Togo", "Lagos, Nigeria", "Melkbosstrand, South Africa");
    assertThat(REFERENCE.cables()).allSatisfy(c -> assertThat(c.landings()).hasSizeGreaterThan(1));
  }
}
