package org.kiungo.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.problem.ProblemLayers;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;

/** The imported layers of one country, gathered for a plan. */
final class GatheredLayers {

  /** Layers that a plan reads. */
  private static final List<LayerKind> USED =
      List.of(
          LayerKind.SETTLEMENTS,
          LayerKind.NODES,
          LayerKind.EXCHANGE_POINTS,
          LayerKind.LANDING_POINTS,
          LayerKind.FIBRE_LINES,
          LayerKind.TOWERS,
          LayerKind.COVERAGE,
          LayerKind.ROADS,
          LayerKind.ELEVATION);

  private final LayerRows rows;
  private final List<Dataset> current;
  private final List<InputFile> inputs = new ArrayList<>();

  private GatheredLayers(LayerRows rows, List<Dataset> current) {
    this.rows = rows;
    this.current = current;
  }

  /** Datasets of a country that a plan reads. */
  static List<Dataset> used(LayerRows rows, String iso3) {
    return rows.datasets().stream()
        .filter(each -> each.country().equals(iso3) && each.currentVersion() > 0)
        .filter(each -> USED.stream().anyMatch(kind -> is(each, kind)))
        .toList();
  }

  static Optional<ProblemLayers> of(LayerRows rows, String iso3) {
    List<Dataset> current = used(rows, iso3);
    return current.isEmpty()
        ? Optional.empty()
        : Optional.of(new GatheredLayers(rows, current).gather(iso3));
  }

  private ProblemLayers gather(String iso3) {
    List<Settlement> settlements = read(StoredRecords::settlement, LayerKind.SETTLEMENTS);
    if (settlements.isEmpty()) {
      settlements = ProblemAssembly.builtInSettlements(iso3);
      inputs.add(ProblemAssembly.builtInInput());
    }
    return new ProblemLayers(
        List.of(iso3),
        settlements,
        read(
            StoredRecords::node,
            LayerKind.NODES,
            LayerKind.EXCHANGE_POINTS,
            LayerKind.LANDING_POINTS),
        read(StoredRecords::fibreLine, LayerKind.FIBRE_LINES),
        read(StoredRecords::tower, LayerKind.TOWERS),
        read(StoredRecords::coverage, LayerKind.COVERAGE),
        inputs,
        terrain(),
        replaced(),
        read(row -> RoadLines.of(row.geometry()), LayerKind.ROADS).stream()
            .flatMap(List::stream)
            .toList());
  }

  private <T> List<T> read(Function<StoredFeature, T> record, LayerKind... kinds) {
    List<T> records = new ArrayList<>();
    for (LayerKind kind : kinds) {
      for (Dataset dataset : current) {
        if (is(dataset, kind)) {
          inputs.add(rows.input(dataset));
          rows.forEach(dataset, row -> records.add(record.apply(row)));
        }
      }
    }
    return records;
  }

  /** The ground of the first elevation raster. */
  private Terrain terrain() {
    for (Dataset dataset : current) {
      if (is(dataset, LayerKind.ELEVATION)) {
        InputFile input = rows.input(dataset);
        inputs.add(input);
        return rows.ground(input);
      }
    }
    return Terrain.UNKNOWN;
  }

  /** Network nodes that somebody imported are those of the country; fibre adds to them. */
  private Set<LayerKind> replaced() {
    return current.stream().anyMatch(each -> is(each, LayerKind.NODES))
        ? Set.of(LayerKind.NODES)
        : Set.of();
  }

  private static boolean is(Dataset dataset, LayerKind kind) {
    return dataset.layer().equals(kind.label());
  }
}
