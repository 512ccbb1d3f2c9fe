package org.kiungo.planner.model.route;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.value.LonLat;

/**
 * Tells which links cross a border, and what it costs there. A tap lies in the country of its line;
 * a place on a road, where nothing stands, and a tower of which nobody says it, in that of the
 * nearest settlement. Where the country of an end is not known nothing is crossed.
 *
 * @param countryOf ISO 3166-1 alpha-3 by id of settlements, towers, nodes and places on roads, of
 *     lines by {@code tap:} and id; empty where there is one country alone
 * @param prices of borders
 * @param closed true where no link may cross
 */
public record Crossings(Map<String, String> countryOf, List<BorderPrice> prices, boolean closed) {

  /** Nothing is crossed: one country, or borders without a price. */
  public static final Crossings NONE = new Crossings(Map.of(), List.of(), false);

  private static final String TAP = "tap:";

  public Crossings {
    countryOf = Map.copyOf(countryOf);
    prices = List.copyOf(prices);
  }

  /** The borders of a problem. */
  public static Crossings of(PlanningProblem problem) {
    Map<String, String> others = new HashMap<>();
    Map<String, LonLat> towers = new HashMap<>();
    problem
        .towers()
        .forEach(
            (Tower each) -> {
              others.put(each.id(), each.country());
              towers.put(each.id(), each.location());
            });
    problem.nodes().forEach((NetworkNode each) -> others.put(each.id(), each.country()));
    problem.fibreLines().forEach((FibreLine each) -> others.put(TAP + each.id(), each.country()));
    return of(
        problem.settlements(),
        others,
        problem.catalogue().borders(),
        problem.rules().closedBorders(),
        towers,
        RoadRoutes.places(problem.roads()));
  }

  /**
   * @param others countries of towers and nodes by id, and of lines by {@code tap:} and id
   * @param closed true where no link may cross
   * @param towers where they stand, by id
   * @param onRoads places on roads, by name
   */
  public static Crossings of(
      List<Settlement> settlements,
      Map<String, String> others,
      List<BorderPrice> prices,
      boolean closed,
      Map<String, LonLat> towers,
      Map<String, LonLat> onRoads) {
    if (settlements.stream().map(Settlement::country).distinct().count() < 2) {
      return NONE;
    }
    Map<String, String> countryOf = new HashMap<>(others);
    settlements.forEach(each -> countryOf.put(each.id(), each.country()));
    NearestCountry nearest = new NearestCountry(settlements);
    onRoads.forEach((name, place) -> countryOf.put(name, nearest.of(place)));
    towers.forEach(
        (id, place) ->
            countryOf.compute(
                id, (k, told) -> told == null || told.isEmpty() ? nearest.of(place) : told));
    return new Crossings(countryOf, prices, closed);
  }

  /** True when nothing is crossed anywhere: one country, or borders without a price. */
  public boolean areNone() {
    return countryOf.isEmpty() || prices.isEmpty() && !closed;
  }

  /** True where there is one country alone, which then need not be told. */
  public boolean areOfOneCountry() {
    return countryOf.isEmpty();
  }

  /** ISO 3166-1 alpha-3 of a place, node or tap; empty where it is not known or the only one. */
  public String country(String id) {
    int at = id.lastIndexOf('@');
    String known = id.startsWith(TAP) && at > 0 ? id.substring(0, at) : id;
    return countryOf.getOrDefault(known, "");
  }

  /**
   * The border between two places, nodes or taps, whether or not it has a price; empty where their
   * country is the same or one is not known.
   */
  public Optional<String> apart(String id, String otherId) {
    String one = country(id);
    String other = country(otherId);
    return one.isEmpty() || other.isEmpty() || one.equals(other)
        ? Optional.empty()
        : Optional.of(BorderPrice.border(one, other));
  }

  /** The border that a link between two places, nodes or taps crosses. */
  public Optional<String> find(String fromId, String toId) {
    return areNone() ? Optional.empty() : between(country(fromId), country(toId));
  }

  /** What a link of a medium between them crosses. */
  public Optional<Crossing> find(String fromId, String toId, String mediumId) {
    return find(fromId, toId).map(border -> priced(border, mediumId));
  }

  /** The border that a link from one country into another crosses. */
  public Optional<String> between(String from, String to) {
    if (areNone() || from.isEmpty() || to.isEmpty() || from.equals(to)) {
      return Optional.empty();
    }
    return Optional.of(BorderPrice.border(from, to));
  }

  /** A border with what it costs a link of a medium: what speaks of it most exactly. */
  private Crossing priced(String border, String mediumId) {
    BorderPrice best = null;
    for (BorderPrice each : prices) {
      int fits = each.fits(border, mediumId);
      best = fits > (best == null ? 0 : best.fits(border, mediumId)) ? each : best;
    }
    return best == null
        ? new Crossing(border, 0, 0)
        : new Crossing(border, best.capexUsd().value(), best.opexUsdPerYear().value());
  }

  /** A medium as it is laid across a border; the same where there is none (null). */
  public Medium across(Medium medium, String border) {
    return border == null ? medium : medium.withCrossing(priced(border, medium.id()));
  }

  /** A medium as it is laid between two places: with the border that it crosses. */
  public Medium laid(Medium medium, String fromId, String toId) {
    return across(medium, find(fromId, toId).orElse(null));
  }
}
