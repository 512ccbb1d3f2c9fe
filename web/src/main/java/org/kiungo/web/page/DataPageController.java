package org.kiungo.web.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.country.Countries;
import org.kiungo.web.intake.SourceAddresses;
import org.kiungo.web.language.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Importing one's own data: look at a file, map its columns, read the report, commit or discard.
 */
@Controller
class DataPageController {

  private static final String COLUMN_WORDS = "template.column.";

  /** Every layer, those that plans use first. */
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
          LayerKind.CENSUS,
          LayerKind.ROADS,
          LayerKind.GRID,
          LayerKind.HAZARD,
          LayerKind.FACILITIES,
          LayerKind.INDICATORS,
          LayerKind.POPULATION_RASTER,
          LayerKind.ELEVATION);

  private final Countries countries;
  private final SourceAddresses addresses;

  DataPageController(Countries countries, SourceAddresses addresses) {
    this.countries = countries;
    this.addresses = addresses;
  }

  @GetMapping("/data")
  String data(@RequestParam(required = false) String country, Model model, Locale locale) {
    model.addAttribute("countryOptions", CountryOption.all(countries, locale));
    model.addAttribute("columnWords", columnWords(Words.in(locale.getLanguage())));
    model.addAttribute("layers", OFFERED.stream().map(LayerKind::name).toList());
    model.addAttribute("sourceHosts", String.join(", ", addresses.hosts()));
    model.addAttribute("iso3", country);
    return "data";
  }

  /** What each column of a layer holds, by its name. */
  private static Map<String, String> columnWords(Words words) {
    Map<String, String> columns = new TreeMap<>();
    words
        .startingWith(COLUMN_WORDS)
        .forEach((key, text) -> columns.put(key.substring(COLUMN_WORDS.length()), text));
    return columns;
  }
}
