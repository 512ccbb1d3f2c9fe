package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kiungo.planner.model.value.LonLat;

/**
 * Keeps a country's people in the country. Rasters are cut along one drawing of a border and
 * outlines follow another, kilometres apart in places; when nearly all people of a raster live in
 * one country, what seems to lie just beyond its border belongs to it: a settlement moves to its
 * inhabited cell nearest to its centre that lies inside, and one without such a cell joins the
 * nearest settlement inside.
 */
final class BorderJoin {

  /** Share of people in one country from which the raster is taken to be that country's. */
  private static final double ONE_COUNTRY_RATIO = 0.9;

  /** How far the nearest settlement inside may be; in empty border mountains that is far. */
  private static final double JOIN_KM = 50;

  private BorderJoin() {}

  /**
   * A settlement in the making.
   *
   * @param places its inhabited cells by distance from its centre; the first is its place
   * @param people residents
   * @param areaKm2 of its cells
   * @param type by the Degree of Urbanisation
   */
  record Draft(List<LonLat> places, double people, double areaKm2, String type) {

    LonLat place() {
      return places.get(0);
    }
  }

  /** A settlement with its country. */
  record Placed(LonLat place, double people, double areaKm2, String type, String country) {}

  static List<Placed> join(List<Draft> drafts, Function<LonLat, String> countryAt) {
    List<String> countries = drafts.stream().map(d -> countryAt.apply(d.place())).toList();
    String one = oneCountry(drafts, countries);
    List<Placed> placed = new ArrayList<>();
    List<Draft> beyond = new ArrayList<>();
    for (int k = 0; k < drafts.size(); k++) {
      Draft draft = drafts.get(k);
      if (one.isEmpty() || countries.get(k).equals(one)) {
        placed.add(at(draft, draft.place(), countries.get(k)));
      } else {
        draft.places().stream()
            .filter(place -> countryAt.apply(place).equals(one))
            .findFirst()
            .ifPresentOrElse(place -> placed.add(at(draft, place, one)), () -> beyond.add(draft));
      }
    }
    for (Draft draft : beyond) {
      int nearest = nearest(placed, draft.place(), one);
      if (nearest < 0) {
        placed.add(at(draft, draft.place(), countryAt.apply(draft.place())));
      } else {
        Placed into = placed.get(nearest);
        placed.set(
            nearest,
            new Placed(
                into.place(),
                into.people() + draft.people(),
                into.areaKm2() + draft.areaKm2(),
                into.type(),
                one));
      }
    }
    return placed;
  }

  private static Placed at(Draft draft, LonLat place, String country) {
    return new Placed(place, draft.people(), draft.areaKm2(), draft.type(), country);
  }

  private static String oneCountry(List<Draft> drafts, List<String> countries) {
    Map<String, Double> people = new HashMap<>();
    double all = 0;
    for (int k = 0; k < drafts.size(); k++) {
      people.merge(countries.get(k), drafts.get(k).people(), Double::sum);
      all += drafts.get(k).people();
    }
    double needed = ONE_COUNTRY_RATIO * all;
    return people.entrySet().stream()
        .filter(entry -> entry.getValue() >= needed && !entry.getKey().isEmpty())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("");
  }

  private static int nearest(List<Placed> placed, LonLat from, String country) {
    int best = -1;
    double bestKm = JOIN_KM;
    for (int k = 0; k < placed.size(); k++) {
      LonLat to = placed.get(k).place();
      // a degree of latitude is 111 km: most places need no geodesic
      if (Math.abs(to.lat() - from.lat()) < JOIN_KM / 110
          && placed.get(k).country().equals(country)) {
        double km = from.distanceKm(to);
        if (km < bestKm) {
          best = k;
          bestKm = km;
        }
      }
    }
    return best;
  }
}
