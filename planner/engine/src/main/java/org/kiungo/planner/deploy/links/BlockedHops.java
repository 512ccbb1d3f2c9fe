package org.kiungo.planner.deploy.links;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.kiungo.planner.cost.LinkCost;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.settings.DeploySettings;
import org.kiungo.planner.deploy.settings.Granularity;
import org.kiungo.planner.model.BlockedHop;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.radio.GroundProfile;
import org.kiungo.planner.radio.RadioHops;

/**
 * The candidate links that radio cannot take because the ground reaches into its line of sight.
 * Looked at from south to north in bands, so that a terrain read in tiles reads each once.
 */
public final class BlockedHops {

  private static final double BAND_DEG = 0.1;

  private final List<Medium> radios;
  private final RadioHops hops;
  private final List<BlockedHop> found = new ArrayList<>();

  BlockedHops(PlanningProblem problem, List<Medium> allowed) {
    radios = allowed.stream().filter(GroundProfile::isNeededBy).toList();
    hops = new RadioHops(problem);
  }

  /** An end of a link. */
  record End(String id, LonLat at) {}

  /** Ends of the links by index. */
  interface Ends {
    End from(int link);

    End to(int link);
  }

  /**
   * Closes links to radio where the ground blocks them; looks only at open ones that some radio
   * spans.
   *
   * @param closed by link, true where radio cannot go
   */
  void close(double[] linkKm, Ends ends, boolean[] closed) {
    if (hops.isBlind() || radios.isEmpty()) {
      return;
    }
    Integer[] order = new Integer[linkKm.length];
    Arrays.setAll(order, k -> k);
    Comparator<Integer> band =
        Comparator.comparingDouble(e -> Math.floor(ends.from(e).at.lat() / BAND_DEG));
    Arrays.sort(order, band.thenComparingDouble(e -> ends.from(e).at.lon()));
    BlockedHop[] byLink = new BlockedHop[linkKm.length];
    for (int e : order) {
      if (!closed[e] && radios.stream().anyMatch(radio -> LinkCost.reaches(radio, linkKm[e]))) {
        End from = ends.from(e);
        End to = ends.to(e);
        byLink[e] = hops.findBlocked(from.id, from.at, to.id, to.at).orElse(null);
        closed[e] = byLink[e] != null;
      }
    }
    for (BlockedHop hop : byLink) {
      if (hop != null) {
        found.add(hop);
      }
    }
  }

  List<BlockedHop> found() {
    return List.copyOf(found);
  }

  /**
   * All of them among the candidate links of a question, in a fixed order; none where no ground is
   * known.
   */
  public static List<BlockedHop> among(PlanningProblem problem, DeploySettings settings) {
    if (new RadioHops(problem).isBlind()) {
      return List.of();
    }
    Granularity granularity = Granularity.of(problem, settings);
    BuildPlaces places = new BuildPlaces(problem);
    List<Medium> media = settings.media(problem);
    return new CandidateLinks(problem, places, media, granularity, settings.threads())
        .blockedHops();
  }
}
