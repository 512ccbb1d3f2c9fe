package org.kiungo.web.page.network;

import java.util.Locale;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.page.OverviewController;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One network from many drawings, in the browser. */
@Controller
class NetworkPageController {

  private final Countries countries;

  NetworkPageController(Countries countries) {
    this.countries = countries;
  }

  @GetMapping("/data/network")
  String network(@RequestParam("country") String iso3, Model model, Locale locale) {
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    model.addAttribute("country", country);
    model.addAttribute("name", OverviewController.nameIn(country.names(), locale));
    return "network";
  }
}
