package org.kiungo.planner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.radio.GroundProfile;

class MediumLooksTest {

  @Test
  void everyMediumOfOursHasALookAndNoTwoAreDrawnAlike() {
    MediumLooks looks = MediumLooks.builtIn();
    assertThat(CatalogueReader.builtIn().media())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(looks.shown(each.id()).id()).isEqualTo(each.id()));
    assertThat(looks.all().stream().map(MediumLook::dash)).doesNotHaveDuplicates();
  }

  /** What carries a link follows from its file alone, not from its id or from how it is priced. */
  @Test
  void theStandardsWordFitsWhatTheMediumNeeds() {
    for (Medium each : CatalogueReader.builtIn().media()) {
      String word = each.viaSky() ? "" : GroundProfile.isNeededBy(each) ? "microwave" : "fibre";
      assertThat(MediumLooks.builtIn().shown(each.id()).transmissionMedium())
          .as(each.id())
          .isEqualTo(word);
    }
    assertThat(MediumLooks.builtIn().shown("pigeon").transmissionMedium()).isEmpty();
  }

  @Test
  void aMediumWithoutALookIsDrawnAsOther() {
    assertThat(MediumLooks.builtIn().shown("pigeon").id()).isEqualTo("other");
  }

  @Test
  void whatCannotBeDrawnIsRefusedByKey() {
    refused("#12", 1, "5 4", "colour");
    refused("#123456", 9, "5 4", "widthPx");
    refused("#123456", 1, "5;4", "dash");
    assertThatThrownBy(() -> new MediumLook("a", "#123456", "#123456", 1, "", "light"))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("transmissionMedium");
  }

  private static void refused(String colour, double widthPx, String dash, String key) {
    assertThatThrownBy(() -> new MediumLook("a", colour, "#123456", widthPx, dash, ""))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refusal -> assertThat(refusal.arguments()).containsEntry("key", key));
  }
}
