package org.kiungo.web.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.openness.StressAnswer.Country;
import org.kiungo.geodata.openness.StressAnswer.State;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.language.Words;

/** A stress test in sentences. */
public final class StressWords {

  private static final double MILLION = 1e6;

  private final Reference reference;
  private final AuditWords audits;
  private final Words words;

  public StressWords(Reference reference, Words words) {
    this.reference = reference;
    audits = new AuditWords(reference, words);
    this.words = words;
  }

  /** All of it, a line each. */
  public String text(StressAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(sum(answer));
    touched(answer).forEach(each -> lines.add("  " + country(each)));
    if (leavesUnknown(answer)) {
      lines.add(unknown(answer));
    }
    lines.add(remedy(answer));
    answer
        .remedies()
        .forEach(
            each ->
                lines.add(
                    "  " + words.named(audits.country(each.iso3()), audits.step(each.step()))));
    lines.add(words.text("stress.whole"));
    lines.addAll(new OutageWords(reference, words).lines(answer));
    return String.join(System.lineSeparator(), lines);
  }

  /** Countries that lost something. */
  public static List<Country> touched(StressAnswer answer) {
    return answer.countries().stream()
        .filter(each -> each.state() != State.UNTOUCHED && !isUnknown(each))
        .toList();
  }

  private static boolean isUnknown(Country country) {
    return country.state() == State.NOT_KNOWN;
  }

  /** Whether nothing can be said of some country. */
  public boolean leavesUnknown(StressAnswer answer) {
    return answer.countries().stream().anyMatch(StressWords::isUnknown);
  }

  /** Of which countries nothing can be said. */
  public String unknown(StressAnswer answer) {
    List<String> names =
        answer.countries().stream()
            .filter(StressWords::isUnknown)
            .map(each -> audits.country(each.iso3()))
            .toList();
    return words.text("stress.unknown", names.size(), String.join(", ", names));
  }

  /** What was cut and who is affected. */
  public String sum(StressAnswer answer) {
    return words.text(
        "stress.sum",
        String.join(
            ", ", answer.cuts().stream().map(each -> each.replaceFirst(".*:", "")).toList()),
        answer.countries().stream()
            .filter(each -> !each.cablesBefore().isEmpty() && each.cablesLeft().isEmpty())
            .count(),
        answer.countries().size(),
        answer.peopleWithoutCable() / MILLION,
        answer.peopleCutOff() / MILLION,
        answer.peopleCutOffWithBorders() / MILLION);
  }

  /** How one country stands. */
  public String country(Country country) {
    return words.text(
        "stress.country",
        audits.country(country.iso3()),
        state(country),
        country.cablesLeft().size(),
        country.cablesBefore().size(),
        country.peopleCutOff() / MILLION,
        country.peopleCutOffWithBorders() / MILLION);
  }

  /** How a country stands, in a few words. */
  public String state(Country country) {
    return words.text("stress.state." + country.state().name().toLowerCase(Locale.ROOT));
  }

  /** What the cheapest links bring back. */
  public String remedy(StressAnswer answer) {
    if (answer.remedies().isEmpty()) {
      return words.text("stress.remedy.none");
    }
    double km = answer.remedies().stream().mapToDouble(each -> each.step().cost().km()).sum();
    double usd = answer.remedies().stream().mapToDouble(each -> each.step().cost().usd()).sum();
    return words.text(
        "stress.remedy",
        answer.remedies().size(),
        km,
        usd / MILLION,
        answer.peopleRestored() / MILLION);
  }
}
