package org.kiungo.web.page.review;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.page.Figures;
import org.kiungo.web.page.FormAgain;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.review.PlanEvent;
import org.kiungo.web.review.PlanReview;
import org.kiungo.web.review.Reviews;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All that happened to a plan, the last first, and the next decision. */
@Controller
class HistoryPageController {

  private final Plans plans;
  private final Reviews reviews;
  private final List<PlanEvent.Source> sources;

  HistoryPageController(Plans plans, Reviews reviews, List<PlanEvent.Source> sources) {
    this.plans = plans;
    this.reviews = reviews;
    this.sources = sources;
  }

  @GetMapping("/plans/{id}/history")
  String history(@PathVariable String id, Model model, Locale locale) {
    PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    List<PlanReview> decisions = reviews.list(id);
    PlanReview.State now = Reviews.state(decisions);
    model.addAttribute("plan", plan);
    model.addAttribute("iso3", plan.scenario().countries().get(0));
    model.addAttribute("planName", Figures.of(locale).name(plan));
    boolean changed = plan.verification().changedFile() != null;
    model.addAttribute("changed", changed);
    model.addAttribute("inputs", changed ? List.of() : plans.findDetail(id).orElseThrow().inputs());
    model.addAttribute("state", now);
    model.addAttribute("version", decisions.size());
    model.addAttribute(
        "next",
        Reviews.next(now).stream()
            .filter(to -> Reviews.mayDecide(now, to))
            .filter(to -> to != PlanReview.State.APPROVED || !Reviews.isReviewer(decisions))
            .toList());
    model.addAttribute(
        "events",
        sources.stream()
            .flatMap(each -> each.events(id).stream())
            .sorted(Comparator.comparing(PlanEvent::at).reversed())
            .toList());
    model.addAttribute("days", new Days(Words.in(locale.getLanguage())));
    return "history";
  }

  /** Moments as the page's language has their days. */
  public record Days(Words words) {
    public String of(String at) {
      return words.day(Instant.parse(at).atZone(ZoneOffset.UTC));
    }
  }

  /** Decides; what is refused stands in the form again with the reason that was typed. */
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/history")
  String decide(
      @PathVariable String id,
      @RequestParam PlanReview.State state,
      @RequestParam(defaultValue = "") String author,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) Integer version,
      Model model,
      Locale locale,
      HttpServletRequest request,
      HttpServletResponse response) {
    return FormAgain.unless(
        "decide",
        () -> {
          reviews.decide(id, state, author, reason, version);
          return "redirect:/plans/" + id + "/history";
        },
        () -> {
          model.addAttribute("author", author);
          model.addAttribute("reason", reason);
          return history(id, model, locale);
        },
        model,
        request,
        response);
  }
}
