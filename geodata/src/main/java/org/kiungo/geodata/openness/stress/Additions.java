package org.kiungo.geodata.openness.stress;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.openness.LinkCost;
import org.kiungo.planner.model.value.LonLat;

/**
 * Links that bring parts of a network back to what keeps a way. A part is brought back by a link to
 * what keeps one or to a part that was brought back before; each costs what fibre across country
 * costs.
 *
 * <p>The bound: every part brought back has a link of its own that leads out of it, and none is
 * shorter than the shortest that leads out. To restore a share of the people is a covering knapsack
 * of these, bounded by its linear relaxation (Dantzig 1957).
 */
final class Additions {

  /** A part without a way. */
  static final class Part {
    final Map<String, LonLat> places = new LinkedHashMap<>();
    double people;
  }

  private record Joint(String from, String to, double km) {}

  private final List<Part> parts;
  private final Map<String, LonLat> alive;
  private final Map<String, LonLat> everywhere = new HashMap<>();
  private final List<Integer> built = new ArrayList<>();
  private final List<Joint> joints = new ArrayList<>();

  /** What each part is joined to: −1 for what keeps a way, else a part. */
  private final List<Integer> joinedTo = new ArrayList<>();

  /**
   * @param parts without a way
   * @param alive places that keep one
   */
  Additions(List<Part> parts, Map<String, LonLat> alive) {
    this.parts = parts;
    this.alive = alive;
    everywhere.putAll(alive);
    parts.forEach(part -> everywhere.putAll(part.places));
  }

  /** Builds until a number of people is back, the most people for the money first. */
  void build(double people) {
    if (alive.isEmpty()) {
      return;
    }
    Joint[] best = new Joint[parts.size()];
    int[] to = new int[parts.size()];
    boolean[] back = new boolean[parts.size()];
    for (int k = 0; k < best.length; k++) {
      best[k] = shortest(parts.get(k).places, alive);
      to[k] = -1;
    }
    double restored = 0;
    while (restored < people - 0.5) {
      int next = cheapest(best, back);
      if (next < 0) {
        break;
      }
      back[next] = true;
      built.add(next);
      joints.add(best[next]);
      joinedTo.add(to[next]);
      restored += parts.get(next).people;
      for (int k = 0; k < best.length; k++) {
        if (!back[k]) {
          Joint other = shortest(parts.get(k).places, parts.get(next).places);
          if (other.km() < best[k].km()) {
            best[k] = other;
            to[k] = next;
          }
        }
      }
    }
    drop(people, restored);
  }

  private int cheapest(Joint[] best, boolean[] back) {
    int next = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int k = 0; k < best.length; k++) {
      double usdPerPerson = LinkCost.of(best[k].km()).usd() / Math.max(1, parts.get(k).people);
      if (!back[k] && usdPerPerson < least) {
        least = usdPerPerson;
        next = k;
      }
    }
    return next;
  }

  /** Takes back what the last additions made needless, the dearest first. */
  private void drop(double people, double restoredWithAll) {
    double restored = restoredWithAll;
    List<Integer> dearest = new ArrayList<>(built);
    dearest.sort(Comparator.comparingDouble(k -> -joints.get(built.indexOf(k)).km()));
    for (int part : dearest) {
      double without = restored - parts.get(part).people;
      if (without >= people - 0.5 && !joinedTo.contains(part)) {
        int at = built.indexOf(part);
        built.remove(at);
        joints.remove(at);
        joinedTo.remove(at);
        restored = without;
      }
    }
  }

  private static Joint shortest(Map<String, LonLat> from, Map<String, LonLat> to) {
    Joint best = new Joint("", "", Double.POSITIVE_INFINITY);
    for (Map.Entry<String, LonLat> one : from.entrySet()) {
      for (Map.Entry<String, LonLat> other : to.entrySet()) {
        // a degree of latitude is about 111 km: nothing farther away needs a look
        if (Math.abs(one.getValue().lat() - other.getValue().lat()) * 110 < best.km()) {
          double km = one.getValue().distanceKm(other.getValue());
          if (km < best.km()) {
            best = new Joint(one.getKey(), other.getKey(), km);
          }
        }
      }
    }
    return best;
  }

  /** First cost of the links built. */
  double usd() {
    return joints.stream().mapToDouble(each -> LinkCost.of(each.km()).usd()).sum();
  }

  /** Who has a way again by them. */
  double peopleRestored() {
    return built.stream().mapToDouble(each -> parts.get(each).people).sum();
  }

  /** The links built, in their order. */
  List<PlanStressAnswer.Addition> built(PlanNetwork network) {
    List<PlanStressAnswer.Addition> all = new ArrayList<>();
    for (int k = 0; k < built.size(); k++) {
      Joint each = joints.get(k);
      all.add(
          new PlanStressAnswer.Addition(
              each.from(),
              network.name(each.from()),
              each.to(),
              network.name(each.to()),
              everywhere.get(each.from()),
              everywhere.get(each.to()),
              LinkCost.of(each.km()),
              parts.get(built.get(k)).people));
    }
    return all;
  }

  /** No links restore so many people for less, USD. */
  double boundUsd(double people) {
    double[] least = new double[parts.size()];
    for (int k = 0; k < least.length; k++) {
      double km = shortest(parts.get(k).places, alive).km();
      for (int other = 0; other < least.length; other++) {
        if (other != k) {
          km = Math.min(km, shortest(parts.get(k).places, parts.get(other).places).km());
        }
      }
      least[k] = LinkCost.of(km).usd();
    }
    List<Integer> order = new ArrayList<>();
    for (int k = 0; k < least.length; k++) {
      if (parts.get(k).people > 0) {
        order.add(k);
      }
    }
    order.sort(Comparator.comparingDouble(k -> least[k] / parts.get(k).people));
    double open = people;
    double usd = 0;
    for (int k : order) {
      double share = Math.min(1, open / parts.get(k).people);
      usd += share * least[k];
      open -= share * parts.get(k).people;
      if (open <= 0) {
        break;
      }
    }
    return usd;
  }
}
