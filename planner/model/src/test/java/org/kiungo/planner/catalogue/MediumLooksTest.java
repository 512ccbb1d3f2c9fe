package org.kiungo.planner.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.kiungo.planner.model.InputRefused;

class MediumLooksTest {

  @Test
  void everyMediumOfOursHasALookAndNoTwoAreDrawnAlike() {
    MediumLooks looks = MediumLooks.builtIn();
    assertThat(CatalogueReader.builtIn().media())
        .isNotEmpty()
        .allSatisfy(each -> assertThat(looks.shown(each.id()).id()).isEqualTo(each.id()));
    assertThat(looks.all().stream().map(MediumLook::dash)).doesNotHaveDuplicates();
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
  }

  private static void refused(String colour, double widthPx, String dash, String key) {
    assertThatThrownBy(() -> new MediumLook("a", colour, "#123456", widthPx, dash))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refusal -> assertThat(refusal.arguments()).containsEntry("key", key));
  }
}
