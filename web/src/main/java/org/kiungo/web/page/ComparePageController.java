package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.doubt.SignNow;
import org.kiungo.web.language.Words;
import org.kiungo.web.partner.Fundings;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.programme.ProgrammePair;
import org.kiungo.web.plan.today.OtherToday;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Two to five plans of one country against the first of them. */
@Controller
class ComparePageController {

  private static final int MOST_MORE = 3;

  private final Countries countries;
  private final Plans plans;
  private final Fundings fundings;
  private final PlanTodays todays;
  private final Doubts doubts;

  ComparePageController(
      Countries countries, Plans plans, Fundings fundings, PlanTodays todays, Doubts doubts) {
    this.doubts = doubts;
    this.todays = todays;
    this.fundings = fundings;
    this.countries = countries;
    this.plans = plans;
  }

  @GetMapping("/compare")
  String compare(
      @RequestParam(required = false) String country,
      @RequestParam(required = false) String a,
      @RequestParam(required = false) String b,
      @RequestParam(required = false, defaultValue = "") List<String> more,
      Model model,
      Locale locale) {
    Country shown = country(country, a);
    String iso3 = shown.iso3();
    List<PlanSummary> all = plans.list(iso3);
    List<PlanSummary> own =
        all.stream().filter(each -> each.verification().changedFile() == null).toList();
    model.addAttribute("leftOut", all.size() - own.size());
    model.addAttribute("country", shown);
    String name = OverviewController.nameIn(shown.names(), locale);
    model.addAttribute("name", name);
    model.addAttribute("place", name);
    model.addAttribute("bbox", shown.bbox());
    Set<String> others = todays.others(own);
    model.addAttribute("cards", PlanCard.all(own, others));
    List<PlanSummary> choices = choices(own);
    if (!choices.isEmpty()) {
      // a door that names one plan alone sets it against another
      int other = choices.size() > 1 && choices.get(0).id().equals(b) ? 1 : 0;
      PlanView first = view(a == null ? choices.get(other).id() : a);
      PlanView second = view(b == null ? choices.get(choices.size() > 1 ? 1 : 0).id() : b);
      Comparison compared = new Comparison(first, second);
      model.addAttribute("c", compared);
      List<Comparison> columns = columns(first, second, more);
      ComparedNames names = ComparedNames.of(columns, this::name, locale);
      model.addAttribute("called", names);
      model.addAttribute("place", names.place(name));
      model.addAttribute("bbox", bounds(shown, names));
      model.addAttribute("picks", picks(own, columns, names, locale));
      Map<String, OtherToday> found = otherTodays(columns, names);
      model.addAttribute("otherTodays", found);
      model.addAttribute(
          "pair", ProgrammePair.find(plans.content(first.id()), plans.content(second.id())));
      model.addAttribute("more", more);
      Words words = Words.in(locale.getLanguage());
      model.addAttribute("paidA", fundings.findOfPlan(first.id(), words).orElse(null));
      model.addAttribute("paidB", fundings.findOfPlan(second.id(), words).orElse(null));
      model.addAttribute("columns", columns);
      model.addAttribute(
          "rests",
          shown(columns).stream()
              .flatMap(each -> plans.find(each.id()).stream())
              .filter(PlanSummary::isContinuation)
              .distinct()
              .toList());
      model.addAttribute("signNow", signNow(columns));
      model.addAttribute(
          "older",
          compared.comparable()
              ? List.of()
              : older(first, second).stream()
                  .filter(each -> !found.containsKey(names.of(each.detail())))
                  .toList());
      model.addAttribute(
          "frontier", compared.shareChart() ? new CostFrontier(charted(choices, first)) : null);
    }
    return "compare";
  }

  /** A rest is set against others where somebody names it, and not else. */
  private static List<PlanSummary> choices(List<PlanSummary> own) {
    List<PlanSummary> choices = own.stream().filter(each -> !each.isContinuation()).toList();
    return choices.isEmpty() ? own : choices;
  }

  /** Those of two plans that would be made of other data or prices if they were made anew. */
  private List<PlanView> older(PlanView first, PlanView second) {
    return Stream.of(first, second).distinct().filter(each -> !isOfToday(each.detail())).toList();
  }

