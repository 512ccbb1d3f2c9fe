package org.kiungo.planner.model;

import java.util.List;

/**
 * A stretch of existing or announced fibre; operational lines can be tapped anywhere.
 *
 * @param id stable identity
 * @param path at least two places, in order
 * @param country ISO 3166-1 alpha-3, empty when not known
 * @param operator owner, empty when not known
 * @param operational false for planned lines, which are drawn but never tapped
 * @param source dataset or publication that draws it
 */
public record FibreLine(
    String id,
    List<LonLat> path,
    String country,
    String operator,
    boolean operational,
    String source) {

  public FibreLine {
    path = List.copyOf(path);
    if (path.size() < 2) {
      throw new InputRefused("fibre.path", "id", id, "places", path.size());
    }
  }
}
