package org.kiungo.web.page.workspace;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.FactTables;
import org.kiungo.geodata.terrain.ElevationSource;
import org.kiungo.web.country.Countries;
import org.kiungo.web.country.Country;
import org.kiungo.web.page.OverviewController;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.workspace.Workspaces;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All data of one country on a map and in a table, and what feeds its plans. */
@Controller
class WorkspacePageController {

  /** Class of the sign before a dataset, by its layer. */
  private static final Map<String, String> MARKS =
      Arrays.stream(LayerKind.values())
          .collect(Collectors.toMap(LayerKind::label, each -> mark(each.shape())));

  private final Countries countries;
  private final Workspaces workspaces;
  private final ObjectProvider<RequestMappingHandlerMapping> pages;

  WorkspacePageController(
      Countries countries,
      Workspaces workspaces,
      @Qualifier("requestMappingHandlerMapping")
          ObjectProvider<RequestMappingHandlerMapping> pages) {
    this.pages = pages;
    this.countries = countries;
    this.workspaces = workspaces;
  }

  @GetMapping("/data/{iso3}")
  String workspace(@PathVariable String iso3, Model model, Locale locale) {
    Country country =
        countries.list().stream()
            .filter(each -> each.iso3().equals(iso3))
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("country", iso3));
    model.addAttribute("country", country);
    model.addAttribute("name", OverviewController.nameIn(country.names(), locale));
    model.addAttribute("w", workspaces.of(iso3));
    Reference reference = Reference.builtIn();
    FactTables facts = reference.facts();
    model.addAttribute("masts", facts.mastCounts(iso3));
    model.addAttribute("assumedMasts", reference.people().standingMasts(iso3));
    model.addAttribute("women", facts.womenOnline(iso3));
    model.addAttribute(
        "heights",
        ElevationSource.GLO_90.tiles(
            reference.districts(iso3).stream().map(District::shape).toList()));
    model.addAttribute("marks", MARKS);
    model.addAttribute("settlePage", has("/data/settle"));
    model.addAttribute("networkPage", has("/data/network"));
    return "workspace";
  }

  /** Whether this server has a page, so that nothing leads nowhere. */
  private boolean has(String address) {
    return pages.getObject().getHandlerMethods().keySet().stream()
        .anyMatch(each -> each.getPatternValues().contains(address));
  }

  private static String mark(LayerKind.Shape shape) {
    return switch (shape) {
      case PLACE, NONE -> "pt";
      case LINE -> "ln";
      case AREA -> "ar";
      case RASTER -> "gr";
    };
  }
}
