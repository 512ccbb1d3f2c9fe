package org.kiungo.geodata.openness;

import java.util.List;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Several countries together. People are those of whole countries, but for spans.
 *
 * @param people of all
 * @param cables that lead abroad from any of them, each once
 * @param peopleWithoutLanding of coastal countries for which no landing is known
 * @param peopleOnOneLanding of countries with exactly one city known where cables land; what each
 *     has behind it is not told by this
 * @param peopleOnOneCable of countries with exactly one cable known, likewise
 * @param peopleLandlocked of landlocked countries
 * @param peopleOnOneExchange of countries with exactly one exchange point known
 * @param peopleWithoutExchange of countries with none known
 * @param peopleWithLines of countries whose fibre is published: the only ones with figures for
 *     spans
 * @param peopleOnSingleSpans of these, behind a span that alone leads to all gates
 * @param peopleOnSingleSpansIfJoined the same if every near miss is joined in truth
 * @param countries each audit, in the order asked for
 */
public record RegionAudit(
    double people,
    List<String> cables,
    double peopleWithoutLanding,
    double peopleOnOneLanding,
    double peopleOnOneCable,
    double peopleLandlocked,
    double peopleOnOneExchange,
    double peopleWithoutExchange,
    double peopleWithLines,
    double peopleOnSingleSpans,
    double peopleOnSingleSpansIfJoined,
    List<CountryAudit> countries) {

  public RegionAudit {
    cables = List.copyOf(cables);
    countries = List.copyOf(countries);
  }

  static RegionAudit of(List<CountryAudit> countries) {
    TreeSet<String> cables = new TreeSet<>();
    countries.forEach(each -> cables.addAll(each.gates().cables()));
    return new RegionAudit(
        people(countries, each -> true),
        List.copyOf(cables),
        people(countries, each -> !each.landlocked() && each.gates().landings().isEmpty()),
        people(countries, each -> each.gates().landings().size() == 1),
        people(countries, each -> each.gates().cables().size() == 1),
        people(countries, CountryAudit::landlocked),
        people(countries, each -> each.gates().exchangePoints().size() == 1),
        people(countries, each -> each.gates().exchangePoints().isEmpty()),
        people(countries, CountryAudit::linesKnown),
        countries.stream()
            .filter(CountryAudit::linesKnown)
            .mapToDouble(each -> each.people() * each.exposure().singleSpanRatio())
            .sum(),
        countries.stream()
            .filter(CountryAudit::linesKnown)
            .mapToDouble(each -> each.people() * each.ifJoined().singleSpanRatio())
            .sum(),
        countries);
  }

  private static double people(List<CountryAudit> countries, Predicate<CountryAudit> which) {
    return countries.stream().filter(which).mapToDouble(CountryAudit::people).sum();
  }
}
