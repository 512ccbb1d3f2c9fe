package org.kiungo.geodata.problem;

import java.util.List;
import java.util.Set;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;

/**
 * Layers of one planning question, in any order.
 *
 * @param countries ISO 3166-1 alpha-3 codes to plan; empty = those of the settlements
 * @param settlements demand points
 * @param nodes existing network nodes; the built-in ones of the countries are added unless they are
 *     replaced
 * @param fibreLines existing and announced fibre
 * @param towers existing masts
 * @param coverage where service exists today; sets what settlements' own rows do not state
 * @param inputs files and dataset versions they were read from
 * @param terrain the ground under radio hops
 * @param replaced layers whose built-in records are left out, even where none are given
 * @param roads that cables may follow, as they are drawn; none = the built-in ones of the countries
 */
public record ProblemLayers(
    List<String> countries,
    List<Settlement> settlements,
    List<NetworkNode> nodes,
    List<FibreLine> fibreLines,
    List<Tower> towers,
    List<CoverageArea> coverage,
    List<InputFile> inputs,
    Terrain terrain,
    Set<LayerKind> replaced,
    List<List<LonLat>> roads) {

  public ProblemLayers {
    countries = List.copyOf(countries);
    settlements = List.copyOf(settlements);
    nodes = List.copyOf(nodes);
    fibreLines = List.copyOf(fibreLines);
    towers = List.copyOf(towers);
    coverage = List.copyOf(coverage);
    inputs = List.copyOf(inputs);
    replaced = Set.copyOf(replaced);
    roads = List.copyOf(roads);
  }

  /** Layers without any coverage. */
  public ProblemLayers(
      List<String> countries,
      List<Settlement> settlements,
      List<NetworkNode> nodes,
      List<FibreLine> fibreLines,
      List<Tower> towers,
      List<InputFile> inputs) {
    this(countries, settlements, nodes, fibreLines, towers, List.of(), inputs);
  }

  /** Layers over ground that nobody knows. */
  public ProblemLayers(
      List<String> countries,
      List<Settlement> settlements,
      List<NetworkNode> nodes,
      List<FibreLine> fibreLines,
      List<Tower> towers,
      List<CoverageArea> coverage,
      List<InputFile> inputs) {
    this(
        countries,
        settlements,
        nodes,
        fibreLines,
        towers,
        coverage,
        inputs,
        Terrain.UNKNOWN,
        Set.of(),
        List.of());
  }
}
