package org.kiungo.planner.deploy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/**
 * First plan: again and again the step that serves most people per dollar — open a site (with the
 * way to the network it still lacks) for the settlements in reach that pay best, or give a
 * settlement a free-standing terminal — until nothing more fits the budget. Ratios are kept in a
 * queue and recomputed when they come up (lazy greedy) or when the network came closer. Heuristic,
 * no guarantee; O(steps · options per site · log).
 */
final class GreedyConstruction {

  private final World world;
  private final AccessOptions options;
  private final PathsToNetwork paths;
  private final PriorityQueue<Step> queue = new PriorityQueue<>();
  private Districts.Quota quota;
  private boolean[] kept;

  /** Site s ≥ 0, or free-standing option −1 − o. */
  private record Step(double peoplePerCent, int what, int[] chosen) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byRatio = Double.compare(other.peoplePerCent, peoplePerCent);
      return byRatio != 0 ? byRatio : Integer.compare(what, other.what);
    }
  }

  GreedyConstruction(World world) {
    this.world = world;
    options = world.options;
    paths = world.today.copy();
  }

  Draft build(BooleanSupplier stop) {
    return fill(new Draft(world, paths.arc), stop);
  }

  /**
   * Serves each district up to its quota, as cheaply as the steps come.
   *
   * @param wanted people still missing per district
   */
  Draft buildTo(Districts.Quota wanted, BooleanSupplier stop) {
    quota = wanted;
    Draft draft = build(stop);
    quota = null;
    return draft;
  }

  /** Goes on from a draft, but leaves every settlement that has service as it is. */
  Draft extend(Draft draft, BooleanSupplier stop) {
    kept = new boolean[draft.choice.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = draft.choice[i] >= 0;
    }
    Draft extended = fill(draft, stop);
    kept = null;
    return extended;
  }

  private boolean isFull(int settlement) {
    return (quota != null && quota.isMet(settlement)) || (kept != null && kept[settlement]);
  }

  /** Goes on from a draft while money is left; each construction object serves one draft. */
  Draft fill(Draft draft, BooleanSupplier stop) {
    paths.joinUsed(draft);
    for (int i = 0; i < draft.choice.length; i++) {
      if (options.demanded[i] && draft.choice[i] < 0) {
        serveAtLeastCost(draft, i);
      }
    }
    List<List<Step>> firstSteps =
        Blocks.of(options.sites, world.settings.threads(), (from, to) -> steps(draft, from, to));
    firstSteps.forEach(queue::addAll);
    for (int o = 0; o < options.site.length; o++) {
      if (options.site[o] < 0) {
        push(freeStanding(draft, o));
      }
    }
    int taken = 0;
    while (!queue.isEmpty() && !(taken++ % 256 == 0 && stop.getAsBoolean())) {
      Step top = queue.poll();
      Step now = top.what >= 0 ? site(draft, top.what) : freeStanding(draft, -1 - top.what);
      if (now == null) {
        continue;
      }
      if (!queue.isEmpty() && now.compareTo(queue.peek()) > 0) {
        queue.add(now);
      } else {
        apply(draft, now);
      }
    }
    return draft;
  }

  private List<Step> steps(Draft draft, int from, int to) {
    List<Step> found = new ArrayList<>();
    for (int s = from; s < to; s++) {
      Step step = site(draft, s);
      if (step != null) {
        found.add(step);
      }
    }
    return found;
  }

  private void push(Step step) {
    if (step != null) {
      queue.add(step);
    }
  }

  private void apply(Draft draft, Step step) {
    if (step.what < 0) {
      choose(draft, options.owner[-1 - step.what], -1 - step.what);
      return;
    }
    paths.join(draft, options.sitePlace[step.what], place -> pushSitesAt(draft, place));
    int[] before = new int[step.chosen.length];
    for (int k = 0; k < before.length; k++) {
      int i = options.owner[step.chosen[k]];
      before[k] = draft.choice[i];
      choose(draft, i, step.chosen[k]);
    }
    if (draft.costCents > world.budgetCents) {
      for (int k = before.length - 1; k >= 0; k--) {
        choose(draft, options.owner[step.chosen[k]], before[k]);
      }
    } else {
      push(site(draft, step.what));
    }
  }

  private void pushSitesAt(Draft draft, int place) {
    for (int k = options.sitesAtFirst[place]; k < options.sitesAtFirst[place + 1]; k++) {
      push(site(draft, options.sitesAt[k]));
    }
  }

  private Step freeStanding(Draft draft, int o) {
    int i = options.owner[o];
    int beam = options.beam[o];
    boolean full =
        beam >= 0 && draft.beamLoadBps[beam] + options.demandBps[o] > options.beamBps[beam];
    long gain = options.value[o] - valueOf(draft.choice[i]);
    long cents = options.privateCents[o] - refund(i, draft.choice[i]);
    boolean fits = draft.costCents + cents <= world.budgetCents;
    return full || gain <= 0 || !fits || isFull(i)
        ? null
        : new Step(ratio(gain, cents), -1 - o, null);
  }

  private static double ratio(long gain, long cents) {
    return gain / (double) Math.max(1, cents);
  }

  private long valueOf(int choice) {
    return choice < 0 ? 0 : options.value[choice];
  }

  /** What a settlement's present state costs by itself: its option, or being left out. */
  private long refund(int i, int choice) {
    return choice < 0 ? world.forgoneCents[i] : options.privateCents[choice];
  }

  /** Best set of settlements for a site as things stand; null when nothing gains or fits. */
  private Step site(Draft draft, int s) {
    int place = options.sitePlace[s];
    if (paths.arc[place] < 0) {
      return null;
    }
    int[] offers = new int[options.siteFirst[s + 1] - options.siteFirst[s]];
    int count = 0;
    for (int k = options.siteFirst[s]; k < options.siteFirst[s + 1]; k++) {
      int o = options.siteOption[k];
      int i = options.owner[o];
      if (options.value[o] > valueOf(draft.choice[i]) && !isFull(i)) {
        offers[count++] = o;
      }
    }
    int[] order = sortedByRatio(draft, offers, count);
    long already = draft.siteCents(s);
    long fixed = paths.cents[place] - already;
    long gain = 0;
    long cents = 0;
    long bps = draft.siteLoadBps[s];
    double best = 0;
    int bestCount = 0;
    for (int k = 0; k < count; k++) {
      int current = draft.choice[options.owner[order[k]]];
      gain += options.value[order[k]] - valueOf(current);
      cents += options.privateCents[order[k]] - refund(options.owner[order[k]], current);
      bps += options.demandBps[order[k]];
      long all = fixed + cents + options.siteUnitCents[s] * draft.siteUnits(s, bps);
      if (draft.costCents + all <= world.budgetCents && ratio(gain, all) > best) {
        best = ratio(gain, all);
        bestCount = k + 1;
      }
    }
    return bestCount == 0 ? null : new Step(best, s, Arrays.copyOf(order, bestCount));
  }

  private int[] sortedByRatio(Draft draft, int[] offers, int count) {
    double[] key = new double[count];
    for (int k = 0; k < count; k++) {
      int current = draft.choice[options.owner[offers[k]]];
      key[k] =
          (options.privateCents[offers[k]] - refund(options.owner[offers[k]], current))
              / (double) (options.value[offers[k]] - valueOf(current));
    }
    int[] order = Arrays.copyOf(offers, count);
    for (int k = 1; k < count; k++) {
      int o = order[k];
      double ko = key[k];
      int at = k;
      while (at > 0 && (key[at - 1] > ko || (key[at - 1] == ko && order[at - 1] > o))) {
        key[at] = key[at - 1];
        order[at] = order[at - 1];
        at--;
      }
      key[at] = ko;
      order[at] = o;
    }
    return order;
  }

  private void serveAtLeastCost(Draft draft, int i) {
    int best = -1;
    long bestCents = Long.MAX_VALUE;
    for (int o = options.first[i]; o < options.first[i + 1]; o++) {
      int s = options.site[o];
      long cents = options.privateCents[o];
      if (s >= 0 && paths.arc[options.sitePlace[s]] < 0) {
        continue;
      }
      if (s >= 0) {
        cents += paths.cents[options.sitePlace[s]] - draft.siteCents(s);
        cents +=
            options.siteUnitCents[s]
                * draft.siteUnits(s, draft.siteLoadBps[s] + options.demandBps[o]);
      }
      if (cents < bestCents) {
        best = o;
        bestCents = cents;
      }
    }
    if (best >= 0 && options.site[best] >= 0) {
      paths.join(draft, options.sitePlace[options.site[best]], null);
    }
    choose(draft, i, best);
  }

  private void choose(Draft draft, int i, int option) {
    if (quota != null) {
      quota.served(i, valueOf(option) - valueOf(draft.choice[i]));
    }
    draft.choose(i, option);
  }
}
