package org.kiungo.web.today;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.language.PlaceNames;
import org.kiungo.web.language.Words;

/** A country's places with their share of people who have 4G today, as a sheet. */
final class TodaySheet {

  /** As the page's legend has the classes. */
  private static final Map<CoverageClass, String> COLOURS =
      Map.of(
          CoverageClass.COVERED, "#4C5F80",
          CoverageClass.UNSURE, "#B3AE93",
          CoverageClass.UNCOVERED, "#E5B53F",
          CoverageClass.UNKNOWN, "#FFFFFF");

  private TodaySheet() {}

  static Sheet of(CountryToday country, String name, List<Settlement> places, Words words) {
    PlaceTable table = new PlaceTable();
    PlaceNames names = new PlaceNames(places, words);
    for (Settlement each : places) {
      PlaceNames.Shown shown = names.of(each);
      PlaceToday now = PlaceToday.of(each);
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("settlementId", each.id());
      row.put("name", each.name());
      row.put("shownName", shown.name());
      row.put("nameDerived", shown.derived());
      row.put("country", each.country());
      row.put("district", each.district());
      row.put("population", each.population());
      row.put("modelled", each.modelled());
      row.put("coverage", word(now.coverage()));
      row.put("baselineCoverageRatio", now.ratio());
      row.put("baselineLowRatio", now.low());
      row.put("baselineHighRatio", now.high());
      row.put("baselineModelled", each.baselineModelled());
      table.add(each.id(), PlaceTable.point(each.location()), row);
    }
    Map<String, String> colours = new LinkedHashMap<>();
    for (CoverageClass each : CoverageClass.values()) {
      colours.put(word(each), COLOURS.get(each));
    }
    return new Sheet(
        "kiungo-today-" + country.iso3().toLowerCase(Locale.ROOT),
        words.text("export.title.today", name),
        List.of(country.iso3()),
        List.of(table.layer("today", new LayerStyle("coverage", colours))),
        sources(country, name, words));
  }

  private static String word(CoverageClass each) {
    return each.name().toLowerCase(Locale.ROOT);
  }

  private static List<String> sources(CountryToday country, String name, Words words) {
    List<String> sources = new ArrayList<>();
    if (!country.imported().isEmpty()) {
      List<String> files = country.imported().stream().map(InputFile::name).toList();
      sources.add(words.text("export.source.files", String.join(", ", files)));
    }
    if (country.coverageModelled()) {
      String year = String.valueOf(country.report().year());
      sources.add(words.text("export.source.today", year, words.text("coverage.source")));
      sources.addAll(new CoverageWords(words).doubts(name, country.report()));
    }
    return sources;
  }
}
