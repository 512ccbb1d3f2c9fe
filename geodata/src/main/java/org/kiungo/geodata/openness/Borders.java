package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.openness.CountryNetwork.Crossing;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/** Which countries border on one another, and where their lines meet. */
final class Borders {

  /** Lines drawn nearer to one another than this are told as meeting, km. */
  static final double MEET_KM = 5;

  private Borders() {}

  /** Neighbours of each country by land, sorted: outlines of neighbours share their border. */
  static Map<String, List<String>> neighbours(Reference reference) {
    Map<Coordinate, Set<String>> at = new HashMap<>();
    Map<String, List<String>> neighbours = new TreeMap<>();
    for (CountryFacts country : reference.countries()) {
      neighbours.put(country.iso3(), new ArrayList<>());
      for (Coordinate place : reference.outline(country.iso3()).getCoordinates()) {
        at.computeIfAbsent(place, k -> new TreeSet<>()).add(country.iso3());
      }
    }
    for (Set<String> countries : at.values()) {
      for (String one : countries) {
        for (String other : countries) {
          if (!one.equals(other) && !neighbours.get(one).contains(other)) {
            neighbours.get(one).add(other);
          }
        }
      }
    }
    neighbours.values().forEach(each -> each.sort(Comparator.naturalOrder()));
    return neighbours;
  }

  /** Where lines of two countries meet, nearest first; each vertex is used once. */
  static List<Crossing> crossings(CountryNetwork here, CountryNetwork there) {
    List<Crossing> found = new ArrayList<>();
    if (here.map().isEmpty() || there.map().isEmpty()) {
      return found;
    }
    for (int v = 0; v < here.map().vertices().size(); v++) {
      LonLat at = here.map().vertices().get(v);
      double km = nearestKm(there.map(), at);
      if (km <= MEET_KM) {
        found.add(new Crossing(v, there.iso3(), there.map().nearestVertex(at), km, at));
      }
    }
    for (int w = 0; w < there.map().vertices().size(); w++) {
      LonLat at = there.map().vertices().get(w);
      double km = nearestKm(here.map(), at);
      if (km <= MEET_KM) {
        found.add(new Crossing(here.map().nearestVertex(at), there.iso3(), w, km, at));
      }
    }
    found.sort(Comparator.comparingDouble(Crossing::gapKm).thenComparing(Crossing::vertex));
    Set<Integer> usedHere = new HashSet<>();
    Set<Integer> usedThere = new HashSet<>();
    List<Crossing> kept = new ArrayList<>();
    for (Crossing each : found) {
      if (!usedHere.contains(each.vertex()) && !usedThere.contains(each.there())) {
        usedHere.add(each.vertex());
        usedThere.add(each.there());
        kept.add(each);
      }
    }
    return kept;
  }

  private static double nearestKm(FibreMap map, LonLat at) {
    double best = Double.POSITIVE_INFINITY;
    for (int span : map.spansNear(at, MEET_KM * 1.2)) {
      best = Math.min(best, map.nearestOn(span, at).at().distanceKm(at));
    }
    return best;
  }
}
