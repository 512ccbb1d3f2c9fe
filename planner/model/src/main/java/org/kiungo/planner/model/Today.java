package org.kiungo.planner.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What a scenario takes today's coverage and fibre to be. Coverage is a signal of 4G; whether that
 * is service to the standard is for the scenario to say, and so is what becomes of fibre of which
 * no source says whether it works.
 *
 * @param coverage which of the known shares count
 * @param fourGCountsAs what somebody covered has
 * @param unknownFibre what lines of unknown status count as
 * @param assumedNodes what nodes count as that nobody published
 * @param unsureCoverage what people count as of whom it is not sure whether they are covered
 */
public record Today(
    Coverage coverage,
    CountsAs fourGCountsAs,
    UnknownFibre unknownFibre,
    AssumedNodes assumedNodes,
    UnsureCoverage unsureCoverage) {

  /**
   * Modelled coverage counts, as service to the standard; fibre counts where it is said to work.
   */
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

  /** What a line counts as of which no source says whether it works. */
  public enum UnknownFibre {
    /** It cannot be tapped; maps show it. */
    LEFT_OUT,
    /** It can be tapped like a line that works. Limits of nodes near it stay as they are. */
    WORKS
  }

  /** What a node counts as that no source names: a covered place must have a network of its own. */
  public enum AssumedNodes {
    /** Capacity can be bought there. */
    COUNT,
    /** Nothing can be bought there; networks start where a source says that they stand. */
    LEFT_OUT
  }

  /** What people count as who may be covered: those between a share's middle and its upper end. */
  public enum UnsureCoverage {
    /** By the share itself: a plan strives for most people on average. */
    EXPECTED,
    /** Covered, as far as any range goes: a plan strives for most people who surely gain. */
    COVERED
  }

  public Today {
    unsureCoverage = unsureCoverage == null ? UnsureCoverage.EXPECTED : unsureCoverage;
    assumedNodes = assumedNodes == null ? AssumedNodes.COUNT : assumedNodes;
    unknownFibre = unknownFibre == null ? UnknownFibre.LEFT_OUT : unknownFibre;
    coverage = coverage == null ? Coverage.MODELLED : coverage;
    fourGCountsAs = fourGCountsAs == null ? CountsAs.STANDARD : fourGCountsAs;
  }

  /** With everything else as in {@link #DEFAULT}. */
  public Today(Coverage coverage, CountsAs fourGCountsAs) {
    this(coverage, fourGCountsAs, null, null, null);
  }

  /** True where nobody counts as served, whatever is known. */
  public boolean leavesOut() {
    return coverage == Coverage.NOT_KNOWN || fourGCountsAs == CountsAs.NOTHING;
  }

  /** The nodes at which capacity can be bought; the same list where all count. */
  public List<NetworkNode> counted(List<NetworkNode> published) {
    return assumedNodes == AssumedNodes.COUNT || published.stream().noneMatch(NetworkNode::assumed)
        ? published
        : published.stream().filter(each -> !each.assumed()).toList();
  }

  /** A fibre line as it counts; the same one where it counts as it stands. */
  public FibreLine of(FibreLine published) {
    boolean taken =
        unknownFibre == UnknownFibre.WORKS && published.status() == FibreLine.Status.UNKNOWN;
    return taken ? published.withStatus(FibreLine.Status.OPERATIONAL) : published;
  }

  /** Length of the lines of which no source says whether they work, km. */
  public static double unknownFibreKm(List<FibreLine> lines) {
    return lines.stream()
        .filter(each -> each.status() == FibreLine.Status.UNKNOWN)
        .mapToDouble(FibreLine::lengthKm)
        .sum();
  }

  /** A settlement as its coverage counts; the same one where it counts as it stands. */
  public Settlement of(Settlement published) {
    boolean dropped =
        coverage == Coverage.NOT_KNOWN
            || coverage == Coverage.IMPORTED_ONLY && published.baselineModelled();
    CountsAs counts = dropped ? CountsAs.NOTHING : fourGCountsAs;
    double ratio = published.baselineCoverageRatio();
    double high = published.baselineHighRatio();
    boolean raised = unsureCoverage == UnsureCoverage.COVERED && high > ratio;
    Settlement settlement = raised ? published.withBaselineCoverageRatio(high) : published;
    return counts == published.baselineCountsAs() || Double.isNaN(ratio)
        ? settlement
        : settlement.withBaselineCountsAs(counts);
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
    PlanningProblem problem = same ? published : published.withSettlements(counted);
    List<NetworkNode> nodes = counted(published.nodes());
    if (nodes != published.nodes()) {
      problem = problem.withNodes(nodes);
    }
    List<FibreLine> lines = published.fibreLines().stream().map(this::of).toList();
    return lines.equals(published.fibreLines()) ? problem : problem.withFibreLines(lines);
  }
}
