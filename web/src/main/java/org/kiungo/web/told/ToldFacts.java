package org.kiungo.web.told;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Member;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Takes what users fill in, and gives it out; a word taken back stays in the history. */
@Service
public class ToldFacts {

  private static final int LONGEST_VALUE = 500;
  private static final int LONGEST_SOURCE = 500;
  private static final int LONGEST_AUTHOR = 80;
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2100;

  private final ToldFactRepository repository;
  private final Reference reference;
  private final AuditLog audit;
  private final Clock clock;

  ToldFacts(ToldFactRepository repository, Reference reference, AuditLog audit, Clock clock) {
    this.repository = repository;
    this.reference = reference;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A fact as it is filled in.
   *
   * @param value empty takes back what was told
   * @param year empty or null when not told
   * @param sourceUrl empty or null when not told
   * @param author as typed; with accounts, it is who asks
   * @param version of the last word that the speaker has seen, 0 for none; null for whoever does
   *     not say
   */
  public record Telling(
      String value, String year, String sourceUrl, String author, Integer version) {}

  /** The last word on each topic, by topic; those taken back too. */
  public Map<String, ToldFact> last(String country) {
    Map<String, ToldFact> last = new TreeMap<>();
    repository.list(known(country)).forEach(each -> last.put(each.topic(), each));
    return last;
  }

  /** What holds of countries by the last word on each topic, by country and topic. */
  public List<ToldFact> held(List<String> countries) {
    return countries.stream()
        .flatMap(each -> last(each).values().stream())
        .filter(ToldFact::holds)
        .toList();
  }

  /** All that was told on a topic, the first word first. */
  public List<ToldFact> history(String country, String topic) {
    if (!ToldTopics.ALL.contains(topic)) {
      throw ApiRefusal.unknown("told-topic", topic);
    }
    return repository.list(known(country)).stream()
        .filter(each -> each.topic().equals(topic))
        .toList();
  }

  /**
   * Takes a fact.
   *
   * @return the history with it
   * @throws ApiRefusal 409 when somebody else told another one since
   */
  public List<ToldFact> tell(String country, String topic, Telling telling) {
    List<ToldFact> before = history(country, topic);
    String value = text("value", telling.value(), LONGEST_VALUE);
    String year = text("year", telling.year(), 4);
    if (!year.isEmpty() && !isYear(year)) {
      throw new InputRefused(
          "field.range", "field", "year", "value", year, "low", EARLIEST_YEAR, "high", LATEST_YEAR);
    }
    String source = text("sourceUrl", telling.sourceUrl(), LONGEST_SOURCE);
    if (!source.isEmpty() && !isAddress(source)) {
      throw new InputRefused("told.source", "value", source);
    }
    String author = text("author", Member.nameOr(telling.author()), LONGEST_AUTHOR);
    return add(
        before,
        telling.version(),
        new ToldFact(country, topic, value, year, source, author, now(), before.size() + 1));
  }

  /**
   * Takes the last word on a topic back: what was told before it holds again, or nothing.
   *
   * @param seen as in {@link Telling#version}
   * @return the history with it
   */
  public List<ToldFact> undo(String country, String topic, Integer seen, String author) {
    List<ToldFact> before = history(country, topic);
    if (before.isEmpty()) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "told.nothing", topic);
    }
    ToldFact again =
        before.size() < 2
            ? new ToldFact(country, topic, "", "", "", "", "", 1)
            : before.get(before.size() - 2);
    String by = text("author", Member.nameOr(author), LONGEST_AUTHOR);
    return add(
        before,
        seen,
        new ToldFact(
            country,
            topic,
            again.value(),
            again.year(),
            again.sourceUrl(),
            by,
            now(),
            before.size() + 1));
  }

  private List<ToldFact> add(List<ToldFact> before, Integer seen, ToldFact told) {
    if (seen != null && seen != before.size()) {
      throw changed(before.size(), seen);
    }
    String subject = told.country() + " " + told.topic() + " " + told.version();
    try {
      audit.together("fact.tell", subject, () -> repository.insert(told));
    } catch (DuplicateKeyException meanwhile) {
      throw changed(before.size() + 1, before.size());
    }
    return history(told.country(), told.topic());
  }

  private static ApiRefusal changed(int now, int seen) {
    return new ApiRefusal(
        HttpStatus.CONFLICT, "told.changed", String.valueOf(now), String.valueOf(seen));
  }

  private String known(String country) {
    if (reference.countries().stream().noneMatch(each -> each.iso3().equals(country))) {
      throw ApiRefusal.unknown("country", country);
    }
    return country;
  }

  private String now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static boolean isYear(String year) {
    return year.matches("\\d{4}")
        && Integer.parseInt(year) >= EARLIEST_YEAR
        && Integer.parseInt(year) <= LATEST_YEAR;
  }

  private static boolean isAddress(String source) {
    try {
      URI uri = new URI(source);
      return uri.getHost() != null
          && ("https".equalsIgnoreCase(uri.getScheme())
              || "http".equalsIgnoreCase(uri.getScheme()));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String text(String field, String typed, int most) {
    String text = typed == null ? "" : typed.strip();
    if (text.length() > most) {
      throw new InputRefused(
          "field.length", "field", field, "length", text.length(), "least", 0, "most", most);
    }
    return text;
  }
}