  private boolean isOfToday(PlanDetail plan) {
    return todays.areThoseOf(plan.scenario(), plan.inputs(), plan.verification());
  }

  /** Of those shown, by what they are called. */
  private Map<String, OtherToday> otherTodays(List<Comparison> columns, ComparedNames names) {
    Map<String, OtherToday> found = new LinkedHashMap<>();
    shown(columns)
        .forEach(
            each ->
                todays
                    .find(each.id())
                    .ifPresent(other -> found.put(names.of(each.detail()), other)));
    return found;
  }

  /** What of those shown that were studied in futures can be signed now, by id. */
  private Map<String, SignNow> signNow(List<Comparison> columns) {
    Map<String, SignNow> found = new LinkedHashMap<>();
    shown(columns)
        .forEach(
            each ->
                doubts.findTold(each.id()).ifPresent(told -> found.put(each.id(), told.signNow())));
    return found;
  }

  private static List<PlanView> shown(List<Comparison> columns) {
    List<PlanView> shown = new ArrayList<>(List.of(columns.get(0).a()));
    columns.forEach(each -> shown.add(each.b()));
    return shown;
  }

  /** Those that rest on the data of the first: no line or bound holds for plans on other data. */
  private List<PlanSummary> charted(List<PlanSummary> own, PlanView first) {
    return plans.find(first.id()).stream()
        .flatMap(plan -> todays.onSameData(plan, own).stream())
        .filter(each -> !each.verification().isRefused())
        .toList();
  }

  /** What may be chosen, by id: the plans of the country, and those shown of another. */
  private Map<String, String> picks(
      List<PlanSummary> own, List<Comparison> columns, ComparedNames names, Locale locale) {
    Map<String, String> picks = new LinkedHashMap<>();
    Figures figures = Figures.of(locale);
    Stream<PlanSummary> foreign =
        shown(columns).stream().flatMap(each -> plans.find(each.id()).stream());
    Stream.concat(own.stream(), foreign)
        .forEach(
            each ->
                picks.put(
                    each.id(),
                    names.titled(each.country(), figures.title(new PlanCard(each, false)))));
    return picks;
  }

  /** West, south, east and north of all that is shown. */
  private double[] bounds(Country shown, ComparedNames names) {
    double[] bounds = shown.bbox().clone();
    countries.list().stream()
        .filter(each -> names.covers(each.iso3()))
        .map(Country::bbox)
        .forEach(
            box -> {
              bounds[0] = Math.min(bounds[0], box[0]);
              bounds[1] = Math.min(bounds[1], box[1]);
              bounds[2] = Math.max(bounds[2], box[2]);
              bounds[3] = Math.max(bounds[3], box[3]);
            });
    return bounds;
  }

  private String name(String iso3, Locale locale) {
    return countries.list().stream()
        .filter(each -> each.iso3().equals(iso3))
        .findFirst()
        .map(each -> OverviewController.nameIn(each.names(), locale))
        .orElse(iso3);
  }

  /** The second plan and up to three more, each against the first. */
  private List<Comparison> columns(PlanView first, PlanView second, List<String> more) {
    List<Comparison> columns = new ArrayList<>();
    columns.add(new Comparison(first, second));
    more.stream()
        .distinct()
        .filter(id -> !id.equals(first.id()) && !id.equals(second.id()))
        .limit(MOST_MORE)
        .forEach(id -> columns.add(new Comparison(first, view(id))));
    return columns;
  }

  private Country country(String asked, String plan) {
    String wanted =
        asked != null && !asked.isEmpty()
            ? asked
            : plan == null ? null : plans.find(plan).map(PlanSummary::country).orElse(null);
    List<Country> all = countries.list();
    return all.stream()
        .filter(each -> wanted == null ? each.planId() != null : each.iso3().equals(wanted))
        .findFirst()
        .or(() -> wanted == null ? all.stream().findFirst() : java.util.Optional.empty())
        .orElseThrow(() -> ApiRefusal.unknown("country", wanted));
  }

  private PlanView view(String id) {
    return plans
        .findDetail(id)
        .map(PlanView::new)
        .orElseThrow(() -> ApiRefusal.unknown("plan", id));
  }
}
