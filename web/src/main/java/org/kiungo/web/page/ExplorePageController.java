package org.kiungo.web.page;

import java.util.Locale;
import java.util.Optional;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.explain.BuiltWorks;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.scenario.ScenarioFacts;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.region.CountrySet;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanGains;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.programme.ProgrammeChart;
import org.kiungo.web.plan.resilience.PlanHubs;
import org.kiungo.web.plan.today.OtherToday;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One plan, place by place: why it is so, and what if it were not. */
@Controller
class ExplorePageController {

  private static final int BEST_SHOWN = 10;

  private final Countries countries;
  private final Plans plans;
  private final Catalogue catalogue;
  private final PlanTodays todays;
  private final Reference reference;
  private final Doubts doubts;

  ExplorePageController(
      Countries countries,
      Plans plans,
      Catalogue catalogue,
      PlanTodays todays,
      Reference reference,
      Doubts doubts) {
    this.doubts = doubts;
    this.reference = reference;
    this.todays = todays;
    this.countries = countries;
    this.plans = plans;
    this.catalogue = catalogue;
  }

  /** What people make of a plan's address by leaving its end off. */
  @GetMapping("/plans/{id}")
  String plan(
      @PathVariable String id,
      @RequestParam(required = false) String lang,
      RedirectAttributes carried) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    if (lang != null) {
      carried.addAttribute("lang", lang);
    }
    return "redirect:/plans/{id}/explore";
  }

  @GetMapping("/plans/{id}/explore")
  String explore(@PathVariable String id, Model model, Locale locale) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    String iso3 = detail.scenario().countries().get(0);
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    CountrySet shown = CountrySet.of(countries.list(), detail.scenario().countries(), locale);
    model.addAttribute("country", country);
    model.addAttribute("shown", shown);
    model.addAttribute("name", shown.name());
    model.addAttribute("chosen", new PlanView(detail));
    Optional<OtherToday> other = todays.find(id);
    model.addAttribute("otherToday", other.orElse(null));
    model.addAttribute("studied", doubts.findTold(id).orElse(null));
    PlanGains gains = PlanGains.of(plans.content(id), BEST_SHOWN);
    model.addAttribute("gains", gains);
    model.addAttribute(
        "finance",
        PlanMoney.find(
            plans.getFiles(id), () -> plans.content(id).money(), Words.in(locale.getLanguage())));
    PlanFolder folder = plans.getFolder(id);
    PlanningProblem facts = ScenarioFacts.of(folder.problem(), folder.scenario());
    model.addAttribute(
        "built",
        WorksTable.of(BuiltWorks.of(facts, folder.plan()), Words.in(locale.getLanguage())));
    model.addAttribute("waterfall", Waterfall.of(detail, gains));
    model.addAttribute("programme", ProgrammeChart.find(plans.content(id)));
    model.addAttribute("hubs", PlanHubs.find(plans.content(id)));
    model.addAttribute("card", new PlanCard(plans.find(id).orElseThrow(), other.isPresent()));
    model.addAttribute("coverage", CoverageLine.of(plans.getFolder(id), reference, locale));
    model.addAttribute("technologies", FamilyTechnologies.of(catalogue));
    return "explore";
  }
}
