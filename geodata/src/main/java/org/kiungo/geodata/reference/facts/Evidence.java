package org.kiungo.geodata.reference.facts;

import java.util.Set;

/**
 * Where a fact comes from and how far to trust it.
 *
 * @param source publication or dataset; never empty
 * @param sourceUrl one address or several separated by "; ", empty when none
 * @param asOf year or date the source speaks of, as the source writes it; empty when not known
 * @param confidence of the row as a whole
 * @param toVerify columns whose cells no source backs; {@code row} means all of them
 */
public record Evidence(
    String source, String sourceUrl, String asOf, Confidence confidence, Set<String> toVerify) {

  private static final String WHOLE_ROW = "row";

  public Evidence {
    toVerify = Set.copyOf(toVerify);
  }

  /** True when no source stands behind a column's cell, so that screens must mark it. */
  public boolean mustVerify(String column) {
    return toVerify.contains(WHOLE_ROW) || toVerify.contains(column);
  }

  /** True when no source stands behind the row. */
  public boolean mustVerify() {
    return toVerify.contains(WHOLE_ROW);
  }
}
