package org.kiungo.web.page;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.DemandVolume;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.money.TransitPrice;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.web.language.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The cost book as a page: every figure with its range, year and source; and the form's defaults.
 */
@Controller
class CataloguePageController {

  private final Catalogue catalogue;

  CataloguePageController(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * A technology, a medium, or prices and volumes that all of them share.
   *
   * @param family symbol of a technology; empty for all else
   */
  record Entry(String id, String name, String family, List<Line> lines) {}

  /**
   * A figure.
   *
   * @param label what it is, with its unit
   * @param cited what it rests on, in the reader's language where that is known
   * @param isYear whether it is a year, which is written without separators
   */
  record Line(String label, Figure figure, Cited cited, boolean isYear) {

    static Line of(String label, Figure figure, boolean isYear, Words words) {
      return new Line(label, figure, Cited.of(words.source(figure.source())), isYear);
    }
  }

  @GetMapping("/catalogue")
  String catalogue(Model model, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    Figures figures = Figures.of(locale);
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    List<Entry> entries = new ArrayList<>();
    for (AccessTechnology each : catalogue.technologies()) {
      entries.add(
          new Entry(
              each.id(),
              figures.technology(each),
              families.shown(each.family()).id(),
              lines(each, words)));
    }
    for (Medium each : catalogue.media()) {
      List<Line> lines = lines(each, words);
      for (Medium.Hop hop : each.hops()) {
        lines.addAll(lines(hop, figures.plain(hop.maxKm(), 0), words));
      }
      String name = words.text("ui.scenario.link", figures.medium(each));
      entries.add(new Entry(each.id(), name, "", lines));
    }
    for (DemandVolume each : catalogue.volumes()) {
      entries.add(new Entry(each.id(), figures.volume(each), "", lines(each, words)));
    }
    for (InstitutionKind each : CatalogueReader.builtInInstitutions()) {
      String name = figures.institution(each.id());
      entries.add(new Entry(each.id(), name, "", lines(each, words)));
    }
    for (TransitPrice each : catalogue.transit()) {
      entries.add(new Entry(each.id(), figures.transit(each), "", lines(each, words)));
    }
    if (catalogue.energy() != null) {
      String name = words.text("energy." + catalogue.energy().id());
      entries.add(new Entry(catalogue.energy().id(), name, "", lines(catalogue.energy(), words)));
    }
    model.addAttribute("entries", entries);
    model.addAttribute("version", catalogue.version());
    model.addAttribute("defaults", FieldDefault.all().values());
    return "catalogue";
  }

  /** The figures of a record, in its order; those that do not apply are left out. */
  private static List<Line> lines(Record entry, Words words) {
    List<Line> lines = new ArrayList<>();
    for (RecordComponent component : entry.getClass().getRecordComponents()) {
      if (component.getType() == Figure.class) {
        Figure figure = (Figure) value(component, entry);
        if (figure != null) {
          String name = component.getName();
          lines.add(
              Line.of(words.text("figure." + name), figure, name.endsWith("UntilYear"), words));
        }
      }
    }
    return lines;
  }

  /** Likewise of a class of hops, up to so many km. */
  private static List<Line> lines(Medium.Hop hop, String maxKm, Words words) {
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of(words.text("figure.hopCapexUsd", maxKm), hop.capexUsd(), false, words));
    if (hop.bandLowMhz() != null) {
      lines.add(Line.of(words.text("figure.hopBandLowMhz", maxKm), hop.bandLowMhz(), false, words));
      lines.add(
          Line.of(words.text("figure.hopBandHighMhz", maxKm), hop.bandHighMhz(), false, words));
    }
    return lines;
  }

  private static Object value(RecordComponent component, Record entry) {
    try {
      return component.getAccessor().invoke(entry);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
