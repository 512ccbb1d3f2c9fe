package org.kiungo.web.workspace;

import java.util.Locale;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.scenario.ScenarioBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What feeds the plans of a country: looked at, tried, kept. Feeds come as a scenario has them. */
@RestController
@RequestMapping("/api/v1/workspaces/{iso3}")
class ChoiceController {

  private final Choices choices;

  ChoiceController(Choices choices) {
    this.choices = choices;
  }

  /** The choice that is kept, else what rules say. */
  @GetMapping("/choice")
  Choice choice(@PathVariable String iso3, Locale locale) {
    return choices.of(iso3, Words.in(locale.getLanguage()));
  }

  /** What would come of feeds, without keeping them. */
  @Answers(takes = "scenario.json")
  @Requires(Role.VIEWER)
  @PostMapping(path = "/choice", consumes = MediaType.APPLICATION_JSON_VALUE)
  Choice tried(@PathVariable String iso3, @RequestBody byte[] body, Locale locale) {
    Scenario scenario = ScenarioBody.read(body);
    return choices.choice(iso3, scenario.feeds(), false, Words.in(locale.getLanguage()));
  }

  /** Keeps feeds for the organisation. */
  @Answers(takes = "scenario.json")
  @Requires(Role.PLANNER)
  @PutMapping(path = "/choice", consumes = MediaType.APPLICATION_JSON_VALUE)
  Choice save(@PathVariable String iso3, @RequestBody byte[] body, Locale locale) {
    return choices.save(iso3, ScenarioBody.read(body), Words.in(locale.getLanguage()));
  }
}
