package org.kiungo.web.page.continent;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.sample.ContinentProgress;
import org.kiungo.web.sample.ContinentProgress.CountryStage;
import org.kiungo.web.sample.SamplePlans;
import org.kiungo.web.sample.Stage;
import org.kiungo.web.today.CountryToday;
import org.kiungo.web.today.PeopleToday;
import org.kiungo.web.today.Today;
import org.kiungo.web.workspace.TodaysFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page: Africa today, and what the plans add. */
@Controller
class AfricaController {

  private final Countries countries;
  private final Plans plans;
  private final Today today;
  private final SamplePlans samples;
  private final TodaysFacts facts;

  AfricaController(
      Countries countries, Plans plans, Today today, SamplePlans samples, TodaysFacts facts) {
    this.facts = facts;
    this.countries = countries;
    this.plans = plans;
    this.today = today;
    this.samples = samples;
  }

  @GetMapping("/")
  String africa(Model model, Locale locale) {
    ContinentProgress progress = samples.progress();
    List<AfricaRow> rows = rows(progress, locale);
    List<AfricaRow> planned = rows.stream().filter(each -> each.plan() != null).toList();
    model.addAttribute("rows", rows);
    model.addAttribute("progress", progress);
    model.addAttribute("running", names(rows, each -> each.stage() == Stage.RUNNING));
    model.addAttribute("today", people(rows));
    model.addAttribute(
        "together", new PlansTogether(planned.stream().map(AfricaRow::plan).toList()));
    model.addAttribute("onOtherData", names(rows, AfricaRow::onOtherData));
    model.addAttribute("leftOut", rows.stream().filter(AfricaRow::refused).count());
    model.addAttribute("odd", rows.stream().filter(each -> each.today().odd()).toList());
    model.addAttribute("imported", facts.imported());
    model.addAttribute("open", planned.isEmpty() ? null : opened(planned));
    return "africa";
  }

  /** Most people outside first: where the need is. */
  private List<AfricaRow> rows(ContinentProgress progress, Locale locale) {
    Map<String, Stage> stages =
        progress.countries().stream()
            .collect(Collectors.toMap(CountryStage::iso3, CountryStage::stage));
    Map<String, CountryToday> now =
        today.countries().stream()
            .collect(Collectors.toMap(CountryToday::iso3, Function.identity()));
    List<PlanSummary> all = plans.list();
    Map<String, PlanSummary> known =
        all.stream().collect(Collectors.toMap(PlanSummary::id, Function.identity()));
    Set<String> refused =
        all.stream()
            .filter(each -> each.verification().isRefused())
            .map(PlanSummary::country)
            .collect(Collectors.toSet());
    return countries.list().stream()
        .map(each -> row(each, now.get(each.iso3()), stages, known, refused, locale))
        .sorted(
            Comparator.comparingDouble((AfricaRow each) -> -each.today().people().outside())
                .thenComparing(AfricaRow::name, Collator.getInstance(locale)))
        .toList();
  }

  private AfricaRow row(
      Country country,
      CountryToday now,
      Map<String, Stage> stages,
      Map<String, PlanSummary> plans,
      Set<String> refused,
      Locale locale) {
    return new AfricaRow(
        country,
        country.names().getOrDefault(locale.getLanguage(), country.names().get("en")),
        now,
        stages.get(country.iso3()),
        country.planId() == null ? null : plans.get(country.planId()),
        country.planId() == null && refused.contains(country.iso3()));
  }

  private static PeopleToday people(List<AfricaRow> rows) {
    return PeopleToday.sum(rows.stream().map(each -> each.today().people()).toList());
  }

  private static List<String> names(List<AfricaRow> rows, Predicate<AfricaRow> wanted) {
    return rows.stream().filter(wanted).map(AfricaRow::name).toList();
  }

  /** The planned country whose plan brings most people to service. */
  private static AfricaRow opened(List<AfricaRow> planned) {
    return planned.stream().max(Comparator.comparingDouble(AfricaRow::peopleGained)).orElseThrow();
  }
}
