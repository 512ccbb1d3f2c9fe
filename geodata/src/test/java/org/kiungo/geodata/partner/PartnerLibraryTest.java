package org.kiungo.geodata.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.funding.PartnerFile;
import org.kiungo.planner.partner.Currency;
import org.kiungo.planner.partner.Envelope;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.partner.condition.Condition;
import org.kiungo.planner.partner.condition.Countries;

class PartnerLibraryTest {

  /** Who pays tells of it, or nobody is named. */
  private static final String PRIMARY =
      "|.* https://.*(europa[.]eu|eib[.]org|worldbank[.]org|afdb[.]org|itu[.]int|eac[.]int"
          + "|africaconnect3[.]net|wacren[.]net|ppiaf[.]org)/.*";

  private final PartnerLibrary library = PartnerLibrary.builtIn();

  @Test
  void everyPublishedProgrammeIsThereOnceWithItsSource() {
    assertThat(library.all())
        .extracting(LibraryPartner::published)
        .containsExactlyInAnyOrderElementsOf(Reference.builtIn().facts().fundingPartners());
    assertThat(library.all()).extracting(LibraryPartner::id).doesNotHaveDuplicates();
    assertThat(library.all()).extracting(each -> each.terms().letter()).doesNotHaveDuplicates();
    assertThat(library.all())
        .allSatisfy(
            each -> {
              assertThat(each.published().evidence().source()).isNotBlank();
              assertThat(each.terms().source()).matches(PRIMARY);
              assertThat(each.countries()).isNotEmpty();
              assertThat(each.networksRatio()).isBetween(0.0, 1.0);
              assertThat(each.terms().assumed()).contains("envelopes");
            });
  }

  /** 29.18 bn EUR over seven years, a twentieth for networks, by people of those who may ask. */
  @Test
  void anEnvelopeIsTheShareOfPeopleAndYearsInThePublishedOne() {
    LibraryPartner ndici = library.find("ndici-ssa").orElseThrow();
    Partner kenya = ndici.partner(List.of("KEN"), 2026, 2035);
    Reference facts = Reference.builtIn();
    double all = ndici.countries().stream().mapToDouble(c -> facts.country(c).population()).sum();
    double yearly = 29.18e9 / 7 * 0.05 * facts.country("KEN").population() / all;
    assertThat(kenya.envelopes()).extracting(Envelope::firstYear).containsExactly(2026, 2027);
    assertThat(kenya.envelopes())
        .allSatisfy(
            e -> {
              assertThat(e.amount()).isCloseTo(yearly, withinPercentage(5));
              assertThat(new BigDecimal(e.amount()).stripTrailingZeros().precision())
                  .isLessThanOrEqualTo(2);
            });
    assertThat(kenya.isIllustrative()).isTrue();
    assertThat(kenya.currency()).extracting(Currency::code).isEqualTo("EUR");
  }

  /** What Djibouti could ask for is no money of Lesotho, whoever keeps the partner and where. */
  @Test
  void aPartnerPaysInTheCountriesItWasMadeForOnly() {
    Partner djibouti = library.find("eardip-2").orElseThrow().partner(List.of("DJI"), 2024, 2030);
    assertThat(djibouti.totalCents()).isPositive();
    assertThat(djibouti.isElsewhere(List.of("LSO"))).isTrue();
    assertThat(djibouti.isElsewhere(List.of("DJI", "LSO"))).isFalse();
    for (LibraryPartner each : library.all()) {
      String own = each.countries().get(0);
      assertThat(each.partner(List.of(own), 2027, 2036).conditions())
          .as(each.id())
          .contains(new Countries(List.of(own)));
    }
  }

  @Test
  void whoPaysElsewhereForOtherThingsOrInOtherYearsIsToldApart() {
    List<String> kenya = List.of("KEN");
    assertThat(standing("idea", kenya)).isEqualTo(LibraryPartner.Standing.OFFERED);
    assertThat(standing("usf", kenya)).isEqualTo(LibraryPartner.Standing.AMOUNT_UNKNOWN);
    assertThat(standing("eib-bcs", kenya)).isEqualTo(LibraryPartner.Standing.OTHER_YEARS);
    assertThat(standing("africa-bb-maps", kenya)).isEqualTo(LibraryPartner.Standing.OTHER_PURPOSE);
    assertThat(standing("idea-angola", kenya)).isEqualTo(LibraryPartner.Standing.OTHER_COUNTRIES);
  }

  private LibraryPartner.Standing standing(String id, List<String> countries) {
    return library.find(id).orElseThrow().standing(countries, 2027, 2036);
  }

  /** What is written to start from is read again as it is; a neighbour may not spend the money. */
  @Test
  void aStartIsAPartnersFile() throws IOException {
    Partnership start = library.start(List.of("KEN", "ETH"), 2027, 2036).orElseThrow();
    assertThat(PartnerFile.read(PartnerFile.write(start), "start.json")).isEqualTo(start);
    assertThat(start.partners()).hasSizeBetween(4, 12);
    String only =
        library
            .find("eardip-2")
            .orElseThrow()
            .partner(List.of("KEN", "ETH"), 2024, 2030)
            .conditions()
            .stream()
            .map(Condition::toString)
            .collect(Collectors.joining());
    assertThat(only).contains("[ETH]").doesNotContain("KEN");
  }
}
