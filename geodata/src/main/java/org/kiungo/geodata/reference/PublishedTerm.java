package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.EconomicFigure;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * What is published about a market term of a country, from the facts tables. A term that nobody has
 * published has no figure: it stays unknown and is asked for.
 *
 * @param term which
 * @param figure value and range with source; null when not known
 * @param confidence how far to trust it; null when not known
 * @param note how it was derived, empty when as published or not known
 */
public record PublishedTerm(EconomicTerm term, Figure figure, Confidence confidence, String note) {

  private static final Pattern BASELINE = Pattern.compile("baseline (\\d+(?:\\.\\d+)?)");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  /** Administration and margin of the models whose cost of capital the table quotes. */
  private static final double MODEL_RATIO = 0.2;

  /** Every term of a country, in the order of the terms. */
  public static List<PublishedTerm> of(Reference reference, String iso3) {
    Map<EconomicTerm, PublishedTerm> known = new EnumMap<>(EconomicTerm.class);
    figure(reference, iso3, "arpu").ifPresent(f -> arpu(f, known));
    figure(reference, iso3, "profit_tax_model").ifPresent(f -> put(known, tax(f)));
    figure(reference, iso3, "spectrum_fee")
        .ifPresent(
            f ->
                put(
                    known,
                    new PublishedTerm(
                        EconomicTerm.SPECTRUM,
                        ranged(f, Math.sqrt(f.low() * f.high()), f.low(), f.high()),
                        f.evidence().confidence(),
                        "geometric mean of the range")));
    figure(reference, iso3, "wacc").ifPresent(f -> modelTerms(f, known));
    energy(reference, iso3, known);
    List<PublishedTerm> all = new ArrayList<>();
    for (EconomicTerm term : EconomicTerm.values()) {
      all.add(known.getOrDefault(term, new PublishedTerm(term, null, null, "")));
    }
    return List.copyOf(all);
  }

  /**
   * Every term of a country, in the order of the terms: as published, else as the range over
   * comparable countries, marked as assumed; unknown where these publish nothing either.
   */
  public static List<PublishedTerm> withRanges(Reference reference, String iso3) {
    return TermRanges.of(reference, iso3);
  }

  /** The known terms alone, ranges of comparable countries among them, as plans use them. */
  public static CountryEconomics economics(Reference reference, String iso3) {
    CountryEconomics economics = CountryEconomics.unknown(iso3);
    for (PublishedTerm each : withRanges(reference, iso3)) {
      economics = economics.with(each.term, each.figure);
    }
    return economics;
  }

  /**
   * Prices of energy and sun. Where a country's business tariff is not known the continent's mean
   * stands in, marked as assumed: three neighbours on one coast would say less.
   */
  private static void energy(
      Reference reference, String iso3, Map<EconomicTerm, PublishedTerm> into) {
    figure(reference, iso3, "diesel_price")
        .ifPresent(f -> put(into, energy(EconomicTerm.DIESEL, f, (f.low() + f.high()) / 2)));
    figure(reference, iso3, "solar_yield")
        .ifPresent(f -> put(into, energy(EconomicTerm.SUN, f, f.low())));
    for (EconomicFigure f : reference.facts().economics(iso3, "grid_price_business")) {
      PublishedTerm tariff = energy(EconomicTerm.GRID_TARIFF, f, f.low());
      Figure own = tariff.figure;
      Figure assumed =
          new Figure(own.value(), own.value() / 2, own.value() * 2, own.year(), own.source(), true);
      put(
          into,
          f.isContinental()
              ? new PublishedTerm(EconomicTerm.GRID_TARIFF, assumed, Confidence.LOW, f.note())
              : tariff);
    }
  }

  private static PublishedTerm energy(EconomicTerm term, EconomicFigure f, double value) {
    Figure figure = ranged(f, value, f.low(), f.high());
    return new PublishedTerm(term, figure, f.evidence().confidence(), f.note());
  }

  private static Optional<EconomicFigure> figure(
      Reference reference, String iso3, String indicator) {
    return reference.facts().economics(iso3).stream()
        .filter(f -> f.indicator().equals(indicator))
        .findFirst();
  }

  private static void put(Map<EconomicTerm, PublishedTerm> into, PublishedTerm term) {
    into.put(term.term, term);
  }

  /** The ends of the range are the low and the high tier; the middle tier lies half-way. */
  private static void arpu(EconomicFigure f, Map<EconomicTerm, PublishedTerm> into) {
    double middle = (f.low() + f.high()) / 2;
    Confidence confidence = f.evidence().confidence();
    put(
        into,
        new PublishedTerm(
            EconomicTerm.ARPU_LOW, ranged(f, f.low(), f.low(), middle), confidence, f.note()));
    put(
        into,
        new PublishedTerm(
            EconomicTerm.ARPU_MIDDLE,
            ranged(f, middle, f.low(), f.high()),
            confidence,
            "half-way between the tiers"));
    put(
        into,
        new PublishedTerm(
            EconomicTerm.ARPU_HIGH, ranged(f, f.high(), middle, f.high()), confidence, f.note()));
  }

  /** The models' baseline; a statutory rate on profit is no rate on network cost. */
  private static PublishedTerm tax(EconomicFigure f) {
    Matcher baseline = BASELINE.matcher(f.note());
    double percent =
        baseline.find() ? Double.parseDouble(baseline.group(1)) : (f.low() + f.high()) / 2;
    return new PublishedTerm(
        EconomicTerm.TAX,
        ranged(f, percent / 100, f.low() / 100, f.high() / 100),
        f.evidence().confidence(),
        f.note());
  }

  private static void modelTerms(EconomicFigure f, Map<EconomicTerm, PublishedTerm> into) {
    Confidence confidence = f.evidence().confidence();
    double rate = (f.low() + f.high()) / 200;
    put(
        into,
        new PublishedTerm(
            EconomicTerm.COST_OF_CAPITAL,
            ranged(f, rate, f.low() / 100, f.high() / 100),
            confidence,
            f.note()));
    for (EconomicTerm term : List.of(EconomicTerm.ADMINISTRATION, EconomicTerm.MARGIN)) {
      put(
          into,
          new PublishedTerm(
              term,
              ranged(f, MODEL_RATIO, MODEL_RATIO / 2, MODEL_RATIO * 2),
              confidence,
              "20 % of network cost in the model"));
    }
  }

  private static Figure ranged(EconomicFigure f, double value, double low, double high) {
    Matcher year = YEAR.matcher(f.evidence().asOf());
    int asOf = 0;
    while (year.find()) {
      asOf = Integer.parseInt(year.group());
    }
    String url = f.evidence().sourceUrl().isEmpty() ? "" : ", " + f.evidence().sourceUrl();
    return new Figure(value, low, high, asOf, f.evidence().source() + url, false);
  }
}
