package org.kiungo.geodata.judge.question;

import java.util.Locale;
import java.util.Optional;

/** What may be answered to a question. */
public enum Remedy {
  /** Nothing of the file is stored. */
  LEAVE_FILE(false, false),
  /** It is right, for a reason that is kept with the version. */
  RIGHT(false, true),
  /** The file is meant to hold a part of the country only. */
  PART(false, false),
  /** The good rows are what is wanted. */
  KEEP_GOOD(false, false),
  /** It goes in the place of what another source said, which stays in the history. */
  REPLACE(false, false),
  /** It becomes a dataset of its own, of the name told. */
  OWN_NAME(false, true),
  /** All rows of the pattern stay as they are. */
  KEEP_ALL(false, false),
  /** This row stays as it is. */
  KEEP(true, false),
  /** This row is the same place as an earlier one, which stays. */
  MERGE(true, false),
  /** Of each pair the earlier row stays. */
  MERGE_ALL(false, false),
  /** This row is a part of the same place as an earlier one, which its people are added to. */
  SUM(true, false),
  /** Of each pair the earlier row stays, with the people of both. */
  SUM_ALL(false, false),
  /** Another column is taken in place of the one mapped. */
  USE_COLUMN(false, true),
  /** Rows are known by their number in the file. */
  NUMBER_ROWS(false, false),
  /** Of each id the first row stays. */
  KEEP_FIRST(false, false),
  /** Cells of this row are changed. */
  EDIT(true, false),
  /** This row is listed and not stored. */
  LEAVE_OUT(true, false),
  /** All rows of the pattern are listed and not stored. */
  LEAVE_OUT_ALL(false, false),
  /** People are counted in thousands. */
  TIMES_THOUSAND(false, false),
  /** People are counted in millions. */
  TIMES_MILLION(false, false),
  /** Households are counted, of the size told with its source. */
  TIMES_SIZE(false, true),
  /** Rows are read in the neighbouring zone in which they lie in the country. */
  OTHER_ZONE(false, false),
  /** Areas are those of before a reform. */
  BEFORE(false, false),
  /** Areas are those of since a reform. */
  SINCE(false, false),
  /** Shares are parts of a hundred. */
  PERCENT(false, false),
  /** Persons who are covered are counted, of those of their row. */
  PERSONS(false, false),
  /** The mark between figures parts thousands. */
  GROUPED(false, false),
  /** The mark between figures is a decimal one. */
  DECIMAL(false, false),
  /** All rows of the pattern have their two coordinates exchanged. */
  EXCHANGE_ALL(false, false),
  /** All rows of the pattern go to the other side of the equator or of Greenwich. */
  MIRROR_ALL(false, false),
  /** Tests ran over mobile networks. */
  MOBILE(false, false),
  /** All of it works. */
  WORKS(false, false),
  /** All of it is planned. */
  PLANNED(false, false),
  /** Facilities that do not say what they are are schools. */
  SCHOOLS(false, false),
  /** Likewise clinics and health posts. */
  CLINICS(false, false),
  /** The file holds another layer, as which it is to be imported. */
  AS_LAYER(false, true);

  private final boolean ofRow;
  private final boolean needsText;

  Remedy(boolean ofRow, boolean needsText) {
    this.ofRow = ofRow;
    this.needsText = needsText;
  }

  /** True when it answers for one row, false for all of the pattern. */
  public boolean ofRow() {
    return ofRow;
  }

  /** True when it says nothing without a text: a reason, a column. */
  public boolean needsText() {
    return needsText;
  }

  /** As answers and files name it: leave-file, merge-all … */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Remedy> named(String label) {
    for (Remedy each : values()) {
      if (each.label().equals(label)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
