package org.kiungo.web.page.doubt;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.alternative.AlternativeStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.doubt.AlternativePlans;
import org.kiungo.web.doubt.AlternativesContent;
import org.kiungo.web.doubt.DoubtAnswer;
import org.kiungo.web.doubt.DoubtContent;
import org.kiungo.web.doubt.DoubtSentences;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.PlaceInDoubt;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.region.CountrySet;
import org.kiungo.web.plan.PlanContent;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What a country's plan loses where today's figures are wrong: asked for here, and read without
 * scripts once it is there.
 */
@Controller
class DoubtPageController {

  /** From a first look to intervals that are narrow. */
  private static final List<Integer> OFFERED = List.of(8, Doubts.FUTURES, 40, 100);

  private static final List<Integer> OTHERS_OFFERED =
      List.of(3, AlternativePlans.COUNT, AlternativeStudy.MOST);

  /** Shares of the plan's people that other plans may miss. */
  private static final List<Double> WITHIN_OFFERED =
      List.of(0.01, AlternativePlans.WITHIN_RATIO, 0.05, 0.1);

  private final Countries countries;
  private final Plans plans;
  private final Doubts doubts;
  private final AlternativePlans alternatives;
  private final Reference reference;
  private final SurveyPart surveys;
  private final PlanTodays todays;

  DoubtPageController(
      Countries countries,
      Plans plans,
      Doubts doubts,
      AlternativePlans alternatives,
      Reference reference,
      SurveyPart surveys,
      PlanTodays todays) {
    this.surveys = surveys;
    this.todays = todays;
    this.countries = countries;
    this.plans = plans;
    this.doubts = doubts;
    this.alternatives = alternatives;
    this.reference = reference;
  }

  @GetMapping("/countries/{iso3}/doubt")
  String doubt(
      @PathVariable String iso3,
      @RequestParam(required = false) String plan,
      Model model,
      Locale locale) {
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    String id = plan == null || plan.isEmpty() ? studied(country) : plan;
    model.addAttribute("country", country);
    model.addAttribute("shown", CountrySet.of(countries.list(), List.of(iso3), locale));
    if (id != null) {
      plan(iso3, id, model, locale);
    }
    return "doubt";
  }

  /** Of whom nobody says which plan, the one that was studied last, else the newest. */
  private String studied(Country country) {
    return doubts
        .findStudied(plans.list(country.iso3()).stream().map(PlanSummary::id).toList())
        .orElse(country.planId());
  }

  private void plan(String iso3, String id, Model model, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    PlanDetail detail =
        plans
            .findDetail(id)
            .filter(each -> each.scenario().countries().contains(iso3))
            .orElseThrow(() -> ApiRefusal.unknown("plan", id));
    PlanSummary summary = plans.find(id).orElseThrow();
    PlanContent content = plans.content(id);
    PlanningProblem problem = content.folder().problem();
    model.addAttribute("chosen", new PlanView(detail));
    model.addAttribute("summary", summary);
    model.addAttribute("otherToday", todays.find(id).orElse(null));
    model.addAttribute(
        "shown", CountrySet.of(countries.list(), detail.scenario().countries(), locale));
    model.addAttribute(
        "elsewhere",
        plans.list(iso3).stream()
            .filter(each -> !each.id().equals(id) && doubts.isStudied(each.id()))
            .toList());
    boolean rest = plans.find(id).orElseThrow().isContinuation();
    model.addAttribute(
        "newest",
        plans.candidates(iso3).stream()
            .reduce((earlier, later) -> later)
            .filter(each -> !rest && !each.id().equals(id))
            .orElse(null));
    model.addAttribute("refusal", doubts.findRefusal(id).orElse(null));
    model.addAttribute(
        "offers",
        OFFERED.stream().map(each -> Offer.futures(each, summary.settlements())).toList());
    model.addAttribute("offered", Doubts.FUTURES);
    model.addAttribute("firstUsd", Math.round(Doubts.firstUsd(detail.scenario().budgetUsd())));
    DoubtAnswer asked = doubts.getLast(id, words);
    model.addAttribute("asked", asked);
    Optional<DoubtContent> found = doubts.findLast(id);
    model.addAttribute("found", found.orElse(null));
    DoubtView view = null;
    if (found.isPresent() && !found.get().verdict().isRefused()) {
      List<PlaceInDoubt> places = doubts.places(id, found.get());
      view =
          DoubtView.of(found.get(), places, detail.certificate(), doubts.signNow(id, found.get()));
      model.addAttribute("d", view);
      model.addAttribute("choices", DoubtSentences.choices(view.doubt().choices(), words));
      Doubt.FirstPhase first = view.doubt().firstPhase();
      if (first != null) {
        model.addAttribute("firstUsd", Math.round(first.usd()));
        model.addAttribute(
            "firstPhase", DoubtSentences.firstPhase(first, found.get().futures(), words));
      }
      model.addAttribute("placeNames", names(view, problem, words));
      surveys.tell(model, summary, view, words);
    }
    Map<String, String> technologies = new TreeMap<>();
    for (AccessTechnology each : problem.catalogue().technologies()) {
      technologies.put(each.id(), Figures.of(locale).technology(each));
    }
    model.addAttribute("technologies", technologies);
    model.addAttribute("gain", SureGain.of(summary, plans));
    AlternativesView others = others(id, content.folder(), model, words);
    model.addAttribute("five", new FiveAnswers(Figures.of(locale), words).of(view, others));
  }

  /** Null where there are none to be told of. */
  private AlternativesView others(String id, PlanFolder plan, Model model, Words words) {
    model.addAttribute("othersAsked", alternatives.getLast(id, words));
    model.addAttribute("othersWithinRatio", AlternativePlans.WITHIN_RATIO);
    model.addAttribute("othersCount", AlternativePlans.COUNT);
    int places = plan.problem().settlements().size();
    model.addAttribute(
        "othersOffers",
        OTHERS_OFFERED.stream().map(each -> Offer.alternatives(each, places)).toList());
    model.addAttribute("withinOffers", WITHIN_OFFERED);
    Optional<AlternativesContent> found = alternatives.findLast(id);
    model.addAttribute("othersFound", found.orElse(null));
    if (found.isEmpty() || found.get().verdict().isRefused()) {
      return null;
    }
    List<Geometry> outlines = plan.scenario().countries().stream().map(reference::outline).toList();
    Geometry outline = outlines.get(0).getFactory().buildGeometry(outlines);
    AlternativesView others = AlternativesView.of(found.get(), plan, outline);
    model.addAttribute("others", others);
    return others;
  }

  /** Of the places that are listed. */
  private static Map<String, String> names(DoubtView view, PlanningProblem problem, Words words) {
    List<String> listed =
        Stream.concat(
                view.relays().stream(),
                view.kinds().stream().flatMap(each -> each.shown().stream()))
            .map(PlaceInDoubt::settlementId)
            .toList();
    PlaceNames names = new PlaceNames(problem.settlements(), words);
    Stream<Settlement> places =
        problem.settlements().stream().filter(each -> listed.contains(each.id()));
    Map<String, String> found = new TreeMap<>();
    places.forEach(each -> found.put(each.id(), names.apart(each)));
    return found;
  }
}
