package org.kiungo.planner.programme;

import java.util.Arrays;
import java.util.Random;

/**
 * Changes of a schedule to be tried: a block shifted to another phase, two blocks of different
 * phases swapped, a block merged into the phase of a neighbour.
 */
public final class Proposals {

  private static final int TRIES = 20;

  /** Of 20 proposals so many shift, so many swap; the rest merges. */
  private static final int SHIFTS = 9;

  private static final int SWAPS = 8;
  private static final int OF = 20;

  private final Schedule schedule;
  private final Network network;

  /**
   * Services and the phases they are to get.
   *
   * @param service by number, none twice
   * @param phase as long
   */
  public record Change(int[] service, int[] phase) {}

  private final int[] service;
  private final int[] phase;
  private final boolean[] isIn;
  private int size;

  public Proposals(Schedule schedule) {
    this.schedule = schedule;
    network = schedule.network();
    service = new int[network.services()];
    phase = new int[network.services()];
    isIn = new boolean[network.services()];
  }

  /** A change that changes something; null where none was found. */
  public Change propose(Random random) {
    for (int k = 0; k < TRIES; k++) {
      for (int i = 0; i < size; i++) {
        isIn[service[i]] = false;
      }
      size = 0;
      int kind = random.nextInt(OF);
      if (kind < SHIFTS) {
        shift(random);
      } else if (kind < SHIFTS + SWAPS) {
        swap(random);
      } else {
        merge(random);
      }
      if (size > 0) {
        return new Change(Arrays.copyOf(service, size), Arrays.copyOf(phase, size));
      }
    }
    return null;
  }

  private void shift(Random random) {
    int k = random.nextInt(network.services());
    int from = schedule.phase(k);
    int to = random.nextInt(schedule.phases());
    to += to >= from ? 1 : 0;
    for (int each : block(k, random)) {
      boolean passed = to < from ? schedule.phase(each) > to : schedule.phase(each) < to;
      if (passed) {
        put(each, to);
      }
    }
  }

  private void swap(Random random) {
    int k = random.nextInt(network.services());
    int other = random.nextInt(network.services());
    int from = schedule.phase(k);
    int to = schedule.phase(other);
    if (from == to) {
      return;
    }
    all(block(k, random), from, to);
    all(block(other, random), to, from);
  }

  private void merge(Random random) {
    int k = random.nextInt(network.services());
    if (network.site[k] < 0 || network.way[network.site[k]].length == 0) {
      return;
    }
    int[] way = network.way[network.site[k]];
    var near = network.behind.get(way[random.nextInt(Math.min(3, way.length))]);
    int to = schedule.phase(near.get(random.nextInt(near.size())));
    all(block(k, random), schedule.phase(k), to);
  }

  private void all(int[] block, int from, int to) {
    for (int each : block) {
      if (schedule.phase(each) == from && from != to) {
        put(each, to);
      }
    }
  }

  private void put(int k, int to) {
    if (!isIn[k]) {
      isIn[k] = true;
      service[size] = k;
      phase[size++] = to;
    }
  }

  /** A service alone, with its site, or with a branch: the larger, the less often. */
  private int[] block(int k, Random random) {
    int s = network.site[k];
    if (s < 0 || random.nextInt(3) == 0) {
      return new int[] {k};
    }
    int[] way = network.way[s];
    int up = -1;
    while (up + 1 < way.length && random.nextInt(2) == 0) {
      up++;
    }
    var members = up < 0 ? network.atSite.get(s) : network.behind.get(way[up]);
    return members.stream().mapToInt(Integer::intValue).toArray();
  }
}
