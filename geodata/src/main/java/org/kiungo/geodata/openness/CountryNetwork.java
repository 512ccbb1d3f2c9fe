package org.kiungo.geodata.openness;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.conflate.Plane;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * Today's network of a country with its people: each inhabited place hangs on the nearest vertex.
 * Where no lines are published, the country is one vertex that holds everybody.
 *
 * @param landings where cables come ashore, known by name or not
 * @param backhaul vertex to which each landing's cables lead, −1 where no line comes near
 */
record CountryNetwork(
    String iso3,
    FibreMap map,
    double[] people,
    List<LandingCity> landings,
    int[] backhaul,
    List<Crossing> crossings) {

  /** A landing's cables go on over a line that begins no farther away than this. */
  private static final double LANDING_KM = 30;

  /**
   * Where lines of two countries come within {@link Borders#MEET_KM}.
   *
   * @param vertex of this country
   * @param neighbour ISO 3166-1 alpha-3
   * @param there vertex of the neighbour
   * @param gapKm between the lines as they are drawn
   */
  record Crossing(int vertex, String neighbour, int there, double gapKm, LonLat at) {}

  static CountryNetwork of(Reference reference, String iso3) {
    FibreMap map = FibreMap.of(reference, iso3);
    List<LandingCity> landings = reference.landingCities(iso3);
    int[] backhaul = new int[landings.size()];
    for (int k = 0; k < backhaul.length; k++) {
      LonLat at = landings.get(k).location();
      int near = map.isEmpty() ? 0 : map.nearestVertex(at);
      boolean far = !map.isEmpty() && map.vertices().get(near).distanceKm(at) > LANDING_KM;
      backhaul[k] = far ? -1 : near;
    }
    return new CountryNetwork(
        iso3, map, people(reference, iso3, map), landings, backhaul, List.of());
  }

  private static double[] people(Reference reference, String iso3, FibreMap map) {
    double[] people = new double[Math.max(1, map.vertices().size())];
    Plane plane = map.plane();
    Coordinate[] at = map.vertices().stream().map(plane::toPlane).toArray(Coordinate[]::new);
    for (InhabitedPlace place : reference.people().places(iso3)) {
      Coordinate here = plane.toPlane(place.location());
      int best = 0;
      for (int v = 1; v < at.length; v++) {
        if (at[v].distance(here) < at[best].distance(here)) {
          best = v;
        }
      }
      people[best] += place.population();
    }
    return people;
  }

  /** Everybody. */
  double peopleInAll() {
    return Arrays.stream(people).sum();
  }

  /** Names of all cables that land here, each once. */
  Set<String> cables() {
    Set<String> cables = new LinkedHashSet<>();
    landings.forEach(each -> each.cables().forEach(cable -> cables.add(cable.name())));
    return cables;
  }

  CountryNetwork withCrossings(List<Crossing> found) {
    return new CountryNetwork(iso3, map, people, landings, backhaul, List.copyOf(found));
  }

  /** The same people on a map that has more vertices. */
  CountryNetwork withMap(FibreMap changed) {
    return new CountryNetwork(
        iso3,
        changed,
        Arrays.copyOf(people, changed.vertices().size()),
        landings,
        backhaul,
        crossings);
  }

  /** Drawn kilometres of spans whose source says that they work; else of all others. */
  double lengthKm(boolean operational) {
    return map.spans().stream()
        .filter(span -> (span.status() == FibreLine.Status.OPERATIONAL) == operational)
        .mapToDouble(FibreMap.Span::lengthKm)
        .sum();
  }
}
