package org.kiungo.web.page;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.service.EService;
import org.kiungo.web.country.Countries;
import org.kiungo.web.placement.ServicePlacer;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which e-services are placed and seen. */
@Controller
class ServicesPageController {

  private final Countries countries;
  private final Plans plans;

  ServicesPageController(Countries countries, Plans plans) {
    this.countries = countries;
    this.plans = plans;
  }

  @GetMapping("/services")
  String services(
      @RequestParam(name = "country", required = false) String iso3, Model model, Locale locale) {
    boolean all = iso3 == null || iso3.isEmpty();
    model.addAttribute("countryOptions", CountryOption.all(countries, locale));
    model.addAttribute("iso3", all ? "all" : iso3);
    model.addAttribute("planOptions", all ? List.<PlanSummary>of() : plans.list(iso3));
    model.addAttribute("kinds", ServicePlacer.kinds().stream().map(EService::id).toList());
    return "services";
  }
}
