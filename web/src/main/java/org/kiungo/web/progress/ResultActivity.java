package org.kiungo.web.progress;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.web.language.Words;

/**
 * What a plan was to bring and what it has brought, year by year, as results of one activity of the
 * International Aid Transparency Initiative 2.03: whole people with service and near fibre, the
 * plan's as targets, what stands and what was counted as actual values of the years that are known.
 *
 * @see <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI
 *     activities</a>
 */
public final class ResultActivity {

  /** Of the code list TransactionType. */
  private static final String EXPENDITURE = "4";

  private final XMLStreamWriter xml;
  private final Words words;

  private ResultActivity(XMLStreamWriter xml, Words words) {
    this.xml = xml;
    this.words = words;
  }

  /**
   * Bytes of the document.
   *
   * @param planId that a server gives the plan's files: wherever they lie, it is one activity
   * @param countries of the plan, ISO 3166-1 alpha-3
   */
  public static byte[] of(
      String planId, String name, List<String> countries, ProgressReport report, Words words) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
      new ResultActivity(xml, words).write(planId, name, countries, report);
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  private void write(String planId, String name, List<String> countries, ProgressReport report)
      throws XMLStreamException {
    List<Indicator> years = report.indicators();
    xml.writeStartDocument("UTF-8", "1.0");
    start("iati-activities", "version", "2.03");
    start("iati-activity", "xml:lang", words.language(), "default-currency", "USD");
    text("iati-identifier", "kiungo-" + planId);
    start("reporting-org", "ref", "kiungo", "type", "90");
    text("narrative", "Kiungo");
    xml.writeEndElement();
    narrative("title", words.text("progress.title", name));
    narrative("description", ProgressWords.headline(report, words));
    start("participating-org", "role", "2");
    text("narrative", words.text("document.project.accountable"));
    xml.writeEndElement();
    empty("activity-status", "code", report.asOf().isEmpty() ? "1" : "2");
    String first = years.get(0).year() + "-01-01";
    empty("activity-date", "type", "1", "iso-date", first);
    empty("activity-date", "type", "3", "iso-date", years.get(years.size() - 1).year() + "-12-31");
    int left = 100;
    for (int k = 0; k < countries.size(); k++) {
      // shares that nobody told are even, and add up to all
      int share = left / (countries.size() - k);
      left -= share;
      String code = alpha2(countries.get(k));
      empty("recipient-country", "code", code, "percentage", String.valueOf(share));
    }
    empty("sector", "vocabulary", "1", "code", "22040");
    paid(report);
    result("standing", "", years, Indicator::planned, Indicator::standing);
    String missing = ProgressWords.uncounted(report, words).orElse("");
    result("counted", missing, years, Indicator::planned, Indicator::counted);
    if (!Double.isNaN(years.get(0).fibre10Planned())) {
      result("near", "", years, Indicator::fibre10Planned, Indicator::fibre10Standing);
      result("far", "", years, Indicator::fibre25Planned, Indicator::fibre25Standing);
    }
    xml.writeEndElement();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  /** What was paid until the last row, as one expenditure: rows tell of works, not of transfers. */
  private void paid(ProgressReport report) throws XMLStreamException {
    if (report.asOf().isEmpty() || report.total().paidUsd() == 0) {
      return;
    }
    start("transaction");
    empty("transaction-type", "code", EXPENDITURE);
    empty("transaction-date", "iso-date", report.asOf());
    start("value", "value-date", report.asOf());
    xml.writeCharacters(
        BigDecimal.valueOf(report.total().paidUsd()).setScale(2, RoundingMode.HALF_UP).toString());
    xml.writeEndElement();
    narrative("description", words.text("progress.paid-until"));
    xml.writeEndElement();
  }

  private static String alpha2(String iso3) {
    return Arrays.stream(Locale.getISOCountries())
        .filter(each -> new Locale("", each).getISO3Country().equals(iso3))
        .findFirst()
        .orElse(iso3);
  }

  /**
   * @param about why a figure is missing; empty where none is
   */
  private void result(
      String id,
      String about,
      List<Indicator> years,
      ToDoubleFunction<Indicator> target,
      ToDoubleFunction<Indicator> actual)
      throws XMLStreamException {
    start("result", "type", "2", "aggregation-status", "true");
    narrative("title", words.text("progress.result." + id));
    if (!about.isEmpty()) {
      narrative("description", about);
    }
    start("indicator", "measure", "1", "ascending", "true");
    narrative("title", words.text("progress.result." + id));
    for (Indicator each : years) {
      start("period");
      empty("period-start", "iso-date", each.year() + "-01-01");
      empty("period-end", "iso-date", each.year() + "-12-31");
      empty("target", "value", String.valueOf(Math.round(target.applyAsDouble(each))));
      if (!Double.isNaN(actual.applyAsDouble(each))) {
        empty("actual", "value", String.valueOf(Math.round(actual.applyAsDouble(each))));
      }
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndElement();
  }

  private void narrative(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    text("narrative", text);
    xml.writeEndElement();
  }

  private void text(String element, String text) throws XMLStreamException {
    xml.writeStartElement(element);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private void start(String element, String... attributes) throws XMLStreamException {
    xml.writeStartElement(element);
    for (int i = 0; i < attributes.length; i += 2) {
      xml.writeAttribute(attributes[i], attributes[i + 1]);
    }
  }

  private void empty(String element, String... attributes) throws XMLStreamException {
    start(element, attributes);
    xml.writeEndElement();
  }
}
