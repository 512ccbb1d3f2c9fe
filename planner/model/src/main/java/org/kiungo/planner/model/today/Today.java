package org.kiungo.planner.model.today;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;

/**
 * What a scenario takes today's coverage to be. Coverage is a signal of 4G; whether that is service
 * to the standard is for the scenario to say.
 *
 * @param coverage which of the known shares count
 * @param fourGCountsAs what somebody covered has
 */
public record Today(Coverage coverage, CountsAs fourGCountsAs) {

  /** Modelled coverage counts, as service to the standard. */
  public static final Today DEFAULT = new Today(Coverage.MODELLED, CountsAs.STANDARD);

  /** Which shares of people covered count. */
  public enum Coverage {
    /** All: what sources state, modelled where none does. */
    MODELLED,
    /** What sources state, nothing where none does. */
    IMPORTED_ONLY,
    /** None: everybody is planned for as if nothing stood today. */
    NOT_KNOWN
  }

  /** What somebody who is covered today has. */
  public enum CountsAs {
    /** Service to the standard. */
    STANDARD,
    /** Basic service: bringing it to the standard still counts, by what is gained. */
    BASIC,
    /** Nothing. */
    NOTHING
  }

  public Today {
    coverage = coverage == null ? Coverage.MODELLED : coverage;
    fourGCountsAs = fourGCountsAs == null ? CountsAs.STANDARD : fourGCountsAs;
  }

  /** A settlement as its coverage counts; the same one where it counts as it stands. */
  public Settlement of(Settlement published) {
    boolean dropped =
        coverage == Coverage.NOT_KNOWN
            || coverage == Coverage.IMPORTED_ONLY && published.baselineModelled();
    CountsAs counts = dropped ? CountsAs.NOTHING : fourGCountsAs;
    return counts == published.baselineCountsAs() || Double.isNaN(published.baselineCoverageRatio())
        ? published
        : published.withBaselineCountsAs(counts);
  }

  /** The problem as it counts; the same one where all of it counts as it stands. */
  public PlanningProblem applyTo(PlanningProblem published) {
    List<Settlement> counted = new ArrayList<>(published.settlements().size());
    boolean same = true;
    for (Settlement each : published.settlements()) {
      Settlement now = of(each);
      same &= now == each;
      counted.add(now);
    }
    return same ? published : published.withSettlements(counted);
  }
}
