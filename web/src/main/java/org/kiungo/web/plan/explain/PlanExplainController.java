package org.kiungo.web.plan.explain;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.explain.Explanation;
import org.kiungo.planner.explain.SiteSheet;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Why a plan does what it does at a place. */
@RestController
class PlanExplainController {

  private final Plans plans;
  private final PlanExplainers explainers;

  PlanExplainController(Plans plans, PlanExplainers explainers) {
    this.plans = plans;
    this.explainers = explainers;
  }

  @GetMapping("/api/v1/plans/{id}/settlements/{settlementId}/explanation")
  Explanation explain(@PathVariable String id, @PathVariable String settlementId) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return explainers.ask(id, explainer -> explainer.explain(settlementId));
  }

  /**
   * A site of a plan.
   *
   * @param unit what one of its units is, in the language of the request; empty where nothing says
   * @param medium of its link, likewise; empty without one
   * @param sheet what stands there and what it costs
   * @param others further sites of the plan at its place
   */
  record Site(String unit, String medium, SiteSheet sheet, List<OtherSite> others) {}

  /**
   * Another site at the same place, whose towers are counted apart.
   *
   * @param siteId its own
   * @param technology in the language of the request
   * @param masts or cabinets of it
   */
  record OtherSite(String siteId, String technology, int masts) {}

  @GetMapping("/api/v1/plans/{id}/sites/{siteId}")
  Site site(@PathVariable String id, @PathVariable String siteId, Locale locale) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    SiteSheet sheet =
        explainers
            .ask(id, explainer -> explainer.site(siteId))
            .orElseThrow(() -> ApiRefusal.unknown("site", siteId));
    Words words = Words.in(locale.getLanguage());
    List<OtherSite> others =
        explainers.ask(id, explainer -> explainer.besides(sheet.site())).stream()
            .map(each -> new OtherSite(each.id(), technology(each, words), each.masts()))
            .toList();
    return new Site(
        words.unit(sheet.site().technologyId()), medium(sheet.link(), words), sheet, others);
  }

  private static String technology(AccessSite site, Words words) {
    String key = "technology." + site.technologyId();
    return words.has(key) ? words.text(key) : site.technologyId();
  }

  private static String medium(BuiltLink link, Words words) {
    if (link == null) {
      return "";
    }
    String key = "medium." + link.mediumId();
    return words.has(key) ? words.text(key) : link.mediumId();
  }
}
