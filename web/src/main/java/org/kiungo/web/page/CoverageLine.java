package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Today;
import org.kiungo.web.page.figure.Mark;
import org.kiungo.web.today.CoverageWords;
import org.kiungo.web.today.PeopleToday;

/**
 * A sentence about the published share of 4G that a plan rests on.
 *
 * @param figures its marks
 */
public record CoverageLine(String text, String figures) {

  /** The share of each country where the plan models it, with every doubt. */
  public static List<CoverageLine> of(PlanFolder folder, Reference reference, Locale locale) {
    if (folder.scenario().today().coverage() != Today.Coverage.MODELLED) {
      return List.of();
    }
    List<PlannedPeople> planned = PlannedPeople.of(folder.problem(), folder.scenario());
    CoverageWords words = Figures.of(locale).coverage();
    Mark mark = Mark.IN_TEMPLATES;
    List<CoverageLine> lines = new ArrayList<>();
    for (String iso3 : folder.scenario().countries()) {
      List<Settlement> own =
          folder.problem().settlements().stream()
              .filter(each -> each.country().equals(iso3) && each.population() > 0)
              .toList();
      if (own.stream().anyMatch(Settlement::baselineModelled)) {
        String name = OverviewController.nameIn(reference.country(iso3).names(), locale);
        CoverageToday report = reference.people().coverage(iso3);
        PlannedPeople of =
            planned.stream().filter(each -> each.iso3().equals(iso3)).findFirst().orElse(null);
        String share = words.share(name, report, PeopleToday.ofSettlements(own), stated(own), of);
        lines.add(new CoverageLine(share, mark.coverage(report)));
        for (String each : words.doubts(name, report)) {
          lines.add(new CoverageLine(each, mark.published(report)));
        }
      }
    }
    return lines;
  }

  private static double stated(List<Settlement> places) {
    return places.stream()
        .filter(each -> !each.baselineModelled() && !Double.isNaN(each.baselineCoverageRatio()))
        .mapToDouble(Settlement::population)
        .sum();
  }
}
