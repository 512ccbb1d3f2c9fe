package org.kiungo.web.placement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kiungo.planner.place.ServicePlan.Reason;
import org.kiungo.planner.place.network.LatencyTerms;
import org.kiungo.planner.place.network.NetworkAccess;
import org.kiungo.planner.servicefolder.ServiceAnswer;
import org.kiungo.web.language.Words;

class ServiceSentencesTest {

  private static String sentence(Reason unserved, Reason nearer, String language) {
    ServiceAnswer answer =
        new ServiceAnswer(
            "u",
            "Béchar",
            "DZA",
            "telemedicine-hub",
            List.of(),
            Double.NaN,
            null,
            unserved,
            "Oujda",
            "MAR",
            2.2,
            nearer);
    return ServiceSentences.of(List.of(answer), Words.in(language));
  }

  @Test
  void theUnservedLearnWhyAndWhatTheNearestSiteLacks() {
    assertThat(sentence(Reason.CAPACITY, Reason.DATA_LAW, "en"))
        .isEqualTo(
            "Béchar, Telemedicine hub: not served, because every open site that may serve it is"
                + " full. Oujda would be 2.2 ms, but its data class must stay in the country or"
                + " with an adequate peer.");
    assertThat(sentence(Reason.DATA_LAW, Reason.DATA_LAW, "en")).doesNotContain("Oujda");
  }

  @Test
  void whoGoesOverSatelliteLearnsWhatThatTakes() {
    ServiceAnswer far =
        new ServiceAnswer(
            "u",
            "Thaba-Tseka",
            "LSO",
            "telemedicine-hub",
            List.of("Maseru"),
            LatencyTerms.SATELLITE_FAR_MS,
            NetworkAccess.Way.SATELLITE_FAR,
            null,
            "",
            "",
            Double.NaN,
            null);
    for (String language : List.of("en", "fr")) {
      assertThat(ServiceSentences.of(List.of(far), Words.in(language)).replace('\u00a0', ' '))
          .contains("satellite", " %.0f ms (".formatted(LatencyTerms.SATELLITE_FAR_MS));
    }
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasWordsInBothLanguages(Reason reason) {
    for (String language : List.of("en", "fr")) {
      assertThat(sentence(reason, reason, language)).doesNotContain("eservice.");
    }
  }
}
