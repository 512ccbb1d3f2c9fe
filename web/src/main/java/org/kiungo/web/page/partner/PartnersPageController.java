package org.kiungo.web.page.partner;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.partner.PhaseYears;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.page.region.CountrySet;
import org.kiungo.web.partner.Funded;
import org.kiungo.web.partner.Fundings;
import org.kiungo.web.partner.ProjectLine;
import org.kiungo.web.partner.ProjectStates;
import org.kiungo.web.partner.Projects;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.ProjectState;
import org.kiungo.web.plan.document.WholePeople;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who pays for what of a plan, and when; and one project of it. Both read without scripts. */
@Controller
class PartnersPageController {

  private final Plans plans;
  private final Countries countries;
  private final Fundings fundings;
  private final Projects projects;
  private final ProjectStates states;

  PartnersPageController(
      Plans plans,
      Countries countries,
      Fundings fundings,
      Projects projects,
      ProjectStates states) {
    this.plans = plans;
    this.countries = countries;
    this.fundings = fundings;
    this.projects = projects;
    this.states = states;
  }

  /**
   * @param ask an answer that is shown where the plan itself does not say who pays, and told of
   *     where it does; null for none
   */
  @GetMapping("/plans/{id}/partners")
  String partners(
      @PathVariable String id,
      @RequestParam(required = false) String ask,
      Model model,
      Locale locale) {
    frame(id, model, locale);
    Words words = Words.in(locale.getLanguage());
    Optional<Funded> funded = fundings.findOfPlan(id, words);
    boolean own = funded.isPresent();
    if (ask != null) {
      Optional<Funded> answer = fundings.findAnswer(id, ask, words);
      model.addAttribute(
          "askedPartners", answer.map(f -> fundings.partnersOfAnswer(ask)).orElse(null));
      if (!own) {
        funded = answer;
        model.addAttribute("asked", funded.isPresent() ? ask : null);
      }
    }
    model.addAttribute("f", funded.orElse(null));
    model.addAttribute("shown", !own ? "asked" : ask == null ? "own" : "own-not-asked");
    if (funded.isPresent()) {
      model.addAttribute("cards", PayerCard.of(funded.get()));
      model.addAttribute("ledger", LedgerPhase.of(funded.get()));
    } else {
      List<Project> all = projects.of(id);
      model.addAttribute("projects", ProjectLine.of(all, states.states(id)));
      model.addAttribute("carried", ProjectView.carried(all));
    }
    return "partners";
  }

  @GetMapping("/plans/{id}/projects/{projectId}")
  String project(
      @PathVariable String id, @PathVariable String projectId, Model model, Locale locale) {
    frame(id, model, locale);
    Project project = projects.get(id, projectId);
    Optional<Funded> funded = fundings.findOfPlan(id, Words.in(locale.getLanguage()));
    List<Project> all = projects.of(id);
    model.addAttribute("project", project);
    model.addAttribute("people", WholePeople.of(all).get(projectId));
    model.addAttribute("names", names(plans.getFolder(id), Figures.of(locale)));
    model.addAttribute("told", states.told(id, projectId));
    model.addAttribute("states", ProjectState.values());
    model.addAttribute("works", ProjectView.works(project));
    model.addAttribute("places", ProjectView.places(project, plans.content(id)));
    model.addAttribute(
        "requires", all.stream().filter(each -> project.requires().contains(each.id())).toList());
    model.addAttribute(
        "carries", all.stream().filter(each -> each.requires().contains(projectId)).toList());
    model.addAttribute("cards", funded.map(PayerCard::of).orElse(List.of()));
    model.addAttribute(
        "row",
        funded
            .flatMap(
                f ->
                    f.projects().stream()
                        .filter(r -> r.project().id().equals(projectId))
                        .findFirst())
            .orElse(null));
    return "project";
  }

  /** Technologies and media by id, in words. */
  private static Map<String, String> names(PlanFolder folder, Figures figures) {
    Map<String, String> names = new HashMap<>();
    folder
        .problem()
        .catalogue()
        .technologies()
        .forEach(each -> names.put(each.id(), figures.technology(each)));
    folder.problem().catalogue().media().forEach(m -> names.put(m.id(), figures.medium(m)));
    return names;
  }

  private void frame(String id, Model model, Locale locale) {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    Scenario scenario = detail.scenario();
    String iso3 = scenario.countries().get(0);
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    model.addAttribute("country", country);
    CountrySet area = CountrySet.of(countries.list(), scenario.countries(), locale);
    model.addAttribute("area", area);
    model.addAttribute("name", area.name());
    model.addAttribute("chosen", new PlanView(detail));
    model.addAttribute("summary", plans.find(id).orElseThrow());
    model.addAttribute("phases", PhaseYears.of(scenario.phases(), scenario.money()));
  }
}
