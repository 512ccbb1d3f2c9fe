package org.kiungo.web.page.queue;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.page.OverviewController;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What waits, works and has ended: the page is an empty frame that a script fills and keeps. */
@Controller
class RunsPageController {

  private final Countries countries;

  RunsPageController(Countries countries) {
    this.countries = countries;
  }

  @GetMapping("/runs")
  String runs(Model model, Locale locale) {
    Map<String, String> names = new TreeMap<>();
    for (Country each : countries.list()) {
      names.put(each.iso3(), OverviewController.nameIn(each.names(), locale));
    }
    model.addAttribute("countryNames", names);
    return "runs";
  }
}
