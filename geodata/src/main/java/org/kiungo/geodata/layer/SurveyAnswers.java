package org.kiungo.geodata.layer;

import org.kiungo.planner.model.Settlement;

/**
 * Rows that answer a survey about places that are known: each is the place of its id, of which it
 * says who has 4G or how many people live there, and nothing else.
 */
public final class SurveyAnswers {

  /** The column that says which survey a row answers, an attribute of its settlement. */
  public static final String COLUMN = "kiungo_survey";

  private SurveyAnswers() {}

  /** Whether a row answers a survey. */
  public static boolean is(Settlement row) {
    return row.attributes().containsKey(COLUMN);
  }
}
