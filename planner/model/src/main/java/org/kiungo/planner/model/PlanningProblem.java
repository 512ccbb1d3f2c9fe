package org.kiungo.planner.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.Initializer;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.money.CountryEconomics;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.road.RoadNetwork;

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
 * @param roads that cables may follow
 * @param institutions joined to the settlements, beside their people
 */
@RecordBuilder
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
    @Initializer(source = PlaceRules.class, value = "NONE") PlaceRules rules,
    @Initializer(source = Terrain.class, value = "UNKNOWN") Terrain terrain,
    @Initializer(source = RoadNetwork.class, value = "NONE") RoadNetwork roads,
    @Initializer(source = Institutions.class, value = "NONE") Institutions institutions)
    implements PlanningProblemBuilder.With {

  /** A problem over ground that nobody knows, without roads. */
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
        Terrain.UNKNOWN,
        RoadNetwork.NONE,
        Institutions.NONE);
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

  /** The same facts under another service standard and other years. */
  public PlanningProblem withTerms(ServiceStandard changedStandard, Money changedMoney) {
    return with().standard(changedStandard).money(changedMoney).build();
  }

  /**
   * The same facts over known ground.
   *
   * @param from where its heights come from
   */
  public PlanningProblem withTerrain(Terrain changed, InputFile from) {
    List<InputFile> more = new ArrayList<>(inputs);
    more.add(from);
    return with().terrain(changed).inputs(more).build();
  }

  /**
   * The same facts before institutions were joined to them: which of those count is a choice of the
   * scenario, not a fact of the ground.
   */
  public PlanningProblem withoutInstitutions() {
    if (institutions.isNone() && inputs.stream().noneMatch(InputFile::joinsInstitutions)) {
      return this;
    }
    return with()
        .settlements(settlements.stream().map(institutions::without).toList())
        .institutions(Institutions.NONE)
        .inputs(inputs.stream().filter(each -> !each.joinsInstitutions()).toList())
        .build();
  }

  /** Market terms of a country, all unknown where none are given. */
  public CountryEconomics economicsOf(String country) {
    return economics.stream()
        .filter(each -> each.country().equals(country))
        .findFirst()
        .orElseGet(() -> CountryEconomics.unknown(country));
  }
}
