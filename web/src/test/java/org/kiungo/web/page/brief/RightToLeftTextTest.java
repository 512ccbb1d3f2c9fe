package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms by the tables of Unicode's block Arabic Presentation Forms-B. */
class RightToLeftTextTest {

  private final RightToLeft text = new RightToLeft();

  @ParameterizedTest
  @CsvSource({
    // initial seen, final lam with alef, mim alone
    "سلام, \uFEB3\uFEFC\uFEE1",
    // alef joins none after it; beh, yeh and teh in the middle and at the end
    "ابيت, \uFE8D\uFE91\uFEF4\uFE96",
    // a sign above does not part what it stands between
    "بَب, \uFE91\u064E\uFE90",
    "4G و, 4G \uFEED",
    "Maseru, Maseru"
  })
  void lettersTakeTheFormsOfTheirPlace(String letters, String forms) {
    assertThat(text.shapeText(letters)).isEqualTo(forms);
    assertThat(text.deshapeText(forms)).isEqualTo(letters);
  }

  @Test
  void runsAreTurnedRoundWithTheirBrackets() {
    assertThat(text.reorderRTLTextToLTR("(ab")).isEqualTo("ba)");
  }

  /** Nothing is left without a glyph, slanted or not, and numbers keep their order. */
  @Test
  void aPageInArabicIsPrinted() throws IOException {
    String html =
        "<html lang='ar' dir='rtl'><head><title>t</title><style>body{font:9pt DejaVu,Upright}"
            + "</style></head><body><p>من 18,300 شخص <i>إلى الآن</i> (10 Mbps)</p></body></html>";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BriefPdf.write(html, out);
    try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
      String told = new PDFTextStripper().getText(pdf);
      assertThat(told).contains("18,300", "10", "Mbps").doesNotContain("#");
    }
  }
}
