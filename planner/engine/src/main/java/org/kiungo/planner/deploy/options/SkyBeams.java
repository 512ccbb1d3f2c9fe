package org.kiungo.planner.deploy.options;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.cost.SkyWays;
import org.kiungo.planner.deploy.places.BuildPlaces;
import org.kiungo.planner.deploy.settings.SolverUnits;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.radio.BeamCell;

/**
 * The beams of a question: those that terminals share, by their numbers in {@link AccessOptions},
 * and the same or further ones for sites that satellites feed.
 */
public final class SkyBeams {

  private record Beam(BeamCell cell, String technologyId) {}

  private final int media;

  /** Per place and medium; −1 = none, or one without limit. */
  private final int[] beam;

  private final long[] capacityBps;

  /**
   * @param media that may be chosen; all else names them by index
   */
  public SkyBeams(
      PlanningProblem problem, BuildPlaces places, List<Medium> media, AccessOptions options) {
    this.media = media.size();
    Map<Beam, Integer> numbers = new HashMap<>();
    for (int o = 0; o < options.count(); o++) {
      if (options.beam(o) >= 0) {
        BeamCell cell = BeamCell.of(places.location(options.owner(o)));
        String id = options.technologies().get(options.beamTechnology(o)).id();
        numbers.put(new Beam(cell, id), options.beam(o));
      }
    }
    long[] capacity = new long[options.beams()];
    Arrays.setAll(capacity, options::beamBps);
    beam = new int[places.count() * this.media];
    Arrays.fill(beam, -1);
    for (int m = 0; m < this.media; m++) {
      AccessTechnology carrier =
          media.get(m).viaSky()
              ? SkyWays.carrier(media.get(m), problem.catalogue().technologies()).orElse(null)
              : null;
      for (int v = 0; carrier != null && v < places.count(); v++) {
        BeamCell cell = BeamCell.of(places.location(v));
        int next = numbers.size();
        int number = numbers.computeIfAbsent(new Beam(cell, carrier.id()), k -> next);
        if (number == capacity.length) {
          capacity = Arrays.copyOf(capacity, number + (number >> 1) + 1);
        }
        capacity[number] = SolverUnits.bitsPerSecond(cell.mbps(carrier, problem.money()));
        beam[v * this.media + m] = number;
      }
    }
    capacityBps = Arrays.copyOf(capacity, numbers.size());
  }

  /** Number of all beams. */
  public int count() {
    return capacityBps.length;
  }

  /** What a beam carries, bit/s. */
  public long capacityBps(int b) {
    return capacityBps[b];
  }

  /** The beam that a medium loads above a place; −1 = none, or one without limit. */
  public int above(int place, int medium) {
    return beam[place * media + medium];
  }

  /**
   * What a site must carry at each place if it serves anybody whom it can: of the technology that
   * asks for least there, the settlement that loads it most; 0 where no site may stand.
   *
   * @return bit/s by place
   */
  public static long[] leastSiteBps(AccessOptions options, int places) {
    long[] least = new long[places];
    for (int s = 0; s < options.sites(); s++) {
      long most = 0;
      for (int k = options.siteFirst(s); k < options.siteEnd(s); k++) {
        most = Math.max(most, options.demandBps(options.siteOption(k)));
      }
      int v = options.sitePlace(s);
      least[v] = least[v] == 0 ? most : Math.min(least[v], most);
    }
    return least;
  }
}
