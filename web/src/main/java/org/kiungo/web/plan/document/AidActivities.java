package org.kiungo.web.plan.document;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.language.Words;

/**
 * The projects of a plan as activities of the International Aid Transparency Initiative 2.03, one
 * each, as far as people say it has come: a budget for each year in which money is spent, in
 * constant USD and not discounted, and the people who gain service as results. Whoever publishes
 * them puts their own organisation in place of Kiungo's.
 *
 * @see <a href="https://iatistandard.org/en/iati-standard/203/activity-standard/">IATI
 *     activities</a>
 */
final class AidActivities implements PlanDocument {

  /** Code lists of IATI 2.03, each by the name that it has there. */
  private static final class Code {
    static final String ORGANISATION_TYPE_OTHER = "90";
    static final String ROLE_FUNDING = "1";
    static final String ROLE_ACCOUNTABLE = "2";
    static final String DATE_PLANNED_START = "1";
    static final String DATE_PLANNED_END = "3";
    static final String SECTOR_ICT = "22040";
    static final String VOCABULARY_DAC_5 = "1";
    static final String BUDGET_ORIGINAL = "1";
    static final String BUDGET_INDICATIVE = "1";
    static final String RELATED_SIBLING = "3";
    static final String DESCRIPTION_OTHER = "4";
    static final String OTHER_IDENTIFIER_OTHER = "A9";
    static final String RESULT_OUTCOME = "2";
    static final String MEASURE_UNIT = "1";
    static final String SPATIAL_REFERENCE = "http://www.opengis.net/def/crs/EPSG/0/4326";
  }

