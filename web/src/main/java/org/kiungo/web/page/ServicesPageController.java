package org.kiungo.web.page;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.EService;
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

  private final Plans plans;

  ServicesPageController(Plans plans) {
    this.plans = plans;
  }

  /** A country of the menu. */
  record CountryOption(String iso3, String name) {}

  @GetMapping("/services")
  String services(
      @RequestParam(name = "country", required = false) String iso3, Model model, Locale locale) {
    model.addAttribute(
        "countryOptions",
        Reference.builtIn().countries().stream()
            .map(
                each ->
                    new CountryOption(each.iso3(), OverviewController.nameIn(each.names(), locale)))
            .sorted(Comparator.comparing(CountryOption::name, Collator.getInstance(locale)))
            .toList());
    model.addAttribute("iso3", iso3 == null ? "all" : iso3);
    model.addAttribute("planOptions", iso3 == null ? List.<PlanSummary>of() : plans.list(iso3));
    model.addAttribute("kinds", ServicePlacer.kinds().stream().map(EService::id).toList());
    return "services";
  }
}
