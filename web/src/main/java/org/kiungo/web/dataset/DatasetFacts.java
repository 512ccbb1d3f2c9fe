package org.kiungo.web.dataset;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.feed.LayerFacts.Unit;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.StoredFeature;

/** What versions of datasets hold; a version never changes, so each is added up once. */
final class DatasetFacts {

  private final Map<String, LayerFacts> known = new ConcurrentHashMap<>();

  /**
   * Facts of a version.
   *
   * @param version by which it is known again, such as {@code id/3}
   * @param iso3 country that it is of
   * @param rows of it, asked for when they were not added up before
   */
  LayerFacts of(
      String version, LayerKind kind, String iso3, Consumer<Consumer<StoredFeature>> rows) {
    return known.computeIfAbsent(
        version,
        key -> {
          LayerFacts.Builder facts =
              kind == LayerKind.COVERAGE
                  ? new LayerFacts.Builder(iso3)
                  : new LayerFacts.Builder(unit(kind));
          rows.accept(row -> add(kind, row, facts));
          return facts.build();
        });
  }

  private static void add(LayerKind kind, StoredFeature row, LayerFacts.Builder facts) {
    switch (kind) {
      case SETTLEMENTS -> facts.add(StoredRecords.settlement(row));
      case NODES, EXCHANGE_POINTS, LANDING_POINTS -> facts.add(StoredRecords.node(row));
      case TOWERS -> facts.add(StoredRecords.tower(row));
      case FIBRE_LINES -> facts.add(StoredRecords.fibreLine(row));
      case COVERAGE -> facts.add(StoredRecords.coverage(row));
      case CENSUS -> facts.add(row.geometry(), StoredRecords.count(row).people());
      case POPULATION_RASTER -> facts.add(row.geometry(), StoredRecords.people(row));
      case BOUNDARIES, ROADS, GRID, HAZARD, FACILITIES, INDICATORS, ELEVATION ->
          facts.add(row.geometry());
    }
  }

  private static Unit unit(LayerKind kind) {
    return switch (kind) {
      case SETTLEMENTS, CENSUS, POPULATION_RASTER -> Unit.PEOPLE;
      case FIBRE_LINES, ROADS, GRID -> Unit.KM;
      case COVERAGE, BOUNDARIES, HAZARD -> Unit.KM2;
      case NODES, EXCHANGE_POINTS, LANDING_POINTS, TOWERS, FACILITIES, INDICATORS, ELEVATION ->
          Unit.RECORDS;
    };
  }
}
