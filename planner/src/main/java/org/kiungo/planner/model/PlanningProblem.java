package org.kiungo.planner.model;

import java.util.List;

/**
 * The facts of one planning question. Policy levers and country overrides return changed copies.
 *
 * @param settlements demand points, sorted by id, ids unique
 * @param nodes existing network nodes, sorted by id
 * @param fibreLines existing and announced fibre, sorted by id
 * @param towers existing masts, sorted by id
 * @param catalogue what can be built, at which cost
 * @param standard what counts as served
 * @param money how years are added up
 * @param inputs where all of it came from
 */
public record PlanningProblem(
    List<Settlement> settlements,
    List<NetworkNode> nodes,
    List<FibreLine> fibreLines,
    List<Tower> towers,
    Catalogue catalogue,
    ServiceStandard standard,
    Money money,
    List<InputFile> inputs) {

  public PlanningProblem {
    settlements = List.copyOf(settlements);
    nodes = List.copyOf(nodes);
    fibreLines = List.copyOf(fibreLines);
    towers = List.copyOf(towers);
    inputs = List.copyOf(inputs);
  }
}
