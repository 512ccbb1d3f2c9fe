package org.kiungo.planner.lot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.model.value.LonLat;

/**
 * Works that will be one lot.
 *
 * @param state how far they are
 * @param phase from 1
 * @param country ISO 3166-1 alpha-3
 * @param purchases in the plan's order
 * @param at where its dearest place lies; null where none is known
 */
record Draft(Lot.State state, int phase, String country, List<Purchase> purchases, LonLat at) {

  /** Places of one area with all that goes with them, and where they lie. */
  record Piece(String place, LonLat at, List<Purchase> purchases) {
    long capexCents() {
      return cents(purchases);
    }
  }

  private static long cents(List<Purchase> purchases) {
    return purchases.stream().mapToLong(each -> each.cost().capexCents()).sum();
  }

  static Draft of(Lot.State state, Area area, List<Piece> pieces) {
    LonLat at =
        pieces.stream()
            .filter(each -> each.at != null)
            .max(
                Comparator.comparingLong(Piece::capexCents)
                    .thenComparing(Piece::place, Comparator.reverseOrder()))
            .map(Piece::at)
            .orElse(null);
    List<Purchase> all = new ArrayList<>();
    pieces.forEach(each -> all.addAll(each.purchases));
    return new Draft(state, area.phase(), area.country(), all, at);
  }

  long capexCents() {
    return cents(purchases);
  }

  /** Both as one, at the dearer. */
  Draft with(Draft other) {
    List<Purchase> all = new ArrayList<>(purchases);
    all.addAll(other.purchases);
    boolean own = other.at == null || at != null && capexCents() >= other.capexCents();
    return new Draft(state, phase, country, all, own ? at : other.at);
  }

  /** Its areas' names, the one with most of its cost first. */
  List<String> regions() {
    Map<String, Long> cents = new TreeMap<>();
    for (Purchase each : purchases) {
      cents.merge(each.area().region(), each.cost().capexCents(), Long::sum);
    }
    return cents.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Places with all that goes with each, by name. */
  static List<Piece> pieces(List<Purchase> purchases, Purchases where) {
    Map<String, List<Purchase>> by = new TreeMap<>();
    for (Purchase each : purchases) {
      by.computeIfAbsent(each.home(), k -> new ArrayList<>()).add(each);
    }
    List<Piece> pieces = new ArrayList<>();
    by.forEach((place, all) -> pieces.add(new Piece(place, where.place(place), all)));
    return pieces;
  }

  /** Along which way places lie farther apart, and the place's own order where they do not. */
  static Comparator<Piece> across(List<Piece> pieces) {
    double[] lon = {Double.MAX_VALUE, -Double.MAX_VALUE};
    double[] lat = {Double.MAX_VALUE, -Double.MAX_VALUE};
    Map<String, double[]> at = new HashMap<>();
    for (Piece each : pieces) {
      double x = each.at == null ? 0 : each.at.lon() * Math.cos(Math.toRadians(each.at.lat()));
      double y = each.at == null ? 0 : each.at.lat();
      at.put(each.place, new double[] {x, y});
      if (each.at != null) {
        lon[0] = Math.min(lon[0], x);
        lon[1] = Math.max(lon[1], x);
        lat[0] = Math.min(lat[0], y);
        lat[1] = Math.max(lat[1], y);
      }
    }
    int axis = lon[1] - lon[0] >= lat[1] - lat[0] ? 0 : 1;
    return Comparator.comparingDouble((Piece each) -> at.get(each.place)[axis])
        .thenComparing(Piece::place);
  }
}
