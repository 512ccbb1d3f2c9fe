package org.kiungo.planner.folder.redaction;

import java.util.List;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.value.InputRefused;

/**
 * {@code redaction.json}: how a copy of a plan differs from the plan.
 *
 * @param cellKm positions are the middles of cells of at least this size; NaN = they are left out
 * @param operatorsHidden owners are numbered
 * @param namesHidden places and nodes have no names. Where either is hidden inputs are numbered and
 *     sources left out, which may be called after either
 * @param fullCertificateSha256 SHA-256 of the full plan's certificate, which seals all its files
 * @param moved how many positions are others, or left out
 * @param hidden how many values are others, or left out
 * @param leftOut names of files of the full plan that are not here, ascending
 * @param roadsKnown true where the full plan knows roads, whether or not a link follows one
 * @param alongRoads ids of links that follow one, ascending; their lengths are the road's
 */
public record Redaction(
    double cellKm,
    boolean operatorsHidden,
    boolean namesHidden,
    String fullCertificateSha256,
    Moved moved,
    Hidden hidden,
    List<String> leftOut,
    boolean roadsKnown,
    List<String> alongRoads) {

  public Redaction {
    if (moved == null || hidden == null || leftOut == null || alongRoads == null) {
      throw new InputRefused("json.missing", "field", "moved, hidden, leftOut, alongRoads");
    }
    leftOut = List.copyOf(leftOut);
    alongRoads = List.copyOf(alongRoads);
  }

  /**
   * Positions by what lies there.
   *
   * @param settlements places with people
   * @param nodes where the network stands
   * @param towers existing masts
   * @param fibreLines courses
   * @param linkEnds places on roads and taps of lines where links end
   */
  public record Moved(int settlements, int nodes, int towers, int fibreLines, int linkEnds) {}

  /**
   * Values.
   *
   * @param operators owners, each counted once
   * @param names of places and nodes
   * @param sources of nodes and lines
   * @param inputs names of files and datasets
   * @param columns of places that no rule needs, each counted once
   * @param rain rain rates, from which a position could be guessed
   * @param gridDistances distances to the power grid, likewise
   * @param gridDistancesKept those that a cost follows from
   */
  public record Hidden(
      int operators,
      int names,
      int sources,
      int inputs,
      int columns,
      int rain,
      int gridDistances,
      int gridDistancesKept) {}

  /**
   * What is asked for.
   *
   * @param cellKm size of the cells, 0.1 to 1,000; NaN = positions are left out
   * @param hideOperators whose things are
   * @param hideNames how places are called
   */
  public record Wanted(double cellKm, boolean hideOperators, boolean hideNames) {}

  /** True where there are no positions at all. */
  public boolean leavesPositionsOut() {
    return Double.isNaN(cellKm);
  }

  /** Bytes of the file. */
  public byte[] json() {
    return TextFiles.pretty(this);
  }

  /**
   * Reads the file of a redacted copy.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static Redaction read(java.nio.file.Path folder) {
    return TextFiles.read(folder, PlanFolder.REDACTION, Redaction.class);
  }
}
