package org.kiungo.web.country;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Fact;
import org.kiungo.geodata.reference.facts.RecMembership;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.scenario.ProblemSource;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Service;

/** Countries with their facts and their first plan. */
@Service
public class Countries {

  private final Reference reference;
  private final Plans plans;
  private final PlanTodays todays;
  private final ProblemSource problems;
  private final Clock clock;
  private final Set<String> codes;

  Countries(
      Reference reference, Plans plans, PlanTodays todays, ProblemSource problems, Clock clock) {
    this.todays = todays;
    this.reference = reference;
    this.plans = plans;
    this.problems = problems;
    this.clock = clock;
    this.codes = reference.countries().stream().map(CountryFacts::iso3).collect(Collectors.toSet());
  }

  /** All, sorted by code, each with a plan that is not refused. */
  public List<Country> list() {
    List<PlanSummary> shown =
        plans.list().stream()
            .filter(each -> !each.verification().isRefused() && !each.isContinuation())
            .toList();
    Set<String> others = todays.others(shown);
    Map<String, List<PlanSummary>> byCountry =
        shown.stream().collect(Collectors.groupingBy(PlanSummary::country));
    return reference.countries().stream()
        .map(each -> country(each, byCountry.getOrDefault(each.iso3(), List.of()), others))
        .toList();
  }

  /** How many have a plan that is not refused. */
  public int countPlanned() {
    return (int) list().stream().filter(each -> each.planId() != null).count();
  }

  private Country country(CountryFacts facts, List<PlanSummary> own, Set<String> others) {
    PlanSummary first = shownFirst(own, others);
    Envelope box = reference.outline(facts.iso3()).getEnvelopeInternal();
    var capital = facts.capitalLocation();
    return new Country(
        facts.iso3(),
        facts.names(),
        facts.population(),
        facts.populationYear(),
        first == null ? null : first.id(),
        first != null && others.contains(first.id()),
        first == null
            ? Double.NaN
            : PeopleShare.ratio(first.totals().peopleServed(), first.totals().population()),
        first == null || first.totals().peopleBaseline() == 0
            ? Double.NaN
            : PeopleShare.ratio(first.totals().peopleBaseline(), first.totals().population()),
        new Country.Capital(facts.capital(), capital.lon(), capital.lat()),
        new double[] {box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY()});
  }

  /**
   * The sample of middle budget; without samples, the latest plan. Plans on the newest data go
   * before those on other data.
   */
  private static PlanSummary shownFirst(List<PlanSummary> plans, Set<String> others) {
    List<PlanSummary> newest = plans.stream().filter(each -> !others.contains(each.id())).toList();
    return shownFirst(newest.isEmpty() ? plans : newest);
  }

  private static PlanSummary shownFirst(List<PlanSummary> plans) {
    List<PlanSummary> samples =
        plans.stream()
            .filter(each -> each.createdBy().equals("sample"))
            .sorted(Comparator.comparingDouble(each -> each.scenario().budgetUsd()))
            .toList();
    if (!samples.isEmpty()) {
      return samples.get(samples.size() / 2);
    }
    return plans.isEmpty() ? null : plans.get(plans.size() - 1);
  }

  /** What is known of a country; refuses an unknown code. */
  public Country.Card card(String iso3) {
    CountryFacts facts = reference.country(known(iso3));
    LocalDate today = LocalDate.now(clock);
    return new Country.Card(
        iso3,
        facts.names(),
        facts.facts().stream().map(Countries::fact).toList(),
        reference.facts().recs(iso3).stream().map(each -> membership(each, today)).toList(),
        reference.exchangePoints(iso3).stream()
            .map(
                each ->
                    new Country.ExchangePoint(
                        each.name(),
                        each.city(),
                        each.location().lon(),
                        each.location().lat(),
                        each.status(),
                        each.evidence().source(),
                        each.evidence().confidence().name()))
            .toList(),
        reference.landingCities(iso3).stream()
            .map(
                each ->
                    new Country.LandingCity(
                        each.city(),
                        each.location().lon(),
                        each.location().lat(),
                        each.cables().stream().map(cable -> cable.name()).toList(),
                        each.isSourced(),
                        each.evidence().source(),
                        each.evidence().confidence().name()))
            .toList(),
        settlements(problems.builtIn(iso3).settlements()));
  }

  /** The code itself; refuses one that is none of the 54. */
  String known(String iso3) {
    if (!codes.contains(iso3)) {
      throw ApiRefusal.unknown("country", iso3);
    }
    return iso3;
  }

  private static Country.Fact fact(Fact fact) {
    return new Country.Fact(
        fact.field(),
        fact.value().matches("-?\\d+(\\.\\d+)?") ? Double.valueOf(fact.value()) : fact.value(),
        fact.unit(),
        fact.year(),
        fact.source(),
        fact.sourceUrl(),
        fact.confidence().name(),
        fact.mustVerify());
  }

  private static Country.Membership membership(RecMembership rec, LocalDate today) {
    return new Country.Membership(
        rec.rec(),
        rec.validFrom(),
        rec.validTo(),
        rec.status(),
        rec.holdsOn(today),
        rec.evidence().source(),
        rec.evidence().sourceUrl(),
        Country.Membership.unsure(rec.evidence()));
  }

  private static Country.Settlements settlements(List<Settlement> all) {
    return new Country.Settlements(
        (int) all.stream().filter(each -> !each.modelled()).count(),
        (int) all.stream().filter(Settlement::modelled).count(),
        people(all, false),
        people(all, true));
  }

  private static double people(List<Settlement> all, boolean modelled) {
    return all.stream()
        .filter(each -> each.modelled() == modelled && !Double.isNaN(each.population()))
        .mapToDouble(Settlement::population)
        .sum();
  }
}
