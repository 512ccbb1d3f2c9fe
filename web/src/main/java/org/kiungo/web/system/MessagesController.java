package org.kiungo.web.system;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The words that scripts of the pages need: every {@code ui.} key of one language, those of single
 * screens apart so that other screens need not wait for them.
 */
@RestController
class MessagesController {

  /** Screens whose keys come on their own. */
  private static final List<String> PARTS =
      List.of(
          "africa",
          "assumed",
          "attribution",
          "data",
          "doubt",
          "explore",
          "field",
          "line",
          "merge",
          "programme",
          "partners",
          "run",
          "runs",
          "scenario",
          "services",
          "settle",
          "site",
          "strategy",
          "use",
          "workspace");

  /** Keys that templates alone ask for: no script ever needs them. */
  private static final List<String> OF_TEMPLATES =
      List.of(
          "action",
          "borders",
          "brief",
          "card",
          "choice",
          "compare",
          "confidence",
          "corridors",
          "country",
          "error",
          "fact",
          "fact-text",
          "fact-value",
          "family",
          "feed",
          "goal",
          "ground",
          "goal-choice",
          "hubs",
          "in-doubt",
          "input",
          "institutions",
          "language",
          "layer",
          "may",
          "nav",
          "openness",
          "personYears",
          "plan",
          "privacy",
          "published",
          "regulation",
          "roads",
          "sign-now",
          "sizing",
          "skip",
          "title",
          "today",
          "twoPaths",
          "unit",
          "view",
          "waiting");

  /** Sentences about maps and tables that only pages and files say. */
  private static final Set<String> SAID_BY_PAGES =
      Set.of(
          "ui.frontier.title",
          "ui.gap.no-gain",
          "ui.map.boundary-note",
          "ui.map.dashed",
          "ui.map.needs-script",
          "ui.map.source-outlines",
          "ui.map.sources",
          "ui.map.undetermined",
          "ui.number.points",
          "ui.people.range",
          "ui.place.why-here",
          "ui.table.cell",
          "ui.table.no-district",
          "ui.table.place-cost-about");

  @Requires(Role.ANYONE)
  @GetMapping("/messages/{language}")
  ResponseEntity<Map<String, String>> messages(@PathVariable String language) {
    Map<String, String> texts = texts(language, "ui.");
    texts
        .keySet()
        .removeIf(
            key -> {
              String screen = key.split("\\.")[1];
              return PARTS.contains(screen)
                  || OF_TEMPLATES.contains(screen)
                  || SAID_BY_PAGES.contains(key);
            });
    return answer(texts);
  }

  @Requires(Role.ANYONE)
  @GetMapping("/messages/{language}/{part}")
  ResponseEntity<Map<String, String>> part(
      @PathVariable String language, @PathVariable String part) {
    return answer(texts(language, "ui." + part + "."));
  }

  private static Map<String, String> texts(String language, String prefix) {
    if (!Languages.available().contains(language)) {
      throw ApiRefusal.unknown("language", language);
    }
    return Words.in(language).startingWith(prefix);
  }

  private static ResponseEntity<Map<String, String>> answer(Map<String, String> texts) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        // weak, because a server does not compress what a strong tag promises byte for byte
        .eTag("W/\"" + Integer.toHexString(texts.hashCode()) + "\"")
        .body(texts);
  }
}