  @Override
  public String id() {
    return "iati";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public void write(PublishedPlan plan, Words words, OutputStream out) throws IOException {
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("iati-activities");
      xml.writeAttribute("version", "2.03");
      String why = PlanFacts.publicWhy(plan.folder(), words);
      ProjectYears years = new ProjectYears(plan.folder());
      for (PlannedProject each : PlannedProject.of(plan, words)) {
        SortedMap<Integer, Long> cents = years.cents(each.project());
        new Activity(xml, plan, each, cents, why, words).write();
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** One activity, its elements in the order that the schema wants. */
  private record Activity(
      XMLStreamWriter xml,
      PublishedPlan plan,
      PlannedProject planned,
      SortedMap<Integer, Long> cents,
      String why,
      Words words) {

    void write() throws XMLStreamException {
      xml.writeStartElement("iati-activity");
      xml.writeAttribute("xml:lang", words.language());
      xml.writeAttribute("default-currency", "USD");
      text("iati-identifier", planned.identifier());
      start("reporting-org", "ref", "kiungo", "type", Code.ORGANISATION_TYPE_OTHER);
      text("narrative", "Kiungo");
      xml.writeEndElement();
      narrative("title", planned.project().name());
      narrative("description", planned.description());
      start("description", "type", Code.DESCRIPTION_OTHER);
      Money money = plan.folder().scenario().money();
      text(
          "narrative",
          words.text(
                  "document.project.of-plan",
                  plan.id(),
                  planned.costUsd().toPlainString(),
                  String.valueOf(money.priceYear()),
                  budgetsUsd().toPlainString(),
                  BigDecimal.valueOf(money.discountRateRatio())
                      .movePointRight(2)
                      .stripTrailingZeros(),
                  String.valueOf(planned.start().getYear()))
              + (why.isEmpty() ? "" : " " + words.text("document.project.public", why))
              + " "
              + plan.verdictSentence(words));
      xml.writeEndElement();
      for (PlannedProject.Share each : planned.shares()) {
        start("participating-org", "role", Code.ROLE_FUNDING);
        text("narrative", each.partner().name());
        xml.writeEndElement();
      }
      start("participating-org", "role", Code.ROLE_ACCOUNTABLE);
      text("narrative", words.text("document.project.accountable"));
      xml.writeEndElement();
      if (!plan.certificateSha256().isEmpty()) {
        empty(
            "other-identifier",
            "ref",
            plan.certificateSha256(),
            "type",
            Code.OTHER_IDENTIFIER_OTHER);
      }
      empty("activity-status", "code", planned.state().aid());
      date(Code.DATE_PLANNED_START, planned.start());
      date(Code.DATE_PLANNED_END, end());
      empty("recipient-country", "code", planned.country());
      location();
      empty("sector", "vocabulary", Code.VOCABULARY_DAC_5, "code", Code.SECTOR_ICT);
      for (Map.Entry<Integer, Long> each : cents.entrySet()) {
        start("budget", "type", Code.BUDGET_ORIGINAL, "status", Code.BUDGET_INDICATIVE);
        period(LocalDate.of(each.getKey(), 1, 1), LocalDate.of(each.getKey(), 12, 31));
        value(BigDecimal.valueOf(each.getValue(), 2));
        xml.writeEndElement();
      }
      for (PlannedProject.Share each : planned.shares()) {
        start("planned-disbursement", "type", Code.BUDGET_ORIGINAL);
        period(planned.start(), planned.end());
        value(each.usd());
        start("provider-org");
        text("narrative", each.partner().name());
        xml.writeEndElement();
        xml.writeEndElement();
      }
      for (String each : planned.project().requires()) {
        String other = PlannedProject.identifier(plan.id(), each);
        empty("related-activity", "ref", other, "type", Code.RELATED_SIBLING);
      }
      result("document.project.people", planned.people());
      result("document.project.people-basic", planned.peopleBasic());
      xml.writeEndElement();
    }

    /** The last day of the phase, or of the last year that money is spent for. */
    private LocalDate end() {
      LocalDate lastPaid = cents.isEmpty() ? planned.end() : LocalDate.of(cents.lastKey(), 12, 31);
      return lastPaid.isAfter(planned.end()) ? lastPaid : planned.end();
    }

    /**
     * People who gain service: none before the project, all of them at the end of its phase. What
     * serves nobody by itself has no such result.
     */
    private void result(String title, long people) throws XMLStreamException {
      if (people == 0) {
        return;
      }
      start("result", "type", Code.RESULT_OUTCOME, "aggregation-status", "true");
      narrative("title", words.text(title));
      start("indicator", "measure", Code.MEASURE_UNIT, "ascending", "true");
      narrative("title", words.text(title));
      start("baseline", "year", String.valueOf(planned.start().getYear() - 1), "value", "0");
      narrative("comment", words.text("document.project.people-baseline"));
      xml.writeEndElement();
      start("period");
      period(planned.start(), planned.end());
      empty("target", "value", String.valueOf(people));
      xml.writeEndElement();
      xml.writeEndElement();
      xml.writeEndElement();
    }

    private void location() throws XMLStreamException {
      LonLat at = planned.project().location();
      start("location");
      narrative("name", planned.project().name());
      start("point", "srsName", Code.SPATIAL_REFERENCE);
      text("pos", String.format(Locale.ROOT, "%.5f %.5f", at.lat(), at.lon()));
      xml.writeEndElement();
      xml.writeEndElement();
    }

    private void period(LocalDate first, LocalDate last) throws XMLStreamException {
      empty("period-start", "iso-date", first.toString());
      empty("period-end", "iso-date", last.toString());
    }

    private BigDecimal budgetsUsd() {
      return BigDecimal.valueOf(cents.values().stream().mapToLong(each -> each).sum(), 2);
    }

    /** Constant USD: of the price year, whatever year they are paid in. */
    private void value(BigDecimal usd) throws XMLStreamException {
      int priceYear = plan.folder().scenario().money().priceYear();
      start("value", "currency", "USD", "value-date", LocalDate.of(priceYear, 12, 31).toString());
      xml.writeCharacters(usd.toPlainString());
      xml.writeEndElement();
    }

    private void date(String type, LocalDate day) throws XMLStreamException {
      empty("activity-date", "type", type, "iso-date", day.toString());
    }

    private void narrative(String element, String text) throws XMLStreamException {
      start(element);
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
}
