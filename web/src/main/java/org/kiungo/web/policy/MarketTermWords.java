package org.kiungo.web.policy;

import java.util.List;
import org.kiungo.geodata.reference.PublishedTerm;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.language.Words;

/**
 * A market term of a country: what is published, or that it has to be asked for.
 *
 * @param term name in scenario files
 * @param label in words
 * @param unit in words
 * @param lowest least value that may be given
 * @param highest greatest value that may be given
 * @param known false when nobody has published it
 * @param value published; NaN when not known
 * @param low end of the published range
 * @param high end of the published range
 * @param year of the figure; 0 when not known
 * @param source empty when not known
 * @param confidence in words; empty when not known
 * @param note how it was derived
 * @param assumed true when it is the range of comparable countries, since nobody published it
 */
public record MarketTermWords(
    String term,
    String label,
    String unit,
    double lowest,
    double highest,
    boolean known,
    double value,
    double low,
    double high,
    int year,
    String source,
    String confidence,
    String note,
    boolean assumed) {

  /** Every term of a country, known or not. */
  public static List<MarketTermWords> of(Reference reference, String iso3, Words words) {
    return PublishedTerm.withRanges(reference, iso3).stream().map(each -> of(each, words)).toList();
  }

  private static MarketTermWords of(PublishedTerm published, Words words) {
    boolean known = published.figure() != null;
    return new MarketTermWords(
        published.term().term(),
        words.text("term." + published.term().term()),
        words.text("term.unit." + published.term().unit().replaceAll("[^A-Za-z]+", "-")),
        published.term().low(),
        published.term().high(),
        known,
        known ? published.figure().value() : Double.NaN,
        known ? published.figure().low() : Double.NaN,
        known ? published.figure().high() : Double.NaN,
        known ? published.figure().year() : 0,
        known ? published.figure().source() : "",
        known ? words.text("ui.confidence." + published.confidence()) : "",
        published.note(),
        known && published.figure().assumed());
  }
}
