package org.kiungo.geodata.problem;

import org.kiungo.geodata.format.DataReport;
import org.kiungo.planner.model.PlanningProblem;

/**
 * A planning question made from layers.
 *
 * @param problem the question
 * @param report what became of every settlement, and what was filled in from built-in data
 */
public record AssembledProblem(PlanningProblem problem, DataReport report) {}
