package org.kiungo.web.page.region;

import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.joint.JointQuestions;
import org.kiungo.web.language.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Asks, without scripts, what planning countries together is worth, and goes back to the page. */
@Controller
class JointFormController {

  private final JointQuestions questions;

  JointFormController(JointQuestions questions) {
    this.questions = questions;
  }

  /**
   * @param stop there when it is to be stopped
   */
  @Requires(Role.PLANNER)
  @PostMapping("/countries/{iso3}/joint")
  String joint(
      @PathVariable String iso3,
      @RequestParam String plan,
      @RequestParam(required = false) String stop,
      RedirectAttributes back,
      Locale locale) {
    if (stop == null) {
      questions.ask(plan, Words.in(locale.getLanguage()));
    } else {
      questions.stop(plan);
    }
    back.addAttribute("plan", plan);
    return "redirect:/countries/{iso3}#worth";
  }
}
