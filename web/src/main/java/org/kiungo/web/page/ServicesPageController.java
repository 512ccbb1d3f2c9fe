package org.kiungo.web.page;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.scenario.InstitutionChoice;
import org.kiungo.web.country.Countries;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.language.Words;
import org.kiungo.web.placement.FacilityCounts;
import org.kiungo.web.placement.ServicePlacer;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.regulation.RegulationWords;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which e-services are placed and seen. */
@Controller
class ServicesPageController {

  private final Countries countries;
  private final Plans plans;
  private final Datasets datasets;
  private final Reference reference;

  ServicesPageController(Countries countries, Plans plans, Datasets datasets, Reference reference) {
    this.reference = reference;
    this.countries = countries;
    this.plans = plans;
    this.datasets = datasets;
  }

  @GetMapping("/services")
  String services(
      @RequestParam(name = "country", required = false) String iso3, Model model, Locale locale) {
    boolean all = iso3 == null || iso3.isEmpty();
    List<CountryOption> options = CountryOption.all(countries, locale);
    List<String> chosen = all ? options.stream().map(CountryOption::iso3).toList() : List.of(iso3);
    FacilityCounts carried = FacilityCounts.builtIn(chosen);
    model.addAttribute("countryOptions", options);
    model.addAttribute("institutions", InstitutionChoice.Source.values());
    model.addAttribute("carried", carried);
    model.addAttribute("imported", datasets.countFacilities(chosen));
    model.addAttribute("noHealthSites", names(options, carried.withoutHealthSites()::contains));
    model.addAttribute(
        "withSchools",
        names(options, of -> chosen.contains(of) && !carried.withoutSchools().contains(of)));
    model.addAttribute("iso3", all ? "all" : iso3);
    model.addAttribute("planOptions", all ? List.<PlanSummary>of() : plans.list(iso3));
    boolean known = options.stream().anyMatch(each -> each.iso3().equals(iso3));
    model.addAttribute("laws", known ? laws(iso3, locale) : List.of());
    model.addAttribute("kinds", ServicePlacer.kinds().stream().map(EService::id).toList());
    return "services";
  }

  private List<RegulationWords.DataLaw> laws(String iso3, Locale locale) {
    return new RegulationWords(reference, Words.in(locale.getLanguage()))
        .dataLaws(new Regulation(reference).country(iso3));
  }

  private static String names(List<CountryOption> options, Predicate<String> chosen) {
    return options.stream()
        .filter(each -> chosen.test(each.iso3()))
        .map(CountryOption::name)
        .collect(Collectors.joining(", "));
  }
}
