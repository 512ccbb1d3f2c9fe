package org.kiungo.geodata.proposal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.census.CensusImport;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.layer.ColumnNames;
import org.kiungo.geodata.layer.ShareUnit;
import org.kiungo.geodata.proposal.FileProposal.Evidence;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A table of shares of people covered by district, as regulators publish them. No layer takes it: a
 * share of a district says of none of its places whether it is covered, and plans choose by place.
 *
 * @param place column that names the districts
 * @param share column of the shares
 * @param signed a cell that says itself that it is per cent; empty for none
 * @param bare a cell at most one beside those, which may be a part of one or of a hundred; empty
 *     for none
 * @param counts whether people are counted beside the shares, so that it is a census too
 * @param mainly whether shares are what it is made for: its title says so, or it has several
 */
record DistrictRates(
    String place, String share, String signed, String bare, boolean counts, boolean mainly) {

  private static final double HUNDRED = 100;

  /** Refusals of a table that has no places or no people. */
  private static final List<String> LACKING = List.of("file.placeMissing", "file.columnMissing");

  /** What a sample is, if it is such a table. */
  static Optional<DistrictRates> of(Sample sample) {
    List<String> columns = List.copyOf(sample.columns());
    String place = place(columns);
    if (sample.dimension() >= 0 || place.isEmpty()) {
      return Optional.empty();
    }
    boolean titled = ColumnNames.saysCoverage(sample.title());
    String people = CensusImport.columnsOf(columns).getOrDefault("population", "");
    List<String> shares =
        columns.stream()
            .filter(each -> ColumnNames.saysCoverage(each) || titled && !each.equals(place))
            .filter(each -> areShares(sample, each))
            .toList();
    if (shares.isEmpty()) {
      return Optional.empty();
    }
    String share = shares.get(0);
    boolean counts = !people.isEmpty() && !people.equals(share);
    String signed = first(sample, share, true);
    String bare = signed.isEmpty() ? "" : first(sample, share, false);
    boolean mainly = titled || shares.size() > 1;
    return Optional.of(new DistrictRates(place, share, signed, bare, counts, mainly));
  }

  private static String place(List<String> columns) {
    return CensusImport.columnsOf(columns)
        .getOrDefault("name", CensusImport.columnsOf(columns).getOrDefault("code", ""));
  }

  /** Whether all that stands in a column are parts of one or of a hundred, and something does. */
  private static boolean areShares(Sample sample, String column) {
    List<Double> shares = new ArrayList<>();
    for (Feature row : sample.rows()) {
      Object cell = row.attributes().get(column);
      if (!NumberText.isMissing(cell)) {
        shares.add(value(cell));
      }
    }
    return !shares.isEmpty() && shares.stream().allMatch(each -> each >= 0 && each <= HUNDRED);
  }

  private static double value(Object cell) {
    return NumberText.of(ShareUnit.withoutSign(cell), true).value();
  }

  /** An example of a cell with a sign, or of one without that is a part of one at most. */
  private static String first(Sample sample, String column, boolean signed) {
    for (Feature row : sample.rows()) {
      Object cell = row.attributes().get(column);
      boolean told = !NumberText.isMissing(cell) && value(cell) > 0;
      boolean own = ShareUnit.isOwn(cell);
      if (told && (signed ? own : !own && value(cell) <= 1)) {
        return cell.toString().strip();
      }
    }
    return "";
  }

  /** Whether its shares are written in two ways, of which one may mean either. */
  boolean areMixed() {
    return !signed.isEmpty() && !bare.isEmpty();
  }

  /** What speaks for it. */
  List<Evidence> evidence(long rows) {
    List<Evidence> evidence = new ArrayList<>();
    evidence.add(Evidence.of("columns", place + ", " + share));
    evidence.add(Evidence.of("noPlaces", rows));
    evidence.addAll(mixed());
    return evidence;
  }

  /** That its shares are written in two ways; nothing where they are not. */
  List<Evidence> mixed() {
    return areMixed() ? List.of(Evidence.of("sharesMixed", share, signed, bare)) : List.of();
  }

  /**
   * A refusal that a table has no places or no people, told as what such a table is where it is
   * one; the refusal itself otherwise.
   */
  static InputRefused told(InputRefused refused, SourceFile file, ReadOptions options) {
    if (!LACKING.contains(refused.code())
        || !(LayerReader.of(file) instanceof VectorReader reader)) {
      return refused;
    }
    return of(Sample.of(reader, file, options))
        .filter(each -> !each.counts())
        .map(
            each ->
                new InputRefused(
                    each.areMixed() ? "file.coverageByDistrictMixed" : "file.coverageByDistrict",
                    "file",
                    file.name(),
                    "place",
                    each.place(),
                    "share",
                    each.share(),
                    "signed",
                    each.signed(),
                    "bare",
                    each.bare()))
        .orElse(refused);
  }
}
