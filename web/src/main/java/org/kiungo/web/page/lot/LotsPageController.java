package org.kiungo.web.page.lot;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.Variance;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;
import org.kiungo.web.lot.LotFiles;
import org.kiungo.web.lot.PlanLots;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.PlanView;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.progress.BuiltFiles;
import org.kiungo.web.progress.ProgressWords;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;

/** The lots that a plan is tendered in, by limits that the reader may set. */
@Controller
class LotsPageController {

  private final Plans plans;
  private final PlanLots lots;
  private final BuiltFiles built;

  LotsPageController(Plans plans, PlanLots lots, BuiltFiles built) {
    this.built = built;
    this.plans = plans;
    this.lots = lots;
  }

  @GetMapping("/plans/{id}/lots")
  String lots(
      @PathVariable String id, @ModelAttribute PlanLots.Asked asked, Model model, Locale locale) {
    PlanSummary summary = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    PlanDetail detail = plans.findDetail(id).orElseThrow();
    LotsFolder folder = lots.get(id, asked);
    Words words = Words.in(locale.getLanguage());
    model.addAttribute("plan", summary);
    model.addAttribute("planName", Figures.of(locale).name(summary));
    model.addAttribute("chosen", new PlanView(detail));
    model.addAttribute("iso3", summary.scenario().countries().get(0));
    model.addAttribute("lots", folder.lots());
    model.addAttribute("view", LotsView.of(folder, words));
    model.addAttribute(
        "names",
        folder.lots().lots().stream().collect(Collectors.toMap(Lot::id, Function.identity())));
    model.addAttribute("places", places(folder, words));
    model.addAttribute("asked", asked);
    standing(summary, model, words);
    model.addAttribute("mostUsd", LotCut.MOST_USD);
    model.addAttribute("leastUsd", LotCut.LEAST_USD);
    model.addAttribute(
        "formats",
        Stream.concat(SheetFiles.formats().stream(), LotFiles.DOCUMENTS.stream())
            .sorted()
            .toList());
    return "lots";
  }

  /**
   * What stands of the plan by as-built files sent of it, and its rests, whose lots are to come.
   */
  private void standing(PlanSummary plan, Model model, Words words) {
    if (built.list(plan.id()).isEmpty()) {
      return;
    }
    ProgressReport report = built.standing(plan.id()).report();
    model.addAttribute("standing", ProgressWords.headline(report, words));
    model.addAttribute(
        "lotStands",
        report.variance().stream()
            .filter(each -> each.by().equals(ProgressReport.LOT) && each.sitesAccepted() > 0)
            .collect(
                Collectors.toMap(
                    Variance::group,
                    each -> words.text("lots.stands", each.sitesAccepted(), each.sites()))));
    model.addAttribute(
        "rests",
        plans.list(plan.country()).stream()
            .filter(each -> each.isContinuation() && each.rest().planId().equals(plan.id()))
            .toList());
  }

  /** Names of the settlements drawn. */
  private static Map<String, String> places(LotsFolder folder, Words words) {
    List<Settlement> settlements = folder.plan().problem().settlements();
    PlaceNames names = new PlaceNames(settlements, words);
    Map<String, Settlement> byId =
        settlements.stream().collect(Collectors.toMap(Settlement::id, Function.identity()));
    Map<String, String> drawn = new LinkedHashMap<>();
    for (Lot lot : folder.lots().lots()) {
      lot.drawn().forEach(id -> drawn.put(id, names.of(byId.get(id)).name()));
    }
    return drawn;
  }
}
