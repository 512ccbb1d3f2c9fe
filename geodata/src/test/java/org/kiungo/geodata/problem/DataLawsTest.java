package org.kiungo.geodata.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.planner.model.service.DataRules;
import org.kiungo.planner.model.service.Sovereignty.Place;

class DataLawsTest {

  private static DataRules rules(Confidence least, Place unknown) {
    return DataLaws.rules(Reference.builtIn(), LocalDate.of(2026, 1, 1), least, unknown);
  }

  @Test
  void healthRecordsOfKenyaStayInKenyaWhileItsGeneralDataMayGoToAPeer() {
    DataRules rules = rules(Confidence.LOW, Place.FREE);
    assertThat(rules.allows("KEN", "RWA", "health")).isFalse();
    assertThat(rules.allows("KEN", "KEN", "health")).isTrue();
    assertThat(rules.allows("KEN", "RWA", "research")).isTrue();
    assertThat(rules.allows("KEN", "ETH", "research")).isFalse();
    assertThat(rules.allows("KEN", "ETH", "none")).isTrue();
  }

  /** The African Union's list of May 2023, not the one that has Benin in the place of Angola. */
  @Test
  void whoRatifiedIsAPeerWhoOnlySignedIsNone() {
    DataRules rules = rules(Confidence.LOW, Place.FREE);
    assertThat(rules.allows("KEN", "AGO", "research")).isTrue();
    assertThat(rules.allows("KEN", "BEN", "research")).isFalse();
    assertThat(rules.allows("KEN", "GNQ", "research")).isFalse();
  }

  /** Botswana's order of 2022 rests on an act that never came into force. */
  @Test
  void aRuleUnderAnActThatNeverHeldBindsNobody() {
    assertThat(rules(Confidence.LOW, Place.FREE).isKnown("BWA", "research")).isFalse();
    assertThat(rules(Confidence.LOW, Place.FREE).allows("BWA", "ETH", "research")).isTrue();
  }

  @Test
  void aCountryWithoutARuleIsTakenAsTheCallerSays() {
    assertThat(rules(Confidence.LOW, Place.FREE).isKnown("BEN", "health")).isFalse();
    assertThat(rules(Confidence.LOW, Place.FREE).allows("BEN", "TGO", "health")).isTrue();
    assertThat(rules(Confidence.LOW, Place.IN_COUNTRY).allows("BEN", "TGO", "health")).isFalse();
  }

  @Test
  void weakerEvidenceThanAskedForCountsAsNotKnown() {
    assertThat(rules(Confidence.MEDIUM, Place.FREE).isKnown("RWA", "health")).isTrue();
    assertThat(rules(Confidence.HIGH, Place.FREE).isKnown("RWA", "health")).isFalse();
    assertThat(rules(Confidence.MEDIUM, Place.FREE).isKnown("ZMB", "health")).isTrue();
  }

  @Test
  void everyRuleNamesItsSourceAndConfidence() {
    assertThat(rules(Confidence.LOW, Place.FREE).rules())
        .hasSize(27)
        .allSatisfy(
            rule -> {
              assertThat(rule.source()).isNotBlank();
              assertThat(rule.confidence()).isIn("high", "medium", "low");
            });
  }
}
