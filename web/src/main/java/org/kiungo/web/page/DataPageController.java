package org.kiungo.web.page;

import java.text.Collator;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.country.Countries;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Importing one's own data: look at a file, map its columns, read the report, commit or discard.
 */
@Controller
class DataPageController {

  /** Every vector layer, those that plans use first; rasters become settlements by settling. */
  private static final List<LayerKind> OFFERED =
      List.of(
          LayerKind.SETTLEMENTS,
          LayerKind.NODES,
          LayerKind.FIBRE_LINES,
          LayerKind.TOWERS,
          LayerKind.COVERAGE,
          LayerKind.EXCHANGE_POINTS,
          LayerKind.LANDING_POINTS,
          LayerKind.BOUNDARIES,
          LayerKind.ROADS,
          LayerKind.GRID,
          LayerKind.FACILITIES,
          LayerKind.INDICATORS);

  private final Countries countries;

  DataPageController(Countries countries) {
    this.countries = countries;
  }

  /** A country of the menu. */
  record CountryOption(String iso3, String name) {}

  @GetMapping("/data")
  String data(@RequestParam(required = false) String country, Model model, Locale locale) {
    model.addAttribute(
        "countryOptions",
        countries.list().stream()
            .map(
                each ->
                    new CountryOption(each.iso3(), OverviewController.nameIn(each.names(), locale)))
            .sorted(Comparator.comparing(CountryOption::name, Collator.getInstance(locale)))
            .toList());
    model.addAttribute("layers", OFFERED.stream().map(LayerKind::name).toList());
    model.addAttribute("iso3", country);
    return "data";
  }
}
