package org.kiungo.geodata.reference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.planner.model.money.EconomicTerm;
import org.kiungo.planner.model.value.Figure;

/**
 * What a market term that nobody published for a country is taken to be: the range over comparable
 * countries, from the least low end to the greatest high end, and the median of their values.
 * Comparable are the countries of its sub-region (UN M49) and income group (World Bank, FY2026);
 * where fewer than {@value #FEWEST} of them publish the term, those of its income group anywhere in
 * Africa; where these are fewer still, all of Africa. Such a figure is marked as assumed. A term
 * that fewer than {@value #FEWEST} countries publish stays unknown.
 */
final class TermRanges {

  private static final int FEWEST = 2;

  private final Reference reference;
  private final List<Peer> peers = new ArrayList<>();

  private record Peer(String iso3, List<PublishedTerm> terms) {}

  private TermRanges(Reference reference) {
    this.reference = reference;
    for (CountryFacts country : reference.countries()) {
      peers.add(new Peer(country.iso3(), PublishedTerm.of(reference, country.iso3())));
    }
  }

  /** Every term of a country, in the order of the terms: published, else as a range. */
  static List<PublishedTerm> of(Reference reference, String iso3) {
    TermRanges ranges = new TermRanges(reference);
    return PublishedTerm.of(reference, iso3).stream()
        .map(term -> term.figure() == null ? ranges.range(term, iso3) : term)
        .toList();
  }

  private PublishedTerm range(PublishedTerm unknown, String iso3) {
    String region = SubRegions.of(iso3);
    String income = income(iso3);
    Predicate<String> sameIncome = other -> !income.isEmpty() && income(other).equals(income);
    Predicate<String> sameRegion = other -> SubRegions.of(other).equals(region);
    PublishedTerm found = range(unknown.term(), sameRegion.and(sameIncome), region + ", " + income);
    found = found == null ? range(unknown.term(), sameIncome, "Africa, " + income) : found;
    found = found == null ? range(unknown.term(), other -> true, "Africa") : found;
    return found == null ? unknown : found;
  }

  private PublishedTerm range(EconomicTerm term, Predicate<String> comparable, String group) {
    List<Figure> figures = new ArrayList<>();
    TreeSet<String> countries = new TreeSet<>();
    for (Peer peer : peers) {
      Figure figure = peer.terms.get(term.ordinal()).figure();
      if (figure != null && comparable.test(peer.iso3)) {
        figures.add(figure);
        countries.add(peer.iso3);
      }
    }
    if (figures.size() < FEWEST) {
      return null;
    }
    double low = figures.stream().mapToDouble(Figure::low).min().orElseThrow();
    double high = figures.stream().mapToDouble(Figure::high).max().orElseThrow();
    int year = figures.stream().mapToInt(Figure::year).max().orElseThrow();
    String sources =
        String.join("; ", new TreeSet<>(figures.stream().map(Figure::source).toList()));
    String note = "range of " + String.join(", ", countries) + " (" + group + ")";
    double median = median(figures.stream().mapToDouble(Figure::value).toArray());
    return new PublishedTerm(
        term,
        new Figure(median, low, high, year, note + ": " + sources, true),
        Confidence.LOW,
        note);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
  }

  private String income(String iso3) {
    return reference.country(iso3).findFact("income_group").map(Fact::value).orElse("");
  }
}
