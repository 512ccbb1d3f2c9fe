package org.kiungo.web.page.brief;

import static org.assertj.core.api.Assertions.assertThat;

import com.openhtmltopdf.bidi.BidiSplitter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
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

  /** A full stop after a number stands left of it, and no number or Latin name is turned round. */
  @ParameterizedTest
  @CsvSource({
    "(اب, با)",
    "ا 2027. ب, ب .2027 ا",
    "ا (10 Mbps) ب, ب (Mbps 10) ا",
    "Thaba-Tseka, Thaba-Tseka",
    "ا \u200E9.c.1، ب, ب ،\u200E9.c.1 ا",
    "'', ''"
  })
  void aLineIsPutInTheOrderOfPaper(String told, String onPaper) {
    assertThat(text.reorderRTLTextToLTR(told)).isEqualTo(onPaper);
  }

  /** The engine would end a line before a run: before the full stop, too. */
  @Test
  void aParagraphFromRightToLeftIsNotParted() {
    RightToLeft.Runs runs = new RightToLeft.Runs();
    runs.setParagraph("ا 2027. ب", BidiSplitter.RTL);
    assertThat(runs.countTextRuns()).isEqualTo(1);
    assertThat(runs.getVisualRun(0).getLength()).isEqualTo(9);
    runs.setParagraph("Maseru (ا)", BidiSplitter.LTR);
    assertThat(runs.countTextRuns()).isEqualTo(3);
  }

  /** Columns from right to left: the first at the right edge, its words along that edge. */
  @Test
  void tablesAndQuestionsBeginAtTheRight() throws IOException {
    String html =
        """
        <html lang='ar' dir='rtl'><head><title>t</title><style>%s</style></head><body>
        <table><tr><th>Maseru</th><td class='n'>330</td></tr></table>
        <section class='ten'><dl><div><dt>First</dt><dd>Second</dd></div></dl></section>
        </body></html>"""
            .formatted(Files.readString(Path.of("src/main/resources/templates/brief-pdf.css")));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BriefPdf.write(html, out);
    Map<String, Double> places = new HashMap<>();
    try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
      float width = pdf.getPage(0).getMediaBox().getWidth();
      new PDFTextStripper() {
        @Override
        protected void writeString(String told, List<TextPosition> letters) {
          TextPosition last = letters.get(letters.size() - 1);
          places.put(told.strip(), (last.getX() + last.getWidth()) / (double) width);
        }
      }.getText(pdf);
    }
    assertThat(places.get("Maseru")).isGreaterThan(0.9);
    assertThat(places.get("330")).isLessThan(0.2);
    assertThat(places.get("First")).isGreaterThan(places.get("Second"));
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
