package org.kiungo.web.page.doubt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Difference;
import org.kiungo.planner.folder.alternative.AlternativesAlternativeBuilder;

/** Other plans are told apart by name. */
class AlternativesViewTest {

  private static Difference district(String name, double people) {
    return new Difference("district", "LSO/" + name, people, 0);
  }

  private static Alternative plan(Difference... differences) {
    return AlternativesAlternativeBuilder.builder().differences(List.of(differences)).build();
  }

  @Test
  void plansForTheSameDistrictAreNamedByWhatElseDiffers() {
    Difference fewer = district("Maseru", -2_000);
    Difference fixed = new Difference("technology", "fixed-wireless", 900, 0);
    Alternative one = plan(district("Leribe", 5_000), district("Quthing", -3_000), fewer);
    Alternative two = plan(district("Leribe", 4_000), district("Quthing", -2_500), fixed);
    Alternative third = plan(district("Berea", 4_000), district("Quthing", -2_500));
    List<Alternative> all = List.of(one, two, third);
    assertThat(AlternativesView.apart(one, all)).isEqualTo(fewer);
    assertThat(AlternativesView.apart(two, all)).isEqualTo(fixed);
    assertThat(AlternativesView.apart(third, all)).as("the only one of its name").isNull();
  }

  @Test
  void whatDiffersInSizeAloneIsStillTold() {
    Alternative one = plan(district("Leribe", 5_000), district("Quthing", -3_000));
    Alternative two = plan(district("Leribe", 4_000), district("Quthing", -2_000));
    List<Alternative> all = List.of(one, two);
    assertThat(AlternativesView.apart(one, all)).isEqualTo(district("Quthing", -3_000));
    assertThat(AlternativesView.apart(two, all)).isEqualTo(district("Quthing", -2_000));
  }
}
