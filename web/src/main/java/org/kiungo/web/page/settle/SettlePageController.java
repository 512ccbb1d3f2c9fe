package org.kiungo.web.page.settle;

import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.page.OverviewController;
import org.kiungo.web.settle.RasterFacts;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Settlements of an imported population raster: options in words, progress, a look, then a version.
 */
@Controller
class SettlePageController {

  /** How far a facility is near a settlement, as the command line has it. */
  private static final double NEAR_KM = 5;

  private static final SettleOptions DEFAULT = SettleOptions.DEFAULT;

  private final Datasets datasets;
  private final Countries countries;

  SettlePageController(Datasets datasets, Countries countries) {
    this.datasets = datasets;
    this.countries = countries;
  }

  /**
   * A number of the form.
   *
   * @param name of the option; its words stand under {@code ui.settle.option-}
   * @param unit key of its unit
   * @param value by default
   * @param low least allowed
   * @param high most allowed
   */
  record Option(String name, String unit, double value, double low, double high) {}

  private static final List<Option> OPTIONS =
      List.of(
          new Option("densityPerKm2", "per-km2", DEFAULT.densityPerKm2(), 1, 100_000),
          new Option("minPopulation", "people", DEFAULT.minPopulation(), 0, 1e7),
          new Option("maxPopulation", "people", DEFAULT.maxPopulation(), 100, 1e9),
          new Option("hexKm", "km", DEFAULT.hexKm(), 0.5, 200),
          new Option("nearKm", "km", NEAR_KM, 0, 200));

  @GetMapping("/data/settle")
  String settle(
      @RequestParam String dataset,
      @RequestParam(defaultValue = "0") int version,
      Model model,
      Locale locale) {
    Dataset raster =
        datasets.store().find(dataset).orElseThrow(() -> ApiRefusal.unknown("dataset", dataset));
    int wanted = version == 0 ? raster.currentVersion() : version;
    DatasetVersion chosen =
        datasets.store().versions(dataset).stream()
            .filter(each -> each.version() == wanted)
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("version", wanted + ""));
    RasterFacts facts =
        RasterFacts.find(datasets.store(), dataset, wanted)
            .orElseThrow(() -> new InputRefused("settle.notRaster", "name", raster.name()));
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(raster.country()))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", raster.country()));
    model.addAttribute("country", country);
    model.addAttribute("name", OverviewController.nameIn(country.names(), locale));
    model.addAttribute("raster", raster);
    model.addAttribute("version", chosen);
    model.addAttribute("facts", facts);
    model.addAttribute("options", OPTIONS);
    return "settle";
  }
}
