package org.kiungo.web.joint;

import java.util.Locale;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What planning the countries of a plan together is worth. */
@RestController
@RequestMapping("/api/v1/plans/{id}/joint")
class JointController {

  private final JointQuestions questions;

  JointController(JointQuestions questions) {
    this.questions = questions;
  }

  /** Begins to plan them one by one; of one plan that is done once. */
  @Answers({202, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping
  JointAnswer begin(@PathVariable String id, Locale locale) {
    return questions.ask(id, Words.in(locale.getLanguage()));
  }

  @GetMapping
  JointAnswer joint(@PathVariable String id, Locale locale) {
    return questions.get(id, Words.in(locale.getLanguage()));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/stop")
  void stop(@PathVariable String id) {
    questions.stop(id);
  }
}
