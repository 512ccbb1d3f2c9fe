package org.kiungo.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.kiungo.geodata.openness.CountryAudit;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.SinglePoint;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.openness.stress.PlanStress;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.country.Countries;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.openness.AuditMap;
import org.kiungo.web.openness.AuditWords;
import org.kiungo.web.openness.OutageWords;
import org.kiungo.web.openness.PlanStressWords;
import org.kiungo.web.openness.StressWords;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.told.ToldFacts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page that says who sits behind one gate, and what a cut would do; it needs no scripts. */
@Controller
class OpennessPageController {

  /** Of the day in March 2024; the form starts from those that the countries asked for use. */
  private static final List<String> FOUR =
      List.of(
          "Africa Coast to Europe (ACE)",
          "MainOne",
          "SAT-3/WASC",
          "West Africa Cable System (WACS)");

  private static final List<String> COMMUNITIES =
      List.of("AMU", "EAC", "ECCAS", "ECOWAS", "IGAD", "SADC");

  private final Countries countries;
  private final Reference reference;
  private final Openness openness;
  private final Plans plans;
  private final ToldFacts facts;

  OpennessPageController(
      Countries countries, Reference reference, Openness openness, Plans plans, ToldFacts facts) {
    this.facts = facts;
    this.plans = plans;
    this.countries = countries;
    this.reference = reference;
    this.openness = openness;
  }

  @GetMapping("/openness")
  String openness(
      @RequestParam(name = "country", defaultValue = "") String iso3,
      @RequestParam(defaultValue = "") String rec,
      @RequestParam(name = "cut", defaultValue = "") List<String> named,
      @RequestParam(defaultValue = "") String plan,
      Model model,
      Locale locale) {
    List<String> cut = named.stream().filter(each -> !each.isBlank()).toList();
    Words words = Words.in(locale.getLanguage());
    model.addAttribute("countryOptions", CountryOption.all(countries, locale));
    model.addAttribute("iso3", iso3);
    model.addAttribute("rec", rec);
    model.addAttribute("recs", COMMUNITIES);
    model.addAttribute("cables", openness.cables());
    model.addAttribute("words", new AuditWords(reference, words));
    model.addAttribute("stressWords", new StressWords(reference, words));
    CountryAudit audit = iso3.isEmpty() ? null : openness.country(iso3);
    model.addAttribute("audit", audit);
    if (audit != null) {
      model.addAttribute("told", facts.last(iso3));
      model.addAttribute("map", audit.linesKnown() ? AuditMap.of(audit, reference) : null);
      model.addAttribute(
          "worst",
          audit.singlePoints().stream()
              .filter(each -> each.kind() == SinglePoint.Kind.SPAN)
              .findFirst()
              .orElse(null));
    }
    model.addAttribute("plan", plan);
    model.addAttribute("planWords", new PlanStressWords(words));
    PlanFolder planned = plan.isEmpty() ? null : plans.getFolder(plan);
    PlanView shownPlan =
        planned == null ? null : new PlanView(plans.findDetail(plan).orElseThrow());
    model.addAttribute("shownPlan", shownPlan);
    model.addAttribute(
        "planName",
        planned == null ? "" : Figures.of(words.locale()).name(plans.find(plan).orElseThrow()));
    model.addAttribute(
        "planStress",
        planned == null || cut.isEmpty() || shownPlan.verdict().isRefused()
            ? null
            : new PlanStress(openness)
                .run(planned.problem(), planned.plan(), planned.scenario().countries(), cut, 1));
    List<String> countries = planned == null ? asked(iso3, rec) : planned.scenario().countries();
    model.addAttribute(
        "planCountries",
        words.joined(countries.stream().map(each -> CountryWords.name(each, words)).toList()));
    boolean all = planned == null && iso3.isEmpty() && rec.isEmpty();
    Set<String> used = all ? Set.copyOf(FOUR) : openness.cablesOf(countries);
    List<String> chosen = FOUR.stream().filter(used::contains).toList();
    model.addAttribute("cut", cut.isEmpty() ? chosen : cut);
    model.addAttribute("used", cut.isEmpty() ? chosen.size() : -1);
    model.addAttribute("canCutCables", !used.isEmpty());
    boolean own = iso3.isEmpty() || !openness.cablesOf(List.of(iso3)).isEmpty();
    model.addAttribute("ownCables", own);
    model.addAttribute("region", rec.isEmpty() && !own ? community(iso3) : rec);
    model.addAttribute(
        "nodes",
        planned == null
            ? List.of()
            : planned.problem().nodes().stream()
                .map(NetworkNode::name)
                .filter(each -> !each.isBlank())
                .sorted()
                .distinct()
                .toList());
    StressAnswer stress = cut.isEmpty() || planned != null ? null : openness.stress(countries, cut);
    model.addAttribute("stress", stress);
    model.addAttribute("touched", stress == null ? List.of() : StressWords.touched(stress));
    model.addAttribute("outageWords", new OutageWords(reference, words));
    model.addAttribute("published", stress == null ? List.of() : OutageWords.compared(stress));
    return "openness";
  }

  /** Of the communities that are offered the first to which a country belongs; empty for none. */
  private String community(String iso3) {
    return COMMUNITIES.stream()
        .filter(each -> reference.facts().members(each, Openness.MEMBERS_ON).contains(iso3))
        .findFirst()
        .orElse("");
  }

  private List<String> asked(String iso3, String rec) {
    if (rec.isEmpty()) {
      return iso3.isEmpty()
          ? reference.countries().stream().map(each -> each.iso3()).toList()
          : List.of(iso3);
    }
    List<String> members = reference.facts().members(rec, Openness.MEMBERS_ON);
    if (members.isEmpty()) {
      throw new InputRefused("rec.unknown", "rec", rec);
    }
    return members;
  }
}
