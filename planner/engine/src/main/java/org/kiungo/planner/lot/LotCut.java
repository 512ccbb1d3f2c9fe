package org.kiungo.planner.lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.lot.Draft.Piece;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.ScenarioFacts;

/**
 * Cuts a plan into lots that one firm each can build: by phase and first-level area, these by cost.
 * A site stays with whom it serves and the links that lead from it; what is dearer than a limit is
 * halved across its longer side until each half is within it, or one site. What is cheaper than
 * another limit goes with the nearest lot of its phase and country that has room.
 *
 * <p>Of a rest, what stands already and what is signed are lots of their own, which nobody tenders.
 */
public final class LotCut {

  /** As much as one firm builds, where nobody says: taken, not measured. */
  public static final double MOST_USD = 5_000_000;

  /** As little as is worth a tender, likewise. */
  public static final double LEAST_USD = 250_000;

  /** Settlements drawn of each lot, likewise. */
  public static final int DRAWN = 3;

  /** So many lots of a region's phase at the most. */
  public static final int MOST_LOTS = 100;

  private final Lots.Rules rules;
  private final List<Draft> drafts = new ArrayList<>();

  private LotCut(Lots.Rules rules) {
    this.rules = rules;
  }

  /**
   * Rules as they are asked for.
   *
   * @param mostUsd limit on what a lot costs to build, &gt; 0; null = {@link #MOST_USD}
   * @param leastUsd as little as it may cost, ≥ 0; null = {@link #LEAST_USD}
   * @param lotsPerRegion 0 = by cost
   * @throws InputRefused {@code field.range} or {@code lots.limits}
   */
  public static Lots.Rules rules(Double mostUsd, Double leastUsd, int lotsPerRegion, long seed) {
    if (lotsPerRegion < 0 || lotsPerRegion > MOST_LOTS) {
      throw range("lots-per-region", lotsPerRegion, 0, MOST_LOTS);
    }
    boolean counted = lotsPerRegion > 0;
    if (counted && (mostUsd != null || leastUsd != null)) {
      throw new InputRefused("lots.either");
    }
    double most = counted ? 0 : mostUsd == null ? MOST_USD : mostUsd;
    double least = counted ? 0 : leastUsd == null ? Math.min(LEAST_USD, most / 2) : leastUsd;
    if (!counted && !(most > 0 && most <= 1e12)) {
      throw range("most", most, 1, 1e12);
    }
    if (!(least >= 0 && least <= most)) {
      throw range("least", least, 0, most);
    }
    boolean assumed = !counted && (mostUsd == null || leastUsd == null);
    return new Lots.Rules(most, least, lotsPerRegion, seed, DRAWN, assumed);
  }

  private static InputRefused range(String field, double value, double low, double high) {
    return new InputRefused(
        "field.range", "field", field, "value", value, "low", low, "high", high);
  }

  /** Lots of a plan, none of them tendered. */
  public static LotsFolder of(PlanFolder folder, Lots.Rules rules) {
    PlanningProblem problem = ScenarioFacts.of(folder.problem(), folder.scenario());
    Purchases purchases = new Purchases(problem, folder.plan(), folder.scenario().phases());
    LotCut cut = new LotCut(rules);
    cut.draft(purchases);
    return new LotsFolder(folder, new LotSheets(folder, problem, rules).of(cut.drafts));
  }

  private void draft(Purchases purchases) {
    Map<Lot.State, Map<Area, List<Purchase>>> areas = new EnumMap<>(Lot.State.class);
    for (Purchase each : purchases.all()) {
      areas
          .computeIfAbsent(purchases.state(each), k -> new TreeMap<>())
          .computeIfAbsent(each.area(), k -> new ArrayList<>())
          .add(each);
    }
    for (Lot.State state : areas.keySet()) {
      for (Map.Entry<Area, List<Purchase>> each : areas.get(state).entrySet()) {
        List<Piece> pieces = Draft.pieces(each.getValue(), purchases);
        if (state == Lot.State.PLANNED) {
          halved(each.getKey(), pieces, rules.lotsPerRegion());
        } else {
          drafts.add(Draft.of(state, each.getKey(), pieces));
        }
      }
    }
    if (rules.leastUsd() > 0) {
      joined();
    }
  }

  /**
   * @param wanted so many lots; 0 = as many as keep within the limit
   */
  private void halved(Area area, List<Piece> pieces, int wanted) {
    long cents = pieces.stream().mapToLong(Piece::capexCents).sum();
    long most = AssetCost.cents(rules.mostUsd());
    int lots =
        wanted > 0
            ? Math.min(wanted, pieces.size())
            : most > 0 && cents > most ? (int) Math.min(MOST_LOTS, (cents + most - 1) / most) : 1;
    if (lots <= 1 || pieces.size() == 1) {
      drafts.add(Draft.of(Lot.State.PLANNED, area, pieces));
      return;
    }
    int first = lots / 2;
    List<Piece> sorted = new ArrayList<>(pieces);
    sorted.sort(Draft.across(pieces));
    // with a number wanted each half keeps a place for every lot of it
    int low = wanted > 0 ? first : 1;
    int high = sorted.size() - (wanted > 0 ? lots - first : 1);
    double due = (double) cents * first / lots;
    int cut = low;
    double nearest = Double.POSITIVE_INFINITY;
    long sum = 0;
    for (int k = 1; k <= high; k++) {
      sum += sorted.get(k - 1).capexCents();
      double off = Math.abs(sum - due);
      if (k >= low && off < nearest) {
        nearest = off;
        cut = k;
      }
    }
    halved(area, sorted.subList(0, cut), wanted > 0 ? first : 0);
    halved(area, sorted.subList(cut, sorted.size()), wanted > 0 ? lots - first : 0);
  }

  /** The cheapest first, each with the nearest that has room; what finds none stays. */
  private void joined() {
    long least = AssetCost.cents(rules.leastUsd());
    List<Draft> small = new ArrayList<>(drafts);
    small.removeIf(each -> each.state() != Lot.State.PLANNED || each.capexCents() >= least);
    while (!small.isEmpty()) {
      small.sort(Comparator.comparingLong(Draft::capexCents));
      Draft each = small.remove(0);
      Draft other = nearest(each);
      if (other != null) {
        Draft both = other.with(each);
        drafts.remove(each);
        drafts.set(drafts.indexOf(other), both);
        small.remove(other);
        if (both.capexCents() < least) {
          small.add(both);
        }
      }
    }
  }

  private Draft nearest(Draft draft) {
    Draft nearest = null;
    double km = Double.POSITIVE_INFINITY;
    for (Draft each : drafts) {
      if (each != draft
          && each.state() == draft.state()
          && each.phase() == draft.phase()
          && each.country().equals(draft.country())
          && each.capexCents() + draft.capexCents() <= AssetCost.cents(rules.mostUsd())) {
        double away =
            each.at() == null || draft.at() == null
                ? Double.MAX_VALUE
                : each.at().distanceKm(draft.at());
        if (away < km) {
          km = away;
          nearest = each;
        }
      }
    }
    return nearest;
  }
}
