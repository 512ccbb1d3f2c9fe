package org.kiungo.geodata.feed;

import java.util.List;
import java.util.Set;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.FacilityLayer;
import org.kiungo.geodata.problem.HazardArea;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Terrain;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Feed;

/**
 * Sources beside those that Kiungo carries: imported datasets, or files. All throw {@code
 * feeds.unknown} for a source that is not there, or not of the layer and country.
 */
public interface FeedSources {

  /** Nothing beside what Kiungo carries. */
  FeedSources NONE = new NoSources();

  /**
   * A source that a layer takes where nothing is said.
   *
   * @param layer that it belongs to
   * @param source as a scenario names it
   * @param facts what it holds
   * @param madeOf the sources that were merged into it; empty for what was drawn or counted
   * @param whole true where it was said to be the whole country's, however little it holds
   */
  record Candidate(
      Feed.Layer layer, String source, LayerFacts facts, Set<String> madeOf, boolean whole) {}

  /** Of a country, in the order of their ranks. */
  List<Candidate> candidates(String iso3);

  /** Schools, clinics and others of a country that use the network beside its people. */
  default List<FacilityLayer> facilities(String iso3) {
    return List.of();
  }

  List<Settlement> settlements(Feed feed);

  /** Districts that have a figure. */
  List<CensusScaling.Count> census(Feed feed);

  List<CoverageArea> coverage(Feed feed);

  List<NetworkNode> nodes(Feed feed);

  List<FibreLine> fibreLines(Feed feed);

  List<Tower> towers(Feed feed);

  /** Each as it is drawn. */
  List<List<LonLat>> roads(Feed feed);

  /** Power lines in service, each as it is drawn. */
  List<List<LonLat>> grid(Feed feed);

  List<HazardArea> hazards(Feed feed);

  Terrain terrain(Feed feed);

  /** As plans name it. */
  InputFile input(Feed feed);
}
