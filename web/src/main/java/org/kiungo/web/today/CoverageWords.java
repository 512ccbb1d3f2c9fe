package org.kiungo.web.today;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.CoverageToday.Oddity;
import org.kiungo.geodata.reference.people.CoverageToday.Other;
import org.kiungo.geodata.reference.people.PeopleShare;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.language.ShareWords;
import org.kiungo.web.language.Words;

/** The published share of people with 4G and what speaks against it, as every page words it. */
public final class CoverageWords {

  private final Words words;

  public CoverageWords(Words words) {
    this.words = words;
  }

  private String percent(double ratio) {
    return ShareWords.percent(ratio, words);
  }

  /** The share with its year, its publisher and its range. */
  public String share(String name, CoverageToday report) {
    return words.text(
        "coverage.share",
        name,
        percent(report.ratio()),
        String.valueOf(report.year()),
        words.text("coverage.source"),
        percent(report.lowRatio()),
        percent(report.highRatio()));
  }

  /**
   * The same of a plan whose files say of some places who has 4G.
   *
   * @param places of the country, with their people
   */
  public String share(String name, CoverageToday report, List<Settlement> places) {
    double all = 0;
    double stated = 0;
    double covered = 0;
    for (Settlement each : places) {
      boolean known = !Double.isNaN(each.baselineCoverageRatio());
      all += each.population();
      stated += known && !each.baselineModelled() ? each.population() : 0;
      covered += known ? each.population() * each.baselineCoverageRatio() : 0;
    }
    return words.text(
        "coverage.share-part",
        name,
        percent(PeopleShare.ratio(covered, all)),
        percent(PeopleShare.ratio(stated, all)),
        percent(report.ratio()),
        String.valueOf(report.year()),
        words.text("coverage.source"),
        percent(report.lowRatio()),
        percent(report.highRatio()));
  }

  /**
   * A sentence for each doubt; none where nothing speaks against the share.
   *
   * @param name of the country in the reader's language
   */
  public List<String> doubts(String name, CoverageToday report) {
    List<String> doubts = new ArrayList<>();
    String share = percent(report.ratio());
    String year = String.valueOf(report.year());
    if (report.oddity() != Oddity.NONE) {
      doubts.add(
          words.text(
              "coverage.odd." + report.oddity(),
              name,
              share,
              year,
              percent(report.oddRatio()),
              String.valueOf(report.oddYear())));
    }
    Other other = report.other();
    if (other != null) {
      doubts.add(
          words.text(
              "coverage.other",
              name,
              share,
              year,
              words.text("coverage.source"),
              percent(other.ratio()),
              String.valueOf(other.year()),
              words.source(other.source())));
    }
    return doubts;
  }
}
