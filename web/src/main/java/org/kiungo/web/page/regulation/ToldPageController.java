package org.kiungo.web.page.regulation;

import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.told.ToldFacts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Takes what is filled in on a page, without scripts, and goes back to it. */
@Controller
class ToldPageController {

  private final ToldFacts facts;

  ToldPageController(ToldFacts facts) {
    this.facts = facts;
  }

  /**
   * @param version of the last word that the page showed
   * @param undo there when the last word is to be taken back
   * @param back address of the page, without a host
   */
  @Requires(Role.PLANNER)
  @PostMapping("/countries/{iso3}/told-facts/{topic}")
  String tell(
      @PathVariable String iso3,
      @PathVariable String topic,
      @RequestParam(defaultValue = "") String value,
      @RequestParam(defaultValue = "") String year,
      @RequestParam(defaultValue = "") String sourceUrl,
      @RequestParam(defaultValue = "") String author,
      @RequestParam(required = false) Integer version,
      @RequestParam(required = false) String undo,
      @RequestParam(defaultValue = "/") String back) {
    if (undo != null) {
      facts.undo(iso3, topic, version, author);
    } else {
      facts.tell(iso3, topic, new ToldFacts.Telling(value, year, sourceUrl, author, version));
    }
    return "redirect:" + (back.matches("/[^/\\\\\\s][^\\\\\\s]*") ? back : "/");
  }
}
