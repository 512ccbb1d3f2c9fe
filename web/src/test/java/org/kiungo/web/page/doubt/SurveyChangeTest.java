package org.kiungo.web.page.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.layer.SurveyAnswers;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.doubt.survey.SurveyPlace;

/** A row of a survey list that came back is an answer only where it says something. */
class SurveyChangeTest {

  private static final SurveyPlace ASKED =
      new SurveyPlace(
          1,
          "s",
          "S",
          "",
          28,
          -29,
          900,
          true,
          0.2,
          0.5,
          0.8,
          2,
          8,
          true,
          "coverage",
          "leaves",
          "stays",
          0.25,
          400,
          1e5,
          300,
          75,
          1e4,
          150);

  private static SettlementBuilder place() {
    return SettlementBuilder.builder()
        .id("s")
        .location(new LonLat(28, -29))
        .population(900)
        .modelled(true)
        .baselineCoverageRatio(0.5)
        .baselineLowRatio(0.2)
        .baselineHighRatio(0.8)
        .baselineModelled(true)
        .attributes(Map.of(SurveyAnswers.COLUMN, "LSO x"));
  }

  @Test
  void whatCameBackAsItWasSentOutIsStillOpen() {
    Settlement untouched = place().build();
    assertThat(SurveyChange.isAnswered(ASKED, untouched)).isFalse();
    assertThat(SurveyChange.isAnswered(ASKED, untouched.withBaseline(0))).isTrue();
    assertThat(SurveyChange.isAnswered(ASKED, place().modelled(false).build()))
        .as("counted, where the question is who has 4G")
        .isFalse();
    Settlement elsewhere = place().attributes(Map.of()).build().withBaseline(1);
    assertThat(SurveyChange.isAnswered(ASKED, elsewhere)).as("by no survey").isFalse();
    assertThat(SurveyChange.isAnswered(ASKED, null)).as("not there any more").isFalse();
  }
}
