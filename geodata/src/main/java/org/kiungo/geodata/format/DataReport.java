package org.kiungo.geodata.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What became of an input's rows. Rows in = rows accepted + rows answered + rows listed, always; a
 * row is listed when it has a finding of severity ERROR and none of severity ANSWERED.
 *
 * @param file file name
 * @param rowsIn rows of data in the file
 * @param rowsAccepted rows used
 * @param rowsAnswered rows left out, or one with another row, because their user said so, and sums
 *     of other rows
 * @param rowsListed rows refused, each with the reason among the findings
 * @param totalBefore sum of the layer's main quantity (people) over all readable rows; NaN when the
 *     layer has none
 * @param totalAfter the same sum over accepted rows
 * @param findings in file order, at most {@link #MOST_FINDINGS}
 * @param counts code to number of findings, beyond that limit too
 */
public record DataReport(
    String file,
    long rowsIn,
    long rowsAccepted,
    long rowsAnswered,
    long rowsListed,
    double totalBefore,
    double totalAfter,
    List<Finding> findings,
    Map<String, Long> counts) {

  /** Findings kept word for word; further ones are only counted, so that memory stays bounded. */
  public static final int MOST_FINDINGS = 20_000;

  public DataReport {
    findings = List.copyOf(findings);
    counts = java.util.Collections.unmodifiableMap(new TreeMap<>(counts));
    long told = rowsAccepted + rowsAnswered + rowsListed;
    if (rowsIn != told) {
      throw new IllegalArgumentException(
          "rowsIn is " + rowsIn + "; allowed accepted + answered + listed = " + told);
    }
  }

  /** True when nothing was refused. */
  public boolean isComplete() {
    return rowsListed == 0;
  }

  /** Collects findings while rows stream by. */
  public static final class Builder {
    private final String file;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private long accepted;
    private long answered;
    private long listed;
    private double before = Double.NaN;
    private double after = Double.NaN;

    public Builder(String file) {
      this.file = file;
    }

    public void add(Finding finding) {
      counts.merge(finding.code(), 1L, Long::sum);
      if (findings.size() < MOST_FINDINGS) {
        findings.add(finding);
      }
    }

    /** Counts a row once all its findings are in. */
    public void row(boolean used) {
      row(used, false);
    }

    /**
     * The same.
     *
     * @param asAnswered whether it is not used because its user said so
     */
    public void row(boolean used, boolean asAnswered) {
      if (used) {
        accepted++;
      } else if (asAnswered) {
        answered++;
      } else {
        listed++;
      }
    }

    /** Adds to the totals of the main quantity; NaN adds nothing. */
    public void quantity(double amount, boolean used) {
      if (!Double.isNaN(amount)) {
        before = (Double.isNaN(before) ? 0 : before) + amount;
        after = (Double.isNaN(after) ? 0 : after) + (used ? amount : 0);
      }
    }

    public DataReport build() {
      return new DataReport(
          file,
          accepted + answered + listed,
          accepted,
          answered,
          listed,
          before,
          after,
          findings,
          counts);
    }
  }
}
