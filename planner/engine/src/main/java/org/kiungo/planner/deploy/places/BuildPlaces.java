package org.kiungo.planner.deploy.places;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.route.Crossings;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.value.LonLat;

/**
 * Every place where a link can end or a site can stand: the problem's settlements (index 0 …
 * settlements − 1, in its order), then its towers; after them the places on its roads, by name,
 * where nothing stands and only cables meet.
 */
public final class BuildPlaces {

  private final int settlements;
  private final int standing;
  private final int count;
  private final String[] id;
  private final LonLat[] location;

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. */
  private final double[] rainMmPerHour;

  /** All of them. */
  private final Plane plane;

  /** Country of each place by number; −1 where it is not known or the only one. */
  private final int[] country;

  /** Places by country, those of unknown country with each. */
  private final List<Plane> planes = new ArrayList<>();

  private final List<String> countries;

  /** Cosine of each latitude. */
  private final double[] cosLat;

  public BuildPlaces(PlanningProblem problem) {
    List<LonLat> where = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (Settlement s : problem.settlements()) {
      where.add(s.location());
      ids.add(s.id());
    }
    settlements = where.size();
    for (Tower t : problem.towers()) {
      where.add(t.location());
      ids.add(t.id());
    }
    standing = where.size();
    RoadRoutes.places(problem.roads())
        .forEach(
            (name, place) -> {
              ids.add(name);
              where.add(place);
            });
    count = where.size();
    rainMmPerHour =
        DoubleStream.concat(
                problem.settlements().stream().mapToDouble(Settlement::rainMmPerHour),
                problem.towers().stream().mapToDouble(Tower::rainMmPerHour))
            .toArray();
    location = where.toArray(LonLat[]::new);
    id = ids.toArray(String[]::new);
    double[] lon = where.stream().mapToDouble(LonLat::lon).toArray();
    double[] lat = where.stream().mapToDouble(LonLat::lat).toArray();
    cosLat =
        where.stream()
            .mapToDouble(p -> StrictMath.cos(StrictMath.toRadians(Math.abs(p.lat()))))
            .toArray();
    plane = new Plane(lon, lat, IntStream.range(0, count).toArray(), standing);
    Crossings crossings = Crossings.of(problem);
    countries =
        Arrays.stream(id)
            .map(crossings::country)
            .filter(each -> !each.isEmpty())
            .distinct()
            .sorted()
            .toList();
    country =
        Arrays.stream(id).mapToInt(each -> countries.indexOf(crossings.country(each))).toArray();
    for (int c = 0; c < countries.size(); c++) {
      int here = c;
      int[] members =
          IntStream.range(0, count).filter(v -> country[v] == here || country[v] < 0).toArray();
      planes.add(new Plane(lon, lat, members, standing));
    }
  }

  /** Number of settlements: places below it are settlements, the others towers. */
  public int settlements() {
    return settlements;
  }

  /** Number of places where something stands or may: those from it on lie on roads. */
  public int standing() {
    return standing;
  }

  /** Number of places. */
  public int count() {
    return count;
  }

  /** Id of the settlement, tower or place on a road. */
  public String id(int place) {
    return id[place];
  }

  public LonLat location(int place) {
    return location[place];
  }

  /** Rain rate exceeded in 0.01 % of the year, mm/h; NaN where not known. Not asked on roads. */
  public double rainMmPerHour(int place) {
    return rainMmPerHour[place];
  }

  /** All places on one plane. */
  public Plane plane() {
    return plane;
  }

  /** The plane of a place's country: of all places where its country is not known. */
  public Plane home(int place) {
    return country[place] < 0 ? plane : planes.get(country[place]);
  }

  /** Planes of all countries; none where there is one country alone. */
  public List<Plane> homes() {
    return List.copyOf(planes);
  }

  /** ISO 3166-1 alpha-3 of the places' countries by number; none where there is one alone. */
  public List<String> countries() {
    return countries;
  }

  /** Number of a place's country; −1 where it is not known or the only one. */
  public int country(int place) {
    return country[place];
  }

  /** True where two places are known to lie in different countries. */
  public boolean areApart(int place, int other) {
    return country[place] >= 0 && country[other] >= 0 && country[place] != country[other];
  }

  /** Cosine of the latitude. */
  public double cosLat(int place) {
    return cosLat[place];
  }
}
