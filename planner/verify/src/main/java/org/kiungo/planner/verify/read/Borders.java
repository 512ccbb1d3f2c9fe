package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.LonLat;

/**
 * Borders between the countries of one plan. A tap lies in the country of its line, a place on a
 * road, and a tower of which nobody says it, in that of the settlement nearest to it. A link
 * crosses a border where both its ends' countries are known and differ, if borders have a price or
 * are closed.
 */
public final class Borders {

  private final Map<String, String> countryOf = new HashMap<>();
  private final List<BorderPrice> prices;
  private final boolean closed;

  /**
   * @param others countries of towers and nodes by id, of lines by {@code tap:} and id
   * @param closed true where no link may cross
   * @param towers where they stand, by id
   * @param onRoads places on roads, by name
   */
  Borders(
      List<Settlement> settlements,
      Map<String, String> others,
      List<BorderPrice> prices,
      boolean closed,
      Map<String, LonLat> towers,
      Map<String, LonLat> onRoads) {
    this.prices = prices;
    this.closed = closed;
    if (settlements.stream().map(Settlement::country).distinct().count() > 1) {
      countryOf.putAll(others);
      settlements.forEach(s -> countryOf.put(s.id(), s.country()));
      Nearest nearest = new Nearest(settlements);
      onRoads.forEach((name, place) -> countryOf.put(name, nearest.country(place)));
      towers.forEach(
          (id, place) -> {
            if (countryOf.getOrDefault(id, "").isEmpty()) {
              countryOf.put(id, nearest.country(place));
            }
          });
    }
  }

  /** True where all is in one country, which is then not told. */
  public boolean areOfOneCountry() {
    return countryOf.isEmpty();
  }

  /** ISO 3166-1 alpha-3 of what has an id; empty where it is not known, or is the only one. */
  public String country(String id) {
    int at = id.startsWith("tap:") ? id.lastIndexOf('@') : -1;
    return countryOf.getOrDefault(at < 0 ? id : id.substring(0, at), "");
  }

  /** The border between two places, both codes, the first of the alphabet first. */
  Optional<String> apart(String id, String otherId) {
    String one = country(id);
    String other = country(otherId);
    if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
      return Optional.empty();
    }
    return Optional.of(one.compareTo(other) < 0 ? one + "-" + other : other + "-" + one);
  }

  private Optional<String> between(String fromId, String toId) {
    return prices.isEmpty() && !closed ? Optional.empty() : apart(fromId, toId);
  }

  /** True unless a link would cross a closed border. */
  public boolean allows(String fromId, String toId) {
    return !closed || between(fromId, toId).isEmpty();
  }

  /** What a link of a medium crosses, at the price that speaks of it most exactly. */
  public Optional<Crossing> find(String fromId, String toId, String mediumId) {
    return between(fromId, toId)
        .map(
            border ->
                prices.stream()
                    .filter(each -> speaksOf(each, border, mediumId))
                    .max(
                        Comparator.comparing((BorderPrice each) -> !each.pairs().isEmpty())
                            .thenComparing(each -> !each.media().isEmpty())
                            .thenComparing(each -> -prices.indexOf(each)))
                    .map(
                        each ->
                            new Crossing(
                                border, each.capexUsd().value(), each.opexUsdPerYear().value()))
                    .orElse(new Crossing(border, 0, 0)));
  }

  private static boolean speaksOf(BorderPrice price, String border, String mediumId) {
    return (price.pairs().isEmpty() || price.pairs().contains(border))
        && (price.media().isEmpty() || price.media().contains(mediumId));
  }

  /**
   * Settlements by latitude, to find the nearest on the plane x = longitude · cos(mean latitude), y
   * = latitude; of those as near the first by id.
   */
  private static final class Nearest {
    private final List<Settlement> byLatitude;
    private final double scale;

    Nearest(List<Settlement> settlements) {
      byLatitude = new ArrayList<>(settlements);
      byLatitude.sort(
          Comparator.comparingDouble((Settlement s) -> s.location().lat())
              .thenComparing(Settlement::id));
      double sum = 0;
      for (Settlement s : byLatitude) {
        sum += s.location().lat();
      }
      scale = StrictMath.cos(StrictMath.toRadians(sum / byLatitude.size()));
    }

    String country(LonLat at) {
      int low = 0;
      int high = byLatitude.size();
      while (low < high) {
        int middle = (low + high) / 2;
        boolean south = byLatitude.get(middle).location().lat() < at.lat();
        low = south ? middle + 1 : low;
        high = south ? high : middle;
      }
      Settlement best = byLatitude.get(Math.min(low, byLatitude.size() - 1));
      for (int k = low; k < byLatitude.size() && !isBeyond(k, at, best); k++) {
        best = nearer(byLatitude.get(k), best, at);
      }
      for (int k = low - 1; k >= 0 && !isBeyond(k, at, best); k--) {
        best = nearer(byLatitude.get(k), best, at);
      }
      return best.country();
    }

    private boolean isBeyond(int k, LonLat at, Settlement best) {
      double north = byLatitude.get(k).location().lat() - at.lat();
      return north * north > squared(best, at);
    }

    private Settlement nearer(Settlement one, Settlement other, LonLat at) {
      int closer = Double.compare(squared(one, at), squared(other, at));
      boolean first = closer < 0 || closer == 0 && one.id().compareTo(other.id()) < 0;
      return first ? one : other;
    }

    private double squared(Settlement s, LonLat at) {
      double east = (s.location().lon() - at.lon()) * scale;
      double north = s.location().lat() - at.lat();
      return east * east + north * north;
    }
  }
}
