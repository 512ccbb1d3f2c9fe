package org.kiungo.web.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;

/** Imported datasets as sources of what feeds a plan. */
final class ImportedSources implements FeedSources {

  private final LayerRows rows;

  ImportedSources(LayerRows rows) {
    this.rows = rows;
  }

  @Override
  public List<Candidate> candidates(String iso3) {
    List<Candidate> found = new ArrayList<>();
    for (Dataset each : used(rows, iso3)) {
      found.add(
          new Candidate(
              layer(each), source(each), rows.facts(each), rows.madeOf(each), rows.isWhole(each)));
    }
    return found;
  }

  /** Current versions of a country that plans read, by the order of kinds. */
  static List<Dataset> used(LayerRows rows, String iso3) {
    List<Dataset> used = new ArrayList<>();
    for (LayerKind kind : LayerKind.values()) {
      rows.datasets().stream()
          .filter(each -> each.country().equals(iso3) && each.currentVersion() > 0)
          .filter(each -> each.layer().equals(kind.label()) && layer(each) != null)
          .forEach(used::add);
    }
    return used;
  }

  /** Current versions of a country that hold facilities. */
  static List<Dataset> withFacilities(LayerRows rows, String iso3) {
    return rows.datasets().stream()
        .filter(each -> each.country().equals(iso3) && each.currentVersion() > 0)
        .filter(each -> each.layer().equals(LayerKind.FACILITIES.label()))
        .toList();
  }

  @Override
  public List<FacilityLayer> facilities(String iso3) {
    List<FacilityLayer> layers = new ArrayList<>();
    for (Dataset each : withFacilities(rows, iso3)) {
      List<LayerFeature> features = new ArrayList<>();
      rows.forEach(each, row -> features.add(StoredRecords.feature(row)));
      layers.add(new FacilityLayer(rows.input(each), each.name(), features));
    }
    return layers;
  }

  /** A version as scenarios name it. */
  static String source(Dataset dataset) {
    return dataset.id() + "/" + dataset.currentVersion();
  }

  /** The layer of a plan that a dataset belongs to; null for none. */
  private static Feed.Layer layer(Dataset dataset) {
    return switch (LayerKind.named(dataset.layer())) {
      case SETTLEMENTS -> Feed.Layer.SETTLEMENTS;
      case COVERAGE -> Feed.Layer.COVERAGE;
      case NODES, EXCHANGE_POINTS, LANDING_POINTS -> Feed.Layer.NODES;
      case FIBRE_LINES -> Feed.Layer.FIBRE_LINES;
      case TOWERS -> Feed.Layer.TOWERS;
      case ROADS -> Feed.Layer.ROADS;
      case ELEVATION -> Feed.Layer.ELEVATION;
      case CENSUS -> Feed.Layer.CENSUS;
      case GRID -> Feed.Layer.GRID;
      case HAZARD -> Feed.Layer.HAZARD;
      case POPULATION_RASTER, BOUNDARIES, FACILITIES, INDICATORS -> null;
    };
  }

  /** The version that a feed names; refuses one that is not there. */
  private Dataset dataset(Feed feed) {
    return rows.find(feed.source())
        .filter(each -> each.country().equals(feed.country()) && layer(each) == feed.layer())
        .orElseThrow(
            () ->
                new InputRefused(
                    "feeds.unknown",
                    "field",
                    "feeds",
                    "source",
                    feed.source(),
                    "layer",
                    feed.layer(),
                    "country",
                    feed.country()));
  }

  private <T> List<T> read(Feed feed, Function<StoredFeature, T> record) {
    List<T> records = new ArrayList<>();
    rows.forEach(dataset(feed), row -> records.add(record.apply(row)));
    return records;
  }

  @Override
  public List<Settlement> settlements(Feed feed) {
    return read(feed, StoredRecords::settlement);
  }

  @Override
  public List<CensusScaling.Count> census(Feed feed) {
    return read(feed, StoredRecords::count).stream()
        .filter(each -> !Double.isNaN(each.people()))
        .toList();
  }

  @Override
  public List<CoverageArea> coverage(Feed feed) {
    return read(feed, StoredRecords::coverage);
  }

  @Override
  public List<NetworkNode> nodes(Feed feed) {
    return read(feed, StoredRecords::node);
  }

  @Override
  public List<FibreLine> fibreLines(Feed feed) {
    return read(feed, StoredRecords::fibreLine);
  }

  @Override
  public List<Tower> towers(Feed feed) {
    List<Tower> standing = new ArrayList<>();
    rows.forEach(
        dataset(feed),
        row -> {
          if (StoredRecords.isStanding(row)) {
            standing.add(StoredRecords.tower(row));
          }
        });
    return standing;
  }

  @Override
  public List<List<LonLat>> roads(Feed feed) {
    return read(feed, row -> RoadLines.of(row.geometry())).stream().flatMap(List::stream).toList();
  }

  @Override
  public List<List<LonLat>> grid(Feed feed) {
    return read(feed, StoredRecords::feature).stream()
        .filter(LayerFeature::suppliesSites)
        .flatMap(each -> RoadLines.of(each.geometry()).stream())
        .toList();
  }

  @Override
  public List<HazardArea> hazards(Feed feed) {
    return read(feed, row -> HazardArea.of(StoredRecords.feature(row)));
  }

  @Override
  public Terrain terrain(Feed feed) {
    return rows.ground(input(feed));
  }

  @Override
  public InputFile input(Feed feed) {
    return rows.input(dataset(feed));
  }
}
