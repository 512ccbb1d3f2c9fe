package org.kiungo.web.page.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.region.CountrySet;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.programme.PlanProgramme.DistrictPhases;
import org.kiungo.web.plan.programme.ProgrammeChart;
import org.kiungo.web.plan.today.PlanTodays;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A plan with phases: its tables stand without scripts, its map moves through the years. */
@Controller
class ProgrammePageController {

  private final Countries countries;
  private final Plans plans;

  private final PlanTodays todays;

  ProgrammePageController(Countries countries, Plans plans, PlanTodays todays) {
    this.todays = todays;
    this.countries = countries;
    this.plans = plans;
  }

  @GetMapping("/plans/{id}/programme")
  String programme(@PathVariable String id, Model model, Locale locale) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    ProgrammeChart chart = ProgrammeChart.find(plans.content(id));
    if (chart == null) {
      throw ApiRefusal.unknown("programme", id);
    }
    String iso3 = detail.scenario().countries().get(0);
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    model.addAttribute("country", country);
    CountrySet area = CountrySet.of(countries.list(), detail.scenario().countries(), locale);
    model.addAttribute("area", area);
    model.addAttribute("name", area.name());
    model.addAttribute("chosen", new PlanView(detail));
    model.addAttribute("otherToday", todays.find(id).orElse(null));
    model.addAttribute("programme", chart);
    model.addAttribute("districts", leastServedFirst(chart));
    return "programme";
  }

  private static List<DistrictPhases> leastServedFirst(ProgrammeChart chart) {
    int last = chart.phases().size() - 1;
    return chart.programme().districts().stream()
        .filter(each -> each.population() > 0)
        .sorted(Comparator.comparingDouble(each -> each.servedRatio(last)))
        .toList();
  }
}
