package org.kiungo.planner.model;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.rule.PlaceRules;

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
 * @param terrain the ground under radio hops
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
    PlaceRules rules,
    Terrain terrain) {

  /** A problem over ground that nobody knows. */
  public PlanningProblem(
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
    this(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        inputs,
        economics,
        rules,
        Terrain.UNKNOWN);
  }

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

  /** The same facts about other settlements, sorted by id. */
  public PlanningProblem withSettlements(List<Settlement> changed) {
    return new PlanningProblem(
        changed,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        inputs,
        economics,
        rules,
        terrain);
  }

  /** The same facts with another catalogue. */
  public PlanningProblem withCatalogue(Catalogue changed) {
    return new PlanningProblem(
        settlements,
        nodes,
        fibreLines,
        towers,
        changed,
        standard,
        money,
        inputs,
        economics,
        rules,
        terrain);
  }

  /** The same facts under other market terms. */
  public PlanningProblem withEconomics(List<CountryEconomics> changed) {
    return new PlanningProblem(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        inputs,
        changed,
        rules,
        terrain);
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
        rules,
        terrain);
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
        changed,
        terrain);
  }

  /**
   * The same facts over known ground.
   *
   * @param from where its heights come from
   */
  public PlanningProblem withTerrain(Terrain changed, InputFile from) {
    List<InputFile> more = new ArrayList<>(inputs);
    more.add(from);
    return withTerrain(changed, more);
  }

  /** The same facts over ground whose source is among the inputs already. */
  public PlanningProblem withTerrain(Terrain changed) {
    return withTerrain(changed, inputs);
  }

  private PlanningProblem withTerrain(Terrain changed, List<InputFile> sources) {
    return new PlanningProblem(
        settlements,
        nodes,
        fibreLines,
        towers,
        catalogue,
        standard,
        money,
        sources,
        economics,
        rules,
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
