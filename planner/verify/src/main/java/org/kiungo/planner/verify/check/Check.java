package org.kiungo.planner.verify.check;

/**
 * One rule and how a plan stands to it.
 *
 * @param code what was checked; screens word it under {@code verify.<code>}
 * @param examined how many times the rule applied
 * @param wrong how many times it was broken
 * @param where id of the first place that breaks it, empty when none does
 * @param expected what the rule asks there
 * @param found what the folder says there
 */
public record Check(
    String code, long examined, long wrong, String where, String expected, String found) {

  public boolean passed() {
    return wrong == 0;
  }
}
