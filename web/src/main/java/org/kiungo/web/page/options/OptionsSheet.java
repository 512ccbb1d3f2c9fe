package org.kiungo.web.page.options;

import java.util.List;

/**
 * What page, print and slides of some options tell, in words.
 *
 * @param title what is to be chosen
 * @param about on what all of it rests
 * @param heads one for each option
 * @param rows what is told of each, in order
 * @param maps where each builds
 * @param districtsTitle what the figures of districts count
 * @param districts who wins and who loses
 * @param same what holds whatever is chosen, a sentence each
 * @param decisions what to decide, and who decides it
 * @param leftOut plans that were asked for and cannot be told beside these, with why
 */
public record OptionsSheet(
    String title,
    String about,
    List<Head> heads,
    List<Row> rows,
    List<OptionMap> maps,
    String districtsTitle,
    List<District> districts,
    List<String> same,
    List<Decision> decisions,
    List<String> leftOut) {

  /** Fewer leave nothing to choose. */
  static final int FEWEST = 2;

  /** As many as comparisons take. */
  static final int MOST = 5;

  /**
   * An option's name.
   *
   * @param best in what it is the best of those shown; empty where in nothing
   * @param bars sure, likely and possible people as shares of the most that any option gains
   */
  public record Head(String id, String letter, String name, String best, double[] bars) {}

  /** A row: what it is of, and what is said of each option. */
  public record Row(String key, String label, List<List<Line>> cells) {}

  /**
   * A line of a cell.
   *
   * @param figure what its figures are, for machines; null for none
   * @param strong whether it is what the row is about
   */
  public record Line(String text, String figure, boolean strong) {}

  /** People who gain in a district, by option. */
  public record District(String name, List<Gain> gains) {}

  /**
   * People who gain in a district by an option.
   *
   * @param text in words
   * @param ratio of the most that any district gains by any option, 0–1
   * @param sign ▲ where no option gives the district as many, ▼ where none gives it as few
   */
  public record Gain(String text, double ratio, String sign) {}

  /** A question, and who answers it. */
  public record Decision(String what, String who) {}

  /** Whether there is anything to choose. */
  public boolean isWhole() {
    return heads.size() >= FEWEST;
  }
}
