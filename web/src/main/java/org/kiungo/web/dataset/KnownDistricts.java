package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.kiungo.geodata.census.CensusDistricts;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.BuiltInDistricts;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.StoredFeature;

/** Districts of imported boundaries, then the built-in ones. */
public final class KnownDistricts implements CensusDistricts {

  private static final String DRAWING = "kiungo.drawing";

  private final Rows rows;

  /** Where rows of imported boundaries come from. */
  @FunctionalInterface
  private interface Rows {
    /** By the name of the dataset. */
    Map<String, List<StoredFeature>> of(String iso3);
  }

  private KnownDistricts(Rows rows) {
    this.rows = rows;
  }

  /** Those of a store; what was found of a country once stays found. */
  static KnownDistricts in(DatasetStore store) {
    Map<String, Map<String, List<StoredFeature>>> found = new LinkedHashMap<>();
    return new KnownDistricts(
        iso3 -> found.computeIfAbsent(iso3, country -> boundaries(store, country)));
  }

  /** Those that {@link #write} put into a file; null for none. */
  public static KnownDistricts in(Path file) {
    return new KnownDistricts(iso3 -> file == null ? Map.of() : read(file));
  }

  private static Map<String, List<StoredFeature>> boundaries(DatasetStore store, String iso3) {
    Map<String, List<StoredFeature>> boundaries = new LinkedHashMap<>();
    for (Dataset each : store.list()) {
      boolean drawn = each.layer().equals(LayerKind.BOUNDARIES.label());
      if (drawn && each.country().equals(iso3) && each.currentVersion() > 0) {
        List<StoredFeature> features = new ArrayList<>();
        store.forEachFeature(each.id(), each.currentVersion(), features::add);
        boundaries.put(each.name(), features);
      }
    }
    return boundaries;
  }

  private static Map<String, List<StoredFeature>> read(Path file) {
    Map<String, List<StoredFeature>> boundaries = new LinkedHashMap<>();
    RowFile.forEach(
        file,
        row ->
            boundaries
                .computeIfAbsent(
                    String.valueOf(row.attributes().get(DRAWING)), name -> new ArrayList<>())
                .add(row));
    return boundaries;
  }

  /** Copies imported boundaries of a country for another process. */
  void write(String iso3, Path file) throws IOException {
    try (RowFile out = new RowFile(file)) {
      for (Map.Entry<String, List<StoredFeature>> each : rows.of(iso3).entrySet()) {
        for (StoredFeature row : each.getValue()) {
          Map<String, Object> attributes = new LinkedHashMap<>(row.attributes());
          attributes.put(DRAWING, each.getKey());
          out.write(new StoredFeature(row.id(), row.geometry(), attributes));
        }
      }
    }
  }

  @Override
  public List<Drawing> of(String iso3) {
    List<Drawing> drawings = new ArrayList<>();
    rows.of(iso3)
        .forEach(
            (name, features) ->
                drawings.add(
                    new Drawing(
                        name,
                        features.stream()
                            .filter(row -> row.geometry() != null)
                            .map(KnownDistricts::area)
                            .toList())));
    drawings.addAll(new BuiltInDistricts().of(iso3));
    return drawings;
  }

  static Area area(StoredFeature row) {
    List<String> codes = new ArrayList<>(List.of(row.id()));
    Set<String> names = new HashSet<>();
    row.attributes()
        .forEach(
            (column, value) -> {
              String plain = column.toLowerCase(Locale.ROOT);
              if (plain.contains("code")) {
                codes.add(String.valueOf(value));
              } else if (plain.matches(".*(name|nom|_en|_fr|_pt|alt).*")) {
                names.add(String.valueOf(value));
              }
            });
    String name = String.valueOf(row.attributes().getOrDefault("name", ""));
    String within = String.valueOf(row.attributes().getOrDefault("district", ""));
    boolean self = name.isEmpty();
    names.remove("");
    return new Area(
        codes,
        self ? within : name,
        names,
        self || within.equals(name) ? "" : within,
        row.geometry());
  }
}
