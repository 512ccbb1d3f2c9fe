package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.kiungo.planner.model.value.LonLat;

/** Lines that end a little short of another, and what it changes if they do not. */
final class NearMisses {

  /** Ends farther away than this from another line are taken for true ends, km. */
  static final double WITHIN_KM = 5;

  /** What changes less is not told. */
  private static final double LEAST_RATIO = 0.002;

  private NearMisses() {}

  /**
   * @param gates the graph of the country with a given network
   * @return those that change most first
   */
  static List<NearMiss> of(
      CountryNetwork country, Function<CountryNetwork, GateGraph> gates, PlaceNames names) {
    double everybody = country.peopleInAll();
    GateGraph drawn = gates.apply(country);
    Cuts cuts = drawn.cuts();
    Exposure asDrawn = Exposure.of(drawn, everybody);
    int[] degrees = country.map().degrees();
    List<NearMiss> found = new ArrayList<>();
    for (int v = 0; v < degrees.length; v++) {
      // nodes of what no line leads to may be passed by one that leads on
      if (degrees[v] == 1 || !cuts.reached(drawn.vertex(country.iso3(), v))) {
        NearMiss best = nearest(country, v, gates, asDrawn, names);
        if (best != null && found.stream().noneMatch(each -> same(each, best))) {
          found.add(best);
        }
      }
    }
    found.sort(
        Comparator.comparingDouble((NearMiss each) -> -each.ifJoined().gainOver(asDrawn))
            .thenComparing(NearMiss::endName));
    return found;
  }

  /** The nearest line whose being joined would change something; null where there is none. */
  private static NearMiss nearest(
      CountryNetwork country,
      int end,
      Function<CountryNetwork, GateGraph> gates,
      Exposure asDrawn,
      PlaceNames names) {
    FibreMap map = country.map();
    LonLat at = map.vertices().get(end);
    List<FibreMap.Spot> spots = new ArrayList<>();
    for (int s : map.spansNear(at, WITHIN_KM)) {
      if (map.spans().get(s).from() != end && map.spans().get(s).to() != end) {
        FibreMap.Spot spot = map.nearestOn(s, at);
        if (spot.at().distanceKm(at) <= WITHIN_KM) {
          spots.add(spot);
        }
      }
    }
    spots.sort(Comparator.comparingDouble(spot -> spot.at().distanceKm(at)));
    for (FibreMap.Spot spot : spots) {
      double km = spot.at().distanceKm(at);
      FibreMap joined = map.linked(new FibreMap.Spot(-1, end, at), spot, km);
      Exposure after = Exposure.of(gates.apply(country.withMap(joined)), country.peopleInAll());
      if (after.gainOver(asDrawn) >= LEAST_RATIO) {
        return new NearMiss(
            names.of(at),
            names.of(spot.at()),
            at,
            spot.at(),
            nodeKm(map, spot, at),
            LinkCost.of(km),
            asDrawn,
            after);
      }
    }
    return null;
  }

  private static double nodeKm(FibreMap map, FibreMap.Spot spot, LonLat end) {
    FibreMap.Span span = map.spans().get(spot.span());
    return Math.min(
        map.vertices().get(span.from()).distanceKm(end),
        map.vertices().get(span.to()).distanceKm(end));
  }

  /** Two ends that miss one another are one miss. */
  private static boolean same(NearMiss one, NearMiss other) {
    return one.end().distanceKm(other.other()) < 0.5 && one.other().distanceKm(other.end()) < 0.5;
  }
}
