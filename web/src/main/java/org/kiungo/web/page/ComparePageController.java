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

  ComparePageController(Countries countries, Plans plans, Fundings fundings, PlanTodays todays) {
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
    model.addAttribute("name", OverviewController.nameIn(shown.names(), locale));
    Set<String> others = todays.others(own);
    model.addAttribute(
        "cards", own.stream().map(each -> new PlanCard(each, others.contains(each.id()))).toList());
    if (!own.isEmpty()) {
      PlanView first = view(a == null ? own.get(0).id() : a);
      PlanView second = view(b == null ? own.get(own.size() > 1 ? 1 : 0).id() : b);
      Comparison compared = new Comparison(first, second);
      model.addAttribute("c", compared);
      Map<String, OtherToday> found = otherTodays(first, second, more);
      model.addAttribute("otherTodays", found);
      model.addAttribute(
          "pair", ProgrammePair.find(plans.content(first.id()), plans.content(second.id())));
      model.addAttribute("more", more);
      Words words = Words.in(locale.getLanguage());
      model.addAttribute("paidA", fundings.findOfPlan(first.id(), words).orElse(null));
      model.addAttribute("paidB", fundings.findOfPlan(second.id(), words).orElse(null));
      model.addAttribute("columns", columns(first, second, more));
      model.addAttribute(
          "older",
          compared.comparable()
              ? List.of()
              : older(first, second).stream()
                  .filter(each -> !found.containsKey(each.detail().letter()))
                  .toList());
      model.addAttribute(
          "frontier",
          new CostFrontier(own.stream().filter(each -> !each.verification().isRefused()).toList()));
    }
    return "compare";
  }

  /** Those of two plans that would be made of other data or prices if they were made anew. */
  private List<PlanView> older(PlanView first, PlanView second) {
    return Stream.of(first, second).distinct().filter(each -> !isOfToday(each.detail())).toList();
  }

  private boolean isOfToday(PlanDetail plan) {
    return todays.areThoseOf(plan.scenario(), plan.inputs(), plan.verification());
  }

  /** Of those shown, by their letters. */
  private Map<String, OtherToday> otherTodays(PlanView first, PlanView second, List<String> more) {
    Map<String, OtherToday> found = new LinkedHashMap<>();
    List<PlanView> shown = new ArrayList<>(List.of(first));
    columns(first, second, more).forEach(each -> shown.add(each.b()));
    shown.forEach(
        each ->
            todays.find(each.id()).ifPresent(other -> found.put(each.detail().letter(), other)));
    return found;
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
