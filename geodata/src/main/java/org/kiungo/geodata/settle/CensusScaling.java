package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.operation.distance.IndexedFacetDistance;

/**
 * Settlements' people made to add up to what a census counts in each district.
 *
 * <p>The rule: a settlement belongs to the first district that holds its place, else to the nearest
 * within {@link #BORDER_TOLERANCE_DEGREES}, else to the one that it names as its own, as a place
 * drawn off the coast does; the people of a district's settlements are multiplied by the one factor
 * with which they add up to its census figure. Where none of them has people, they share the figure
 * equally; a district without settlements gets one, at a place inside it, marked as modelled.
 * Settlements in no district of the census stay as they are.
 */
public final class CensusScaling {

  /** What a settlement had before, under this name among its attributes. */
  public static final String BEFORE = "peopleBeforeCensus";

  /** About 2.5 km, by which simplified borders and coasts are off. */
  static final double BORDER_TOLERANCE_DEGREES = 2.5 / 111.195;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private CensusScaling() {}

  /**
   * A district's residents.
   *
   * @param code of the district
   * @param country ISO 3166-1 alpha-3
   * @param shape WGS 84 longitude and latitude
   * @param people residents, 0 or more
   */
  public record Count(String code, String name, String country, Geometry shape, double people) {}

  /**
   * What came out.
   *
   * @param settlements in the order given, then those that were added
   * @param peopleBefore of all of them
   * @param peopleAfter of all of them
   * @param settlementsElsewhere that lie in no district of the census, unchanged
   * @param added districts that had no settlement, by name
   */
  public record Scaled(
      List<Settlement> settlements,
      double peopleBefore,
      double peopleAfter,
      int settlementsElsewhere,
      List<String> added) {}

  private record Indexed(
      Count count, Envelope box, IndexedPointInAreaLocator inside, IndexedFacetDistance border) {

    boolean holds(Coordinate place) {
      return box.contains(place) && inside.locate(place) != Location.EXTERIOR;
    }

    boolean isNamedBy(Settlement settlement) {
      return settlement.district().equals(count.name())
          && settlement.country().equals(count.country());
    }

    double degreesTo(Point place) {
      return box.distance(place.getEnvelopeInternal()) > BORDER_TOLERANCE_DEGREES
          ? Double.POSITIVE_INFINITY
          : border.distance(place);
    }
  }

  /** Scales settlements to counts, of which each has people. */
  public static Scaled scale(List<Settlement> settlements, List<Count> counts) {
    List<Indexed> districts = counts.stream().map(CensusScaling::indexed).toList();
    Map<Indexed, List<Integer>> members = new HashMap<>();
    int elsewhere = 0;
    for (int k = 0; k < settlements.size(); k++) {
      Indexed district = district(districts, settlements.get(k));
      if (district == null) {
        elsewhere++;
      } else {
        members.computeIfAbsent(district, it -> new ArrayList<>()).add(k);
      }
    }
    List<Settlement> scaled = new ArrayList<>(settlements);
    List<String> added = new ArrayList<>();
    for (Indexed district : districts) {
      List<Integer> inside = members.getOrDefault(district, List.of());
      if (!inside.isEmpty()) {
        share(settlements, inside, district.count().people(), scaled);
      } else if (district.count().people() > 0) {
        scaled.add(alone(district.count()));
        added.add(district.count().name());
      }
    }
    return new Scaled(
        List.copyOf(scaled), people(settlements), people(scaled), elsewhere, List.copyOf(added));
  }

  private static Indexed indexed(Count count) {
    return new Indexed(
        count,
        count.shape().getEnvelopeInternal(),
        new IndexedPointInAreaLocator(count.shape()),
        new IndexedFacetDistance(count.shape()));
  }

  private static Indexed district(List<Indexed> districts, Settlement settlement) {
    LonLat place = settlement.location();
    Coordinate at = new Coordinate(place.lon(), place.lat());
    for (Indexed each : districts) {
      if (each.holds(at)) {
        return each;
      }
    }
    Point point = GEOMETRIES.createPoint(at);
    Indexed nearest = null;
    double least = BORDER_TOLERANCE_DEGREES;
    for (Indexed each : districts) {
      double degrees = each.degreesTo(point);
      if (degrees <= least) {
        least = degrees;
        nearest = each;
      }
    }
    return nearest != null
        ? nearest
        : districts.stream().filter(each -> each.isNamedBy(settlement)).findFirst().orElse(null);
  }

  /** The last one takes what rounding leaves, so that the district adds up. */
  private static void share(
      List<Settlement> settlements, List<Integer> inside, double people, List<Settlement> out) {
    double before = 0;
    for (int k : inside) {
      before += known(settlements.get(k));
    }
    double given = 0;
    int last = inside.get(inside.size() - 1);
    for (int k : inside) {
      Settlement each = settlements.get(k);
      double part = before > 0 ? known(each) * (people / before) : people / inside.size();
      boolean takesRest = k == last && part > 0;
      double after = takesRest ? Math.max(0, people - given) : part;
      given += after;
      out.set(k, with(each, after));
    }
  }

  private static Settlement with(Settlement settlement, double people) {
    Map<String, String> attributes = new HashMap<>(settlement.attributes());
    boolean known = !Double.isNaN(settlement.population());
    attributes.put(BEFORE, known ? settlement.population() + "" : "");
    return settlement.with().population(people).attributes(attributes).build();
  }

  private static Settlement alone(Count count) {
    LonLat place = LayerFeature.placeIn(count.shape());
    return SettlementBuilder.builder()
        .id(String.format(Locale.ROOT, "%s%.4f_%.4f", count.country(), place.lon(), place.lat()))
        .name(count.name())
        .location(place)
        .population(count.people())
        .country(count.country())
        .district(count.name())
        .modelled(true)
        .attributes(Map.of())
        .build();
  }

  private static double known(Settlement settlement) {
    return Double.isNaN(settlement.population()) ? 0 : settlement.population();
  }

  private static double people(List<Settlement> settlements) {
    return settlements.stream().mapToDouble(CensusScaling::known).sum();
  }
}
