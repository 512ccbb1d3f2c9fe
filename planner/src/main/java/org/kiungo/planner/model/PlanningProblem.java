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
 * @param economics market terms, one per country where known
 * @param rules what holds at some places only
 */
public record PlanningProblem(
    List<Settlement> settlements,
    List<NetworkNode> nodes,
    List<FibreLine> fibreLines,
    List<Tower> towers,
    Catalogue catalogue,
    ServiceStandard standard,
    Money money,
    List<InputFile> inputs,
    List<CountryEconomics> economics,
    PlaceRules rules) {

  /** A problem whose countries' market terms are not known. */
  public PlanningProblem(
      List<Settlement> settlements,
      List<NetworkNode> nodes,
      List<FibreLine> fibreLines,
      List<Tower> towers,
      Catalogue catalogue,
      ServiceStandard standard,
      Money money,
      List<InputFile> inputs) {
    this(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        inputs,
        List.of(),
        PlaceRules.NONE);
  }

  public PlanningProblem {
    settlements = List.copyOf(settlements);
    nodes = List.copyOf(nodes);
    fibreLines = List.copyOf(fibreLines);
    towers = List.copyOf(towers);
    inputs = List.copyOf(inputs);
    economics = List.copyOf(economics);
  }

  /** The same facts with another catalogue. */
  public PlanningProblem withCatalogue(Catalogue changed) {
    return new PlanningProblem(
        settlements, nodes, fibreLines, towers, changed, standard, money, inputs, economics, rules);
  }

  /** The same facts under other market terms. */
  public PlanningProblem withEconomics(List<CountryEconomics> changed) {
    return new PlanningProblem(
        settlements, nodes, fibreLines, towers, catalogue, standard, money, inputs, changed, rules);
  }

  /** The same facts under another service standard and other years. */
  public PlanningProblem withTerms(ServiceStandard changedStandard, Money changedMoney) {
    return new PlanningProblem(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        changedStandard,
        changedMoney,
        inputs,
        economics,
        rules);
  }

  /** The same facts under other rules for single places. */
  public PlanningProblem withRules(PlaceRules changed) {
    return new PlanningProblem(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        inputs,
        economics,
        changed);
  }

  /** Market terms of a country, all unknown where none are given. */
  public CountryEconomics economicsOf(String country) {
    return economics.stream()
        .filter(each -> each.country().equals(country))
        .findFirst()
        .orElseGet(() -> CountryEconomics.unknown(country));
  }
}
