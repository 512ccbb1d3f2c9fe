package org.kiungo.web.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kiungo.geodata.reference.DefaultBudget;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.ScenarioFile;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.region.CommunityOption;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.policy.LeverWords;
import org.kiungo.web.regulation.RegulationWords;
import org.kiungo.web.regulation.TargetChoice;
import org.kiungo.web.scenario.ScenarioBody;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** The scenario form with the live run beside it. */
@Controller
class ScenarioPageController {

  private static final long PROPOSED_SEED = 42;
  private static final long PROPOSED_STEPS = 20_000;

  private final Countries countries;
  private final Plans plans;
  private final Catalogue catalogue;
  private final Reference reference;

  ScenarioPageController(
      Countries countries, Plans plans, Catalogue catalogue, Reference reference) {
    this.reference = reference;
    this.countries = countries;
    this.plans = plans;
    this.catalogue = catalogue;
  }

  @GetMapping("/scenario")
  String scenario(
      @RequestParam(required = false) String country,
      @RequestParam(required = false) String plan,
      @RequestParam(required = false) List<String> with,
      @RequestParam(required = false) Today.UnsureCoverage unsureCoverage,
      Model model,
      Locale locale) {
    List<CountryOption> options = CountryOption.all(countries, locale);
    CountryOption shown = shown(options, country);
    Optional<PlanSummary> from = Optional.ofNullable(plan).flatMap(plans::find);
    // a scenario does not tell what stands
    from.filter(PlanSummary::isContinuation)
        .ifPresent(each -> model.addAttribute("restOf", each.rest()));
    Scenario scenario =
        from.map(PlanSummary::scenario)
            .orElseGet(() -> proposed(shown, together(options, shown, with)));
    if (unsureCoverage != null) {
      scenario = PlanSummary.counting(scenario, unsureCoverage);
    }
    return show(scenario, options, shown, model, locale);
  }

  /**
   * Shows the form filled in as a scenario document says, which nothing keeps before it is run; one
   * that cannot be read is refused with the field that is wrong, beside what was pasted.
   *
   * @param json pasted
   * @param file used where nothing was pasted
   */
  @Requires(Role.VIEWER)
  @PostMapping("/scenario")
  String take(
      @RequestParam(defaultValue = "") String json,
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(required = false) String country,
      Model model,
      HttpServletResponse response,
      Locale locale)
      throws IOException {
    byte[] document =
        json.isBlank() && file != null ? file.getBytes() : json.getBytes(StandardCharsets.UTF_8);
    List<CountryOption> options = CountryOption.all(countries, locale);
    try {
      Scenario taken = ScenarioBody.read(document);
      for (String each : taken.countries()) {
        reference.country(each);
      }
      String first = taken.countries().isEmpty() ? country : taken.countries().get(0);
      model.addAttribute("taken", true);
      return show(taken, options, shown(options, first), model, locale);
    } catch (InputRefused refused) {
      model.addAttribute("refused", Words.in(locale.getLanguage()).refusal(refused));
    } catch (ApiRefusal unreadable) {
      model.addAttribute("refused", Words.in(locale.getLanguage()).text("ui.scenario.no-json"));
    }
    model.addAttribute("pasted", new String(document, StandardCharsets.UTF_8));
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    CountryOption shown = shown(options, country);
    return show(proposed(shown, List.of(shown)), options, shown, model, locale);
  }

  private String show(
      Scenario scenario,
      List<CountryOption> options,
      CountryOption shown,
      Model model,
      Locale locale) {
    model.addAttribute("countryOptions", options);
    model.addAttribute("country", shown);
    model.addAttribute(
        "communities",
        CommunityOption.all(reference, LocalDate.of(scenario.money().firstYear(), 1, 1)));
    model.addAttribute("iso3", shown.iso3());
    model.addAttribute("name", shown.name());
    model.addAttribute("s", scenario);
    model.addAttribute("defaultBudgetUsd", DefaultBudget.usd(reference, scenario.countries()));
    model.addAttribute(
        "scenarioJson", new String(ScenarioFile.write(scenario), StandardCharsets.UTF_8));
    model.addAttribute("technologies", FamilyTechnologies.of(catalogue));
    model.addAttribute("media", catalogue.media());
    model.addAttribute("defaults", FieldDefault.all());
    model.addAttribute("levers", LeverWords.all(Words.in(locale.getLanguage())));
    model.addAttribute(
        "publishedTargets",
        TargetChoice.all(
            options.stream().map(CountryOption::iso3).toList(),
            new RegulationWords(reference, Words.in(locale.getLanguage()))));
    return "scenario";
  }

  /** The country asked for, else one with a plan, else the first. */
  private CountryOption shown(List<CountryOption> options, String asked) {
    String planned =
        countries.list().stream()
            .filter(each -> each.planId() != null)
            .map(Country::iso3)
            .findFirst()
            .orElse(options.get(0).iso3());
    return options.stream()
        .filter(each -> each.iso3().equals(asked))
        .findFirst()
        .orElseGet(
            () ->
                options.stream()
                    .filter(each -> each.iso3().equals(planned))
                    .findFirst()
                    .orElse(options.get(0)));
  }

  /** The country shown and those of the address that there are. */
  private static List<CountryOption> together(
      List<CountryOption> options, CountryOption shown, List<String> with) {
    return options.stream()
        .filter(each -> each.equals(shown) || with != null && with.contains(each.iso3()))
        .toList();
  }

  private static Scenario proposed(CountryOption country, List<CountryOption> together) {
    return ScenarioBuilder.builder()
        .name(country.name())
        .countries(together.stream().map(CountryOption::iso3).toList())
        .budgetUsd(together.stream().mapToDouble(CountryOption::defaultBudgetUsd).sum())
        .seed(PROPOSED_SEED)
        .steps(PROPOSED_STEPS)
        .threads(1)
        .build();
  }
}
