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

  private final AuditWords audits;
  private final Words words;

  public StressWords(Reference reference, Words words) {
    audits = new AuditWords(reference, words);
    this.words = words;
  }

  /** All of it, a line each. */
  public String text(StressAnswer answer) {
    List<String> lines = new ArrayList<>();
    lines.add(sum(answer));
    answer.countries().stream()
        .filter(each -> each.state() != State.UNTOUCHED)
        .forEach(each -> lines.add("  " + country(each)));
    lines.add(remedy(answer));
    answer
        .remedies()
        .forEach(
            each ->
                lines.add("  " + audits.country(each.iso3()) + ": " + audits.step(each.step())));
    lines.add(words.text("stress.whole"));
    return String.join(System.lineSeparator(), lines);
  }

  /** What was cut and who is affected. */
  public String sum(StressAnswer answer) {
    return words.text(
        "stress.sum",
        String.join(
            ", ", answer.cuts().stream().map(each -> each.replaceFirst(".*:", "")).toList()),
        answer.countries().stream().filter(each -> each.state() == State.CUT_OFF).count(),
        answer.countries().size(),
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
