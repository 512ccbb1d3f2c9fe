package org.kiungo.geodata.judge.question;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something about an import that may not be true. Its sentences live in the bundles under {@code
 * judge.<code>}, filled with the figures in their order.
 *
 * @param code which question it is
 * @param holds label of the remedy that is answered or assumed; empty while it is open
 * @param assumed true when {@code holds} was not answered: it is safe, and may be answered
 *     otherwise
 * @param figures what the sentences tell, by name, in their order
 * @param bars amounts to compare, the file's first; empty when there is nothing to compare
 * @param cases rows in question, at most {@link #MOST_CASES}; empty when the whole is
 * @param caseCount all of them
 * @param offers what may be answered, the first recommended
 */
public record Question(
    String code,
    String holds,
    boolean assumed,
    Map<String, Object> figures,
    List<Bar> bars,
    List<Case> cases,
    long caseCount,
    List<Offer> offers) {

  /** Rows that are spelled out; further ones are counted. */
  public static final int MOST_CASES = 20;

  /** Ends the name of what is answered for all rows, after that of what is for one. */
  private static final String OF_ALL = "-all";

  public Question {
    Map<String, Object> told = new LinkedHashMap<>(figures);
    // the same before and after a way through JSON, which knows no sizes of numbers
    told.replaceAll((name, value) -> value instanceof Number figure ? plain(figure) : value);
    figures = Collections.unmodifiableMap(told);
    bars = List.copyOf(bars);
    cases = List.copyOf(cases);
    offers = List.copyOf(offers);
  }

  /**
   * An amount to compare.
   *
   * @param label key under {@code judge.bar}: file, reference or stored
   * @param detail source and year, or version
   * @param value in the layer's own unit
   */
  public record Bar(String label, String detail, double value) {}

  /**
   * A row in question.
   *
   * @param row its number as the file counts
   * @param other of the earlier row it is compared with; 0 for none
   * @param cells what stands in it, by declared column, and {@code lon}, {@code lat} in degrees
   * @param about figures of this row, by name
   */
  public record Case(long row, long other, Map<String, String> cells, Map<String, String> about) {
    public Case {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
      about = Collections.unmodifiableMap(new LinkedHashMap<>(about));
    }
  }

  /**
   * An answer that may be given.
   *
   * @param remedy label of a {@link Remedy}
   * @param ofRow true when it answers for one row, false for all of the pattern
   * @param text what it takes: a column; empty when nothing, or the user's own words
   */
  public record Offer(String remedy, boolean ofRow, String text) {}

  private static Number plain(Number figure) {
    double value = figure.doubleValue();
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? (Number) figure.longValue() : (Number) value;
  }

  /** True until it is answered. */
  public boolean isOpen() {
    return holds.isEmpty();
  }

  /** A question about the whole. */
  public static Question of(String code, Map<String, Object> figures) {
    return new Question(code, "", false, figures, List.of(), List.of(), 0, List.of());
  }

  /** The same with amounts to compare. */
  public Question bars(List<Bar> compared) {
    return new Question(code, holds, assumed, figures, compared, cases, caseCount, offers);
  }

  /** The same with rows. */
  public Question cases(Cases found) {
    return new Question(code, holds, assumed, figures, bars, found.shown(), found.count(), offers);
  }

  /** The same with further remedies. */
  public Question offer(Remedy... remedies) {
    Question offered = this;
    for (Remedy each : remedies) {
      offered = offered.offer(each, "");
    }
    return offered;
  }

  /** The same with one more remedy, which takes a text. */
  public Question offer(Remedy remedy, String text) {
    List<Offer> more = new ArrayList<>(offers);
    more.add(new Offer(remedy.label(), remedy.ofRow(), text));
    return new Question(code, holds, assumed, figures, bars, cases, caseCount, more);
  }

  /** What holds unless it is answered otherwise. */
  public Question assume(Remedy remedy) {
    return new Question(code, remedy.label(), true, figures, bars, cases, caseCount, offers);
  }

  /**
   * What there is to choose from: where one row is all there is, an answer for all rows says the
   * same as that for one, and of both the one that holds is left, else the row's.
   */
  public List<Offer> choices() {
    return offers.stream().filter(each -> caseCount != 1 || !isSaidByAnother(each)).toList();
  }

  private boolean isSaidByAnother(Offer offer) {
    String all = offer.remedy() + OF_ALL;
    boolean said = offer.ofRow() && holds.equals(all);
    boolean saidByRow =
        !holds.equals(offer.remedy())
            && offers.stream().anyMatch(each -> offer.remedy().equals(each.remedy() + OF_ALL));
    return said || saidByRow;
  }

  /** The same with what was answered. */
  public Question answered(String remedy) {
    return new Question(code, remedy, false, figures, bars, cases, caseCount, offers);
  }
}
