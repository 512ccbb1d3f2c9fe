package org.kiungo.web.openness;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.openness.outage.PublishedOutage;
import org.kiungo.geodata.openness.outage.PublishedOutages;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.language.Words;

/** A stress test beside what was published when the same cables broke. */
public final class OutageWords {

  private static final String CABLE = "cable:";

  private final AuditWords audits;
  private final StressWords stress;
  private final Words words;

  public OutageWords(Reference reference, Words words) {
    audits = new AuditWords(reference, words);
    stress = new StressWords(reference, words);
    this.words = words;
  }

  /** One country of a stress test, and what was reported of it. */
  public record Compared(StressAnswer.Country country, List<PublishedOutage> reports) {}

  /**
   * Countries asked for of which something was reported when nothing but what is cut here broke, in
   * the order of the reports.
   */
  public static List<Compared> compared(StressAnswer answer) {
    List<String> cables =
        answer.cuts().stream()
            .filter(each -> each.startsWith(CABLE))
            .map(each -> each.substring(CABLE.length()))
            .toList();
    Map<String, List<PublishedOutage>> reports =
        PublishedOutages.under(cables).stream()
            .collect(
                Collectors.groupingBy(
                    PublishedOutage::iso3, LinkedHashMap::new, Collectors.toList()));
    List<Compared> compared = new ArrayList<>();
    reports.forEach(
        (iso3, of) ->
            answer.countries().stream()
                .filter(each -> each.iso3().equals(iso3))
                .forEach(each -> compared.add(new Compared(each, of))));
    return compared;
  }

  /** The comparison, a line each; empty where nothing was published. */
  public List<String> lines(StressAnswer answer) {
    List<Compared> compared = compared(answer);
    List<String> lines = new ArrayList<>();
    if (!compared.isEmpty()) {
      lines.add(title(compared));
      for (Compared each : compared) {
        String reports =
            each.reports().stream()
                .map(of -> reported(of) + " (" + words.source(of.evidence().source()) + ")")
                .collect(Collectors.joining(" · "));
        lines.add(
            "  " + words.text("outage.country", audits.country(each.country().iso3()), reports));
      }
      silent(answer, compared).ifPresent(lines::add);
      lines.add(words.text("outage.why"));
    }
    return lines;
  }

  /** Of which days the reports are. */
  public String title(List<Compared> compared) {
    return words.text(
        "outage.title",
        compared.stream()
            .flatMap(each -> each.reports().stream())
            .map(PublishedOutage::day)
            .distinct()
            .sorted()
            .map(words::day)
            .collect(Collectors.joining(", ")));
  }

  /** What one source reported. */
  public String reported(PublishedOutage outage) {
    double figure =
        outage.reported() == PublishedOutage.Reported.TRAFFIC
            ? outage.trafficRatio()
            : outage.hours();
    return words.text("outage." + outage.reported().name().toLowerCase(Locale.ROOT), figure);
  }

  /** Countries that lose something in the test and of which no report was found. */
  public Optional<String> silent(StressAnswer answer, List<Compared> compared) {
    List<String> silent =
        StressWords.touched(answer).stream()
            .filter(each -> compared.stream().noneMatch(of -> of.country().equals(each)))
            .map(each -> audits.country(each.iso3()) + " (" + stress.state(each) + ")")
            .toList();
    return silent.isEmpty()
        ? Optional.empty()
        : Optional.of(words.text("outage.silent", String.join(", ", silent)));
  }
}
