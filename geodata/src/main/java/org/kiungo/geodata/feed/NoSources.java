package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.geodata.problem.CoverageArea;
import org.kiungo.geodata.problem.HazardArea;
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

/** Nothing beside what Kiungo carries. */
final class NoSources implements FeedSources {

  @Override
  public List<Candidate> candidates(String iso3) {
    return List.of();
  }

  @Override
  public List<Settlement> settlements(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<CensusScaling.Count> census(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<CoverageArea> coverage(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<NetworkNode> nodes(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<FibreLine> fibreLines(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<Tower> towers(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<List<LonLat>> roads(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<List<LonLat>> grid(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public List<HazardArea> hazards(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public Terrain terrain(Feed feed) {
    throw unknown(feed);
  }

  @Override
  public InputFile input(Feed feed) {
    throw unknown(feed);
  }

  private static InputRefused unknown(Feed feed) {
    return new InputRefused(
        "feeds.unknown", "layer", feed.layer(), "source", feed.source(), "country", feed.country());
  }
}
