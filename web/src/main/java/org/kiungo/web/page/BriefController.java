package org.kiungo.web.page;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a donor reads: one page without scripts, the same for ever because a plan never changes. */
@Controller
class BriefController {

  private static final int DISTRICTS_SHOWN = 6;

  private final Plans plans;
  private final Reference reference;

  BriefController(Plans plans, Reference reference) {
    this.plans = plans;
    this.reference = reference;
  }

  @GetMapping("/plans/{id}/brief")
  String brief(@PathVariable String id, Model model, Locale locale) throws IOException {
    PlanDetail detail = plans.findDetail(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    String iso3 = detail.scenario().countries().get(0);
    PlanFolder folder = PlanFolder.read(plans.folder(id));
    PlanView view = new PlanView(detail);
    model.addAttribute("p", view);
    model.addAttribute("iso3", iso3);
    model.addAttribute("name", OverviewController.nameIn(reference.country(iso3).names(), locale));
    model.addAttribute("map", new BriefMap(folder, reference.outline(iso3)));
    model.addAttribute("districts", view.districts().stream().limit(DISTRICTS_SHOWN).toList());
    model.addAttribute("modelledRatio", modelledRatio(folder.problem().settlements()));
    model.addAttribute(
        "assumedNodes", folder.problem().nodes().stream().filter(each -> each.assumed()).count());
    model.addAttribute("n", CountryFigures.of(iso3, locale));
    return "brief";
  }

  /** Share of people whose place or number is modelled rather than counted. */
  private static double modelledRatio(List<Settlement> settlements) {
    double all = 0;
    double modelled = 0;
    for (Settlement each : settlements) {
      if (each.population() > 0) {
        all += each.population();
        modelled += each.modelled() ? each.population() : 0;
      }
    }
    return all > 0 ? modelled / all : Double.NaN;
  }
}
