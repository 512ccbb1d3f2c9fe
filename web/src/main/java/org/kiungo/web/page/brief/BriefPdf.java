package org.kiungo.web.page.brief;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jsoup.helper.W3CDom;

/**
 * A brief, or another sheet for whoever decides, as PDF on A4, laid out by openhtmltopdf from the
 * page that the browser shows, with a style sheet of its own (CSS 2.1) and DejaVu Sans Condensed
 * inside, so that it reads the same everywhere. Tagged for screen readers. The same page gives the
 * same bytes.
 */
public final class BriefPdf {

  private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/DejaVuSansCondensed";
  private static final int REGULAR = 400;
  private static final int BOLD = 700;

  static {
    XRLog.setLoggingEnabled(false);
  }

  private BriefPdf() {}

  /**
   * @param html the brief as a page, styled by {@code brief-pdf.css}
   * @param out left open
   */
  public static void write(String html, OutputStream out) throws IOException {
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.withW3cDocument(new W3CDom().fromJsoup(PrintedPage.of(html)), null);
    builder.useSVGDrawer(new BatikSVGDrawer());
    builder.useFont(font(""), "DejaVu", REGULAR, FontStyle.NORMAL, true);
    builder.useFont(font("-Bold"), "DejaVu", BOLD, FontStyle.NORMAL, true);
    builder.useFont(font("-Oblique"), "DejaVu", REGULAR, FontStyle.ITALIC, true);
    // the slanted one has no Arabic
    builder.useFont(font(""), "Upright", REGULAR, FontStyle.ITALIC, true);
    builder.useUnicodeLineBreaker(new WholeWords());
    builder.useUnicodeBidiSplitter(RightToLeft.Runs::new);
    builder.useUnicodeBidiReorderer(new RightToLeft());
    // nothing outside the page is read, whatever a name in it may say
    builder.useUriResolver((base, uri) -> null);
    builder.usePdfUaAccessibility(true);
    builder.withProducer("Kiungo");
    builder.toStream(out);
    try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
      PDDocument document = renderer.getPdfDocument();
      document.setDocumentId((long) html.hashCode());
      renderer.createPDFWithoutClosing();
      document.getDocumentInformation().setCreationDate(null);
      document.save(out);
    }
  }

  private static FSSupplier<InputStream> font(String style) {
    return () -> BriefPdf.class.getResourceAsStream(FONTS + style + ".ttf");
  }
}
