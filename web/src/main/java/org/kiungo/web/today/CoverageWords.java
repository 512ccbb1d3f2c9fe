package org.kiungo.web.today;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.feed.PlannedPeople;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.geodata.reference.people.CoverageToday.Oddity;
import org.kiungo.geodata.reference.people.CoverageToday.Other;
import org.kiungo.geodata.reference.people.PeopleShare;
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

  /** The same of a country as its data are now. */
  public String share(String name, CountryToday country) {
    return share(
        name, country.report(), country.people(), country.peopleStated(), country.plannedPeople());
  }

  /**
   * The share with its year, its publisher and its range. It is met on the places that Kiungo has
   * built in: where others are counted, both shares are named.
   *
   * @param people in the places that are counted, by who has 4G there
   * @param stated those in places whose own data say who has it
   * @param planned the people by where the places are from; null where nothing is imported
   */
  public String share(
      String name, CoverageToday report, PeopleToday people, double stated, PlannedPeople planned) {
    boolean imported = planned != null && planned.isImported();
    String key = stated > 0 ? "share-part" : imported ? "share-imported" : "share";
    double all = people.getPeople() + people.unknown();
    return words.text(
        "coverage." + key,
        name,
        percent(report.ratio()),
        String.valueOf(report.year()),
        words.text("coverage.source"),
        percent(report.lowRatio()),
        percent(report.highRatio()),
        percent(PeopleShare.ratio(people.getPeople() - people.outside(), all)),
        percent(PeopleShare.ratio(people.getPeople() - people.outsideHigh(), all)),
        percent(PeopleShare.ratio(people.getPeople() - people.outsideLow(), all)),
        percent(PeopleShare.ratio(stated, all)));
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
