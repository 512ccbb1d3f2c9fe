package org.kiungo.web.language;

import java.text.NumberFormat;
import org.kiungo.planner.scenario.Scenario;

/**
 * How far a plan is from the best possible, in words. Wherever a gap is told it is told by these,
 * rounded up to a tenth of a per cent so as not to flatter; the twin for scripts is {@code
 * static/js/figures.js}.
 */
public final class GapWords {

  /** What is nearer to the best is the best, but for the last bits of a division. */
  private static final double NONE_RATIO = 1e-9;

  private GapWords() {}

  /**
   * A distance from the best as per cent.
   *
   * @param gapRatio 0–1 or above; NaN where nothing is known
   */
  public static String percent(double gapRatio, Words words) {
    if (!Double.isFinite(gapRatio)) {
      return words.text("ui.number.unknown");
    }
    double up = Math.ceil(gapRatio * 1000 - NONE_RATIO) / 10;
    NumberFormat format = words.numbers();
    format.setMaximumFractionDigits(1);
    return words.text("ui.number.percent", format.format(Math.max(up, 0)));
  }

  /**
   * What is at least so much as per cent, rounded down to a tenth so as not to prove more than is.
   *
   * @param ratio 0 or above
   */
  public static String least(double ratio, Words words) {
    NumberFormat format = words.numbers();
    format.setMaximumFractionDigits(1);
    double down = Math.floor(ratio * 1000 + NONE_RATIO) / 10;
    return words.text("ui.number.percent", format.format(down));
  }

  /**
   * How good a plan is: its distance from the best, with what is best here; none, or no bound.
   *
   * @param asked what the plan answers: another question has another best
   */
  public static String of(double gapRatio, Scenario asked, Words words) {
    if (!Double.isFinite(gapRatio)) {
      return words.text("ui.gap.none");
    }
    String distance =
        gapRatio <= NONE_RATIO
            ? words.text("ui.gap.zero")
            : rulesOutNothing(gapRatio)
                ? words.text(isMost(asked) ? "ui.gap.no-gain" : "ui.gap.all")
                : words.text("ui.gap.most", percent(gapRatio, words));
    return words.text("verdict.best.of", distance, best(asked, words) + among(asked, words));
  }

  /**
   * True where a gap is the whole of what is bounded: a plan that gains nothing, or costs that are
   * not bounded from below. A share of nothing is no distance.
   */
  public static boolean rulesOutNothing(double gapRatio) {
    return gapRatio >= 1 - NONE_RATIO;
  }

  private static boolean isMost(Scenario asked) {
    return switch (asked.goal()) {
      case MOST_PEOPLE_UNDER_BUDGET, HIGHEST_DISTRICT_FLOOR, HIGHEST_EQUITABLE_SHARE -> true;
      case LEAST_COST_TO_TARGET, LEAST_PUBLIC_MONEY_TO_TARGET -> false;
    };
  }

  /** What is bounded of a plan: the most or the least of what it strives for. */
  public static String best(Scenario asked, Words words) {
    String key = "verdict.best." + asked.goal();
    return switch (asked.goal()) {
      case MOST_PEOPLE_UNDER_BUDGET -> words.text(key + money(asked));
      case HIGHEST_DISTRICT_FLOOR, HIGHEST_EQUITABLE_SHARE ->
          words.text(key + (asked.hasPhases() ? ".phases" : asked.hasBudget() ? "" : ".uncapped"));
      case LEAST_COST_TO_TARGET, LEAST_PUBLIC_MONEY_TO_TARGET ->
          words.text(key, percent(asked.targetRatio(), words));
    };
  }

  /** What the question itself leaves out: the best of fewer choices may be worse. */
  private static String among(Scenario asked, Words words) {
    String among = "";
    if (!asked.technologyIds().isEmpty()) {
      among += ", " + words.text("verdict.best.technologies", asked.technologyIds().size());
    }
    if (!asked.mediumIds().isEmpty()) {
      among += ", " + words.text("verdict.best.media", asked.mediumIds().size());
    }
    if (!asked.locks().isEmpty()) {
      among += ", " + words.text("verdict.best.locks", asked.locks().size());
    }
    return among;
  }

  /** Which money caps a plan for most people. */
  private static String money(Scenario asked) {
    boolean isPublic = !Double.isNaN(asked.publicBudgetUsd());
    if (asked.hasPhases()) {
      return isPublic ? ".phases-public" : ".phases";
    }
    if (!asked.budgetsByCountry().isEmpty()) {
      return ".countries";
    }
    return isPublic
        ? asked.hasBudget() ? ".budget-public" : ".public"
        : asked.hasBudget() ? "" : ".uncapped";
  }
}
