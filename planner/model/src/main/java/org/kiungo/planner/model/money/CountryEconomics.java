package org.kiungo.planner.model.money;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.kiungo.planner.model.value.Figure;

/**
 * Market terms of a country. A term that nobody has published is absent: screens ask for it, and
 * what depends on it is reported as not known.
 *
 * @param country ISO 3166-1 alpha-3
 * @param terms known figures by term, in the order of {@link EconomicTerm}
 */
public record CountryEconomics(String country, Map<EconomicTerm, Figure> terms) {

  public CountryEconomics {
    Map<EconomicTerm, Figure> known = new EnumMap<>(EconomicTerm.class);
    known.putAll(terms);
    known.values().removeIf(java.util.Objects::isNull);
    terms = Collections.unmodifiableMap(known);
  }

  /** A country of which nothing is known. */
  public static CountryEconomics unknown(String country) {
    return new CountryEconomics(country, Map.of());
  }

  /** The figure of a term; null when not known. */
  public Figure figure(EconomicTerm term) {
    return terms.get(term);
  }

  /** The value of a term, or another where it is not known. */
  public double value(EconomicTerm term, double otherwise) {
    Figure figure = terms.get(term);
    return figure == null ? otherwise : figure.value();
  }

  /** The same terms with another figure; null makes it unknown. */
  public CountryEconomics with(EconomicTerm term, Figure changed) {
    Map<EconomicTerm, Figure> all = new EnumMap<>(EconomicTerm.class);
    all.putAll(terms);
    all.put(term, changed);
    return new CountryEconomics(country, all);
  }
}
