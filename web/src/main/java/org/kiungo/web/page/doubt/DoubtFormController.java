package org.kiungo.web.page.doubt;

import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.doubt.AlternativePlans;
import org.kiungo.web.doubt.Doubts;
import org.kiungo.web.language.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes what is asked on the page of a plan in doubt, without scripts, and goes back to it. */
@Controller
class DoubtFormController {

  private static final String PAGE = "redirect:/countries/{iso3}/doubt";

  private final Doubts doubts;
  private final AlternativePlans others;

  DoubtFormController(Doubts doubts, AlternativePlans others) {
    this.doubts = doubts;
    this.others = others;
  }

  /**
   * @param firstUsd what to sign first may cost; empty = a third of the budget
   * @param stop there when the study is to be stopped
   */
  @Requires(Role.PLANNER)
  @PostMapping("/countries/{iso3}/doubt")
  String doubt(
      @PathVariable String iso3,
      @RequestParam String plan,
      @RequestParam(defaultValue = "" + Doubts.FUTURES) int futures,
      @RequestParam(required = false) Double firstUsd,
      @RequestParam(required = false) String stop,
      RedirectAttributes back,
      Locale locale) {
    if (stop == null) {
      doubts.ask(plan, futures, firstUsd, Words.in(locale.getLanguage()));
    } else {
      doubts.stop(plan);
    }
    back.addAttribute("plan", plan);
    return PAGE;
  }

  /**
   * @param stop there when the study is to be stopped
   */
  @Requires(Role.PLANNER)
  @PostMapping("/countries/{iso3}/doubt/alternatives")
  String alternatives(
      @PathVariable String iso3,
      @RequestParam String plan,
      @RequestParam(defaultValue = "" + AlternativePlans.WITHIN_RATIO) double withinRatio,
      @RequestParam(defaultValue = "" + AlternativePlans.COUNT) int count,
      @RequestParam(required = false) String stop,
      RedirectAttributes back,
      Locale locale) {
    if (stop == null) {
      others.ask(plan, withinRatio, count, Words.in(locale.getLanguage()));
    } else {
      others.stop(plan);
    }
    back.addAttribute("plan", plan);
    return PAGE;
  }

  /** Keeps an alternative as a plan, and opens that. */
  @Requires(Role.PLANNER)
  @PostMapping("/countries/{iso3}/doubt/kept")
  String keep(
      @PathVariable String iso3,
      @RequestParam String study,
      @RequestParam int number,
      RedirectAttributes to) {
    to.addAttribute("plan", others.keep(study, number).id());
    return "redirect:/countries/{iso3}";
  }
}
