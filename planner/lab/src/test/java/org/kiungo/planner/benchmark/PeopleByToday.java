package org.kiungo.planner.benchmark;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.CoverageClass;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdTree;
import tools.jackson.databind.JsonNode;

/**
 * People that a plan of an earlier version reaches, by what is known of today at the place nearest.
 */
final class PeopleByToday {

  private static final Reference REFERENCE = Reference.builtIn();
  private static final double FIRST_LOOK_DEG = 0.1;

  private final String country;
  private final String capitalDistrict;
  private final KdTree places = new KdTree();
  private final Map<CoverageClass, Double> byClass = new EnumMap<>(CoverageClass.class);
  private final Map<String, Double> byTechnology = new TreeMap<>();
  private double all;
  private double with4g;
  private double inCapitalDistrict;

  PeopleByToday(String country, List<Settlement> today) {
    this.country = country;
    this.capitalDistrict = capitalDistrict(country);
    today.forEach(s -> places.insert(new Coordinate(s.location().lon(), s.location().lat()), s));
  }

  /** Name of the district of today in which the capital lies. */
  static String capitalDistrict(String country) {
    PopulatedPlace capital =
        REFERENCE.places(country).stream()
            .filter(place -> place.feature().equals("PPLC"))
            .findFirst()
            .orElseThrow();
    return REFERENCE.nearestDistrict(country, capital.location()).name();
  }

  /** A settlement of {@code plan.geojson}; one that gains nothing counts nowhere. */
  void add(JsonNode feature) {
    JsonNode service = feature.get("properties");
    String status = service.get("status").stringValue();
    if (!status.equals("STANDARD") && !status.equals("BASIC")) {
      return;
    }
    double people = service.get("peopleServed").asDouble();
    JsonNode at = feature.get("geometry").get("coordinates");
    Coordinate place = new Coordinate(at.get(0).asDouble(), at.get(1).asDouble());
    Settlement near = nearest(place);
    all += people;
    with4g += people * near.baselineCoverageRatio();
    byClass.merge(CoverageClass.of(near), people, Double::sum);
    byTechnology.merge(service.get("technologyId").stringValue(), people, Double::sum);
    String district = REFERENCE.nearestDistrict(country, new LonLat(place.x, place.y)).name();
    inCapitalDistrict += district.equals(capitalDistrict) ? people : 0;
  }

  private Settlement nearest(Coordinate place) {
    for (double reach = FIRST_LOOK_DEG; ; reach *= 2) {
      Envelope box = new Envelope(place);
      box.expandBy(reach);
      KdNode best = null;
      for (Object each : places.query(box)) {
        KdNode node = (KdNode) each;
        if (best == null
            || node.getCoordinate().distance(place) < best.getCoordinate().distance(place)) {
          best = node;
        }
      }
      if (best != null && best.getCoordinate().distance(place) <= reach) {
        return (Settlement) best.getData();
      }
    }
  }

  double of(CoverageClass now) {
    return byClass.getOrDefault(now, 0.0);
  }

  /** People expected to have 4G today already. */
  double with4g() {
    return with4g;
  }

  double inCapitalDistrictRatio() {
    return inCapitalDistrict / all;
  }

  Map<String, Double> byTechnology() {
    return byTechnology;
  }
}
