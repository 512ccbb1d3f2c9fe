package org.kiungo.web.cli.option;

import java.util.List;
import java.util.function.BiFunction;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.geodata.problem.MeasuredTiles;
import org.kiungo.geodata.road.RoadLines;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;

/** Files of the command line as sources of what feeds a plan, by their names. */
final class FileSources implements FeedSources {

  private final BiFunction<Feed.Layer, String, Read> files;

  /**
   * A file that was read.
   *
   * @param input as plans name it
   * @param records of its layer
   */
  record Read(InputFile input, List<?> records) {}

  /**
   * Sources that are read when they are asked for.
   *
   * @param files by layer and name; null for one that was not given
   */
  FileSources(BiFunction<Feed.Layer, String, Read> files) {
    this.files = files;
  }

  /** None: whatever is given on the command line is said to feed its layer. */
  @Override
  public List<Candidate> candidates(String iso3) {
    return List.of();
  }

  private Read file(Feed feed) {
    Read read = files.apply(feed.layer(), feed.source());
    if (read == null) {
      throw new InputRefused(
          "feeds.file-unknown",
          "field",
          "feeds",
          "source",
          feed.source(),
          "layer",
          feed.layer().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }
    return read;
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> records(Feed feed) {
    return (List<T>) file(feed).records();
  }

  @Override
  public List<Settlement> settlements(Feed feed) {
    List<Settlement> all = records(feed);
    return all.stream().filter(each -> each.country().equals(feed.country())).toList();
  }

  @Override
  public List<CensusScaling.Count> census(Feed feed) {
    return records(feed);
  }

  @Override
  public List<CoverageArea> coverage(Feed feed) {
    List<LayerFeature> areas = records(feed);
    return MeasuredTiles.ofMobile(feed.source(), areas);
  }

  @Override
  public List<NetworkNode> nodes(Feed feed) {
    return records(feed);
  }

  @Override
  public List<FibreLine> fibreLines(Feed feed) {
    return records(feed);
  }

  @Override
  public List<Tower> towers(Feed feed) {
    return records(feed);
  }

  @Override
  public List<List<LonLat>> roads(Feed feed) {
    List<LayerFeature> lines = records(feed);
    return lines.stream().flatMap(each -> RoadLines.of(each.geometry()).stream()).toList();
  }

  @Override
  public List<List<LonLat>> grid(Feed feed) {
    List<LayerFeature> lines = records(feed);
    return lines.stream()
        .filter(LayerFeature::suppliesSites)
        .flatMap(each -> RoadLines.of(each.geometry()).stream())
        .toList();
  }

  @Override
  public List<HazardArea> hazards(Feed feed) {
    List<LayerFeature> areas = records(feed);
    return areas.stream().map(HazardArea::of).toList();
  }

  /** Of the option for elevation, not of a feed. */
  @Override
  public Terrain terrain(Feed feed) {
    file(feed);
    return Terrain.UNKNOWN;
  }

  @Override
  public InputFile input(Feed feed) {
    return file(feed).input();
  }
}
