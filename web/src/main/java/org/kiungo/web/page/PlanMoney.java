package org.kiungo.web.page;

import java.nio.file.Path;
import org.kiungo.planner.folder.FinanceBrief;
import org.kiungo.planner.model.InputRefused;

/**
 * The money behind a plan as pages show it.
 *
 * @param brief sums, public money, return on investment, terms to ask for
 */
record PlanMoney(FinanceBrief brief) {

  /** The money of a plan; null for a plan made before plans had accounts. */
  static PlanMoney find(Path folder) {
    try {
      return new PlanMoney(FinanceBrief.read(folder));
    } catch (InputRefused missing) {
      return null;
    }
  }

  /** True when revenue is known, so that public money can be told. */
  public boolean known() {
    return !Double.isNaN(brief.publicUsd());
  }

  /** Market terms to ask for, one after the other. */
  public String asked() {
    return String.join(", ", brief.unknownTerms());
  }
}
