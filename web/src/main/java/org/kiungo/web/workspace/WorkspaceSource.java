package org.kiungo.web.workspace;

import java.util.List;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.problem.CoverageScore;

/**
 * A source of a layer: a dataset at its current version, or what Kiungo carries.
 *
 * @param source as a scenario names it: {@code built-in}, or dataset and version such as {@code
 *     id/3}
 * @param datasetId empty for what Kiungo carries
 * @param layer what it means: settlements, nodes, fibre-lines …
 * @param name of the dataset; empty for what Kiungo carries
 * @param who published it
 * @param dated date of the data as its source states it, empty when not stated
 * @param licence under which it may be used
 * @param version current; 0 when all are undone or nothing has versions
 * @param versions every one ever stored, latest first
 * @param rows records of the current version
 * @param sum in the unit; NaN where there is none
 * @param unit of the sum
 * @param completeRatio share of records whose main figure is known; NaN where a layer has none
 * @param statedRatio share of the sum that a source states; NaN where nothing tells
 * @param statedRows records that a source states
 * @param modelScore of areas of coverage how well the model foretells them; null for any other
 *     layer, and where they hold no place
 * @param assumedMore records that plans assume beside these
 * @param bbox west, south, east, north; empty without a place
 * @param problems findings of its import
 * @param leftOut rows that its import did not take
 * @param state what is to be known first
 * @param plans that were made from it
 */
public record WorkspaceSource(
    String source,
    String datasetId,
    String layer,
    String name,
    String who,
    String dated,
    String licence,
    int version,
    List<Version> versions,
    long rows,
    double sum,
    LayerFacts.Unit unit,
    double completeRatio,
    double statedRatio,
    long statedRows,
    CoverageScore modelScore,
    long assumedMore,
    double[] bbox,
    long problems,
    long leftOut,
    State state,
    List<PlanUse> plans) {

  /** What is to be known of a source before anything else. */
  public enum State {
    /** Imported without a finding. */
    CHECKED,
    /** Imported; some rows were doubtful or left out. */
    FINDINGS,
    /** No version is current: nothing uses it. */
    UNDONE,
    /** Cells, of which places have to be made before anything uses them. */
    CELLS,
    /** Cells, of which the places of another dataset were made. */
    SETTLED,
    /** Kiungo's own, of published sources. */
    PUBLISHED,
    /** Kiungo's own, spread or placed by a model. */
    MODELLED,
    /** Kiungo's own, a part of published sources, a part placed by a model. */
    PARTLY_MODELLED,
    /** Kiungo's own, a part of published sources, a part assumed. */
    PARTLY_ASSUMED,
    /** Kiungo's own, of published sources that do not tell the main figure of a part. */
    PARTLY_KNOWN
  }

  /**
   * A version.
   *
   * @param version 1, 2, 3 …
   * @param committedAt ISO 8601 instant
   * @param fileName of the original
   */
  public record Version(int version, String committedAt, String fileName) {}

  /**
   * A plan that was made from a source.
   *
   * @param id of the plan
   * @param letter A, B, C … within its country
   * @param name shown to users
   * @param version of the dataset that it was made from; 0 for what Kiungo carries
   */
  public record PlanUse(String id, String letter, String name, int version) {}

  /** True for what Kiungo carries. */
  public boolean builtIn() {
    return datasetId.isEmpty();
  }
}
