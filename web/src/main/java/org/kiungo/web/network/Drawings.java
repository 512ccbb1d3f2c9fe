package org.kiungo.web.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.kiungo.geodata.conflate.DrawnLine;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.MergedDrawings;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Component;

/** Drawings of a country's fibre: what Kiungo carries, and every version that was imported. */
@Component
class Drawings {

  /** A merge holds its drawings in memory: more corners than this are refused. */
  private static final int MOST_CORNERS = 400_000;

  private static final List<String> HELD =
      List.of("country", "operator", "status", "operational", "source");

  private final Reference reference;
  private final Datasets datasets;

  Drawings(Reference reference, Datasets datasets) {
    this.reference = reference;
    this.datasets = datasets;
  }

  /** What is there of a country, current versions first. */
  List<Drawing> of(String iso3) {
    if (reference.countries().stream().noneMatch(each -> each.iso3().equals(iso3))) {
      throw ApiRefusal.unknown("country", iso3);
    }
    List<Drawing> drawings = new ArrayList<>();
    int carried = reference.fibreLines(iso3).size();
    if (carried > 0) {
      drawings.add(
          new Drawing(
              Drawing.BUILT_IN,
              "ITU, WATRA",
              "ITU, WATRA",
              "MIT",
              "2025",
              0,
              true,
              carried,
              false));
    }
    List<Drawing> past = new ArrayList<>();
    for (Dataset each : datasets.list()) {
      if (each.country().equals(iso3) && each.layer().equals(LayerKind.FIBRE_LINES.label())) {
        for (DatasetVersion version : datasets.store().versions(each.id())) {
          boolean current = version.version() == each.currentVersion();
          (current ? drawings : past).add(drawing(each, version, current));
        }
      }
    }
    drawings.addAll(past);
    return drawings;
  }

  private static Drawing drawing(Dataset dataset, DatasetVersion version, boolean current) {
    DatasetVersion.Provenance from = version.provenance();
    return new Drawing(
        dataset.id() + "/" + version.version(),
        dataset.name(),
        from.source(),
        from.licence(),
        from.dated(),
        version.version(),
        current,
        version.features(),
        !MergedDrawings.in(from.transformation()).isEmpty());
  }

  /** Reads drawings, each under its id. */
  List<Source> read(String iso3, List<Drawing> drawings) {
    List<Source> sources = new ArrayList<>();
    int[] corners = new int[1];
    for (Drawing each : drawings) {
      List<DrawnLine> lines = new ArrayList<>();
      if (each.id().equals(Drawing.BUILT_IN)) {
        reference.fibreLines(iso3).forEach(line -> lines.add(DrawnLine.of(line)));
      } else {
        rows(each, corners, row -> lines.add(line(row)));
      }
      sources.add(new Source(each.id(), lines));
    }
    return sources;
  }

  /**
   * Copies a drawing that was imported.
   *
   * @param before corners of drawings that are copied already
   * @return corners of this one
   */
  int copy(Drawing drawing, Path file, int before) throws IOException {
    int[] corners = {before};
    try (RowFile out = new RowFile(file)) {
      rows(drawing, corners, out::write);
    }
    return corners[0] - before;
  }

  private void rows(Drawing drawing, int[] corners, Consumer<StoredFeature> to) {
    datasets
        .store()
        .forEachFeature(
            drawing.id().substring(0, drawing.id().indexOf('/')),
            drawing.version(),
            row -> {
              corners[0] += row.geometry().getNumPoints();
              if (corners[0] > MOST_CORNERS) {
                throw new InputRefused(
                    "network.tooLarge", "name", drawing.name(), "limit", MOST_CORNERS);
              }
              to.accept(row);
            });
  }

  static DrawnLine line(StoredFeature row) {
    Map<String, String> told = new HashMap<>();
    row.attributes()
        .forEach(
            (name, value) -> {
              if (value != null && !HELD.contains(name)) {
                told.put(StoredRecords.plain(name), String.valueOf(value));
              }
            });
    return new DrawnLine(StoredRecords.fibreLine(row), told);
  }
}
