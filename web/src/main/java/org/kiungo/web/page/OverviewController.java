package org.kiungo.web.page;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.TargetProgress;
import org.kiungo.planner.compare.JointPair;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.joint.JointQuestions;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.region.CountrySet;
import org.kiungo.web.plan.PlanCorridors;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.OtherToday;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.policy.Readiness;
import org.kiungo.web.regulation.RegulationWords;
import org.kiungo.web.sample.SamplePlans;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.today.Today;
import org.kiungo.web.told.ToldFact;
import org.kiungo.web.told.ToldFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One country with its candidate plans. */
@Controller
public class OverviewController {

  /** Facts of the country card, in its order; each has its words under {@code ui.fact.}. */
  private static final List<String> SHOWN_FACTS =
      List.of(
          "population",
          "urban_pct",
          "electricity_access_pct",
          "internet_users_pct",
          "gdp_per_capita_usd",
          "surface_km2",
          "currency",
          "income_group");

  private final Countries countries;
  private final Plans plans;
  private final Catalogue catalogue;
  private final Reference reference;
  private final Clock clock;
  private final Today today;
  private final PlanTodays todays;
  private final SamplePlans samples;
  private final ToldFacts told;
  private final JointQuestions joint;
  private final Doubts doubts;

  OverviewController(
      Countries countries,
      Plans plans,
      Catalogue catalogue,
      Reference reference,
      Clock clock,
      Today today,
      PlanTodays todays,
      SamplePlans samples,
      ToldFacts told,
      JointQuestions joint,
      Doubts doubts) {
    this.doubts = doubts;
    this.joint = joint;
    this.todays = todays;
    this.samples = samples;
    this.told = told;
    this.reference = reference;
    this.clock = clock;
    this.today = today;
    this.countries = countries;
    this.plans = plans;
    this.catalogue = catalogue;
  }

  @GetMapping("/countries/{iso3}")
  String country(
      @PathVariable String iso3,
      @RequestParam(required = false) String plan,
      Model model,
      Locale locale) {
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    String id = plan == null || plan.isEmpty() ? country.planId() : plan;
    PlanView chosen = id == null ? null : chosen(id);
    List<String> planned = List.of(iso3);
    if (chosen != null && chosen.detail().scenario().countries().contains(iso3)) {
      planned = chosen.detail().scenario().countries();
    }
    CountrySet shown = CountrySet.of(countries.list(), planned, locale);
    model.addAttribute("country", country);
    model.addAttribute("coming", id == null && samples.progress().isComing(iso3));
    model.addAttribute("shown", shown);
    model.addAttribute("name", shown.name());
    model.addAttribute(
        "corridors", shown.several() ? PlanCorridors.lines(plans.content(id)) : List.of());
    model.addAttribute(
        "worth",
        shown.several() && JointPair.isAskedOfEach(chosen.detail().scenario())
            ? joint.get(id, Words.in(locale.getLanguage()))
            : null);
    model.addAttribute("together", together(iso3, locale));
    Country.Card card = countries.card(iso3);
    model.addAttribute("card", card);
    model.addAttribute("facts", shownFacts(card));
    model.addAttribute("today", today.find(iso3).orElse(null));
    model.addAttribute("districtOrigin", reference.districtOrigin(iso3));
    model.addAttribute(
        "regulation", new RegulationWords(reference, Words.in(locale.getLanguage())));
    Map<String, ToldFact> said = told.last(iso3);
    Readiness readiness = Readiness.of(reference, iso3, LocalDate.now(clock));
    model.addAttribute("told", said);
    model.addAttribute("readiness", readiness);
    model.addAttribute("toldBeside", beside(said, readiness));
    model.addAttribute(
        "finance",
        id == null
            ? null
            : PlanMoney.find(
                plans.getFiles(id),
                () -> plans.content(id).money(),
                Words.in(locale.getLanguage())));
    model.addAttribute("studied", id == null ? null : doubts.findTold(id).orElse(null));
    OtherToday other = id == null ? null : todays.find(id).orElse(null);
    model.addAttribute("otherToday", other);
    model.addAttribute("madeAnew", other != null && samples.isComing(iso3));
    List<PlanSummary> candidates = plans.list(String.join(",", planned));
    Set<String> others = todays.others(candidates);
    model.addAttribute("cards", PlanCard.all(candidates, others));
    model.addAttribute(
        "choices", candidates.stream().filter(each -> !each.isContinuation()).count());
    model.addAttribute("chosen", chosen);
    model.addAttribute("targets", chosen == null ? List.of() : targets(chosen));
    model.addAttribute("countryNames", names(locale));
    model.addAttribute("technologies", FamilyTechnologies.of(catalogue));
    return "country";
  }

  /** What was told of other topics than those that readiness asks for where it knows nothing. */
  private static List<ToldFact> beside(Map<String, ToldFact> told, Readiness readiness) {
    List<String> asked =
        readiness.items().stream()
            .filter(Readiness.Item::isGap)
            .map(each -> Readiness.topic(each.field()))
            .toList();
    return told.values().stream()
        .filter(each -> each.holds() && !asked.contains(each.topic()))
        .toList();
  }

  /** Plans of a country and others by id: as they are called, else by whose they are. */
  private Map<String, String> together(String iso3, Locale locale) {
    Map<String, String> named = new LinkedHashMap<>();
    List<Country> all = countries.list();
    for (PlanSummary each : plans.list()) {
      List<String> codes = each.scenario().countries();
      if (codes.size() > 1 && codes.contains(iso3)) {
        String whose = CountrySet.of(all, codes, locale).name();
        named.put(each.id(), each.name().isBlank() ? whose : each.name());
      }
    }
    return named;
  }

  private PlanView chosen(String id) {
    return plans
        .findDetail(id)
        .map(PlanView::new)
        .orElseThrow(() -> ApiRefusal.unknown("plan", id));
  }

  private List<TargetProgress> targets(PlanView chosen) {
    Scenario scenario = chosen.detail().scenario();
    return TargetProgress.of(
        scenario.countries(),
        scenario.standard().downlinkMbps(),
        plans.content(chosen.id()).folder().plan());
  }

  private static List<Country.Fact> shownFacts(Country.Card card) {
    return card.facts().stream()
        .filter(each -> SHOWN_FACTS.contains(each.field()))
        .sorted(Comparator.comparingInt(each -> SHOWN_FACTS.indexOf(each.field())))
        .toList();
  }

  private SortedMap<String, String> names(Locale locale) {
    SortedMap<String, String> names = new TreeMap<>();
    countries.list().forEach(each -> names.put(each.iso3(), nameIn(each.names(), locale)));
    return names;
  }

  public static String nameIn(Map<String, String> names, Locale locale) {
    return names.getOrDefault(locale.getLanguage(), names.get("en"));
  }
}
