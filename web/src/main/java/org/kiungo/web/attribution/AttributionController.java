package org.kiungo.web.attribution;

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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which change brings how much: of two plans, and of a draft's edits. */
@RestController
@RequestMapping("/api/v1")
class AttributionController {

  private final Attributions attributions;

  AttributionController(Attributions attributions) {
    this.attributions = attributions;
  }

  /** Begins an attribution; the same pair is attributed once. */
  @Answers({202, 409, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/attribution")
  AttributionAnswer attribute(@PathVariable String id, @RequestParam String over, Locale locale) {
    return attributions.ofPlans(over, id, words(locale));
  }

  @GetMapping("/plans/{id}/attribution")
  AttributionAnswer attribution(@PathVariable String id, @RequestParam String over, Locale locale) {
    return attributions.getOfPlans(over, id, words(locale));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/attribution/stop")
  void stop(@PathVariable String id, @RequestParam String over) {
    attributions.stopOfPlans(over, id);
  }

  /** The same for a draft's edits that hold; the same edits are attributed once. */
  @Answers({202, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping("/drafts/{id}/attribution")
  AttributionAnswer attributeEdits(@PathVariable String id, Locale locale) {
    return attributions.ofEdits(id, words(locale));
  }

  @GetMapping("/drafts/{id}/attribution")
  AttributionAnswer attributionOfEdits(@PathVariable String id, Locale locale) {
    return attributions.getOfEdits(id, words(locale));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/drafts/{id}/attribution/stop")
  void stopEdits(@PathVariable String id) {
    attributions.stopOfEdits(id);
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
