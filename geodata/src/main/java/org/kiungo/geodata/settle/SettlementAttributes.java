package org.kiungo.geodata.settle;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.format.Raster;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Settlement;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Joins what other layers say about the ground a settlement stands on. Each join returns changed
 * copies in the same order; a value that a layer does not give stays absent.
 */
public final class SettlementAttributes {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  /** Places of a footprint at which coverage is looked up: centre and two rings of eight. */
  private static final double[][] SAMPLES = samples();

  private SettlementAttributes() {}

  /** Mean of a raster over each footprint under a name that carries its unit. */
  public static List<Settlement> rasterMean(
      List<Settlement> settlements, String name, Raster raster) {
    return with(settlements, name, RasterMean.of(raster, settlements));
  }

  /**
   * Geodesic distance to the nearest feature; {@code distanceToGridKm} also fills the record's own
   * component.
   *
   * @param name {@code distanceToRoadKm}, {@code distanceToGridKm}, {@code distanceToFibreKm} …
   */
  public static List<Settlement> distance(
      List<Settlement> settlements, String name, List<Geometry> features) {
    NearestFeature nearest = new NearestFeature(features);
    double[] km = new double[settlements.size()];
    for (int i = 0; i < km.length; i++) {
      km[i] = nearest.distanceKm(settlements.get(i).location());
    }
    return with(settlements, name, km);
  }

  /**
   * Share of each footprint inside coverage polygons, looked up at seventeen places of equal
   * weight.
   *
   * @param name {@code coverage4gRatio} …
   */
  public static List<Settlement> coverage(
      List<Settlement> settlements, String name, List<Geometry> polygons) {
    STRtree tree = new STRtree();
    for (Geometry polygon : polygons) {
      tree.insert(polygon.getEnvelopeInternal(), PreparedGeometryFactory.prepare(polygon));
    }
    tree.build();
    double[] ratio = new double[settlements.size()];
    for (int i = 0; i < ratio.length; i++) {
      SettlementFootprint footprint = SettlementFootprint.of(settlements.get(i));
      int inside = 0;
      for (double[] sample : SAMPLES) {
        Coordinate at =
            new Coordinate(
                footprint.centre().lon() + sample[0] * footprint.degreesLon(),
                footprint.centre().lat() + sample[1] * footprint.degreesLat());
        inside += covered(tree, at) ? 1 : 0;
      }
      ratio[i] = inside / (double) SAMPLES.length;
    }
    return with(settlements, name, ratio);
  }

  /**
   * Facilities inside the footprint or nearer than {@code nearKm} to its centre.
   *
   * @param name {@code schools}, {@code healthSites} …
   */
  public static List<Settlement> facilities(
      List<Settlement> settlements, String name, List<LonLat> places, double nearKm) {
    STRtree tree = new STRtree();
    for (LonLat place : places) {
      tree.insert(envelope(place), place);
    }
    tree.build();
    double[] count = new double[settlements.size()];
    for (int i = 0; i < count.length; i++) {
      SettlementFootprint own = SettlementFootprint.of(settlements.get(i));
      SettlementFootprint circle =
          new SettlementFootprint(own.centre(), Math.max(own.radiusKm(), nearKm));
      var box = envelope(circle.centre());
      box.expandBy(circle.degreesLon(), circle.degreesLat());
      for (Object found : tree.query(box)) {
        LonLat place = (LonLat) found;
        count[i] += circle.squaredRadii(place.lon(), place.lat()) <= 1 ? 1 : 0;
      }
    }
    return with(settlements, name, count);
  }

  private static Envelope envelope(LonLat place) {
    return new Envelope(new Coordinate(place.lon(), place.lat()));
  }

  private static boolean covered(STRtree tree, Coordinate at) {
    var point = GEOMETRY.createPoint(at);
    for (Object found : tree.query(point.getEnvelopeInternal())) {
      if (((PreparedGeometry) found).covers(point)) {
        return true;
      }
    }
    return false;
  }

  private static double[][] samples() {
    List<double[]> samples = new ArrayList<>(List.of(new double[] {0, 0}));
    // radii that halve the areas between the rings, so that every place stands for the same area
    for (double radius : new double[] {Math.sqrt(5.0 / 17), Math.sqrt(13.0 / 17)}) {
      for (int k = 0; k < 8; k++) {
        double angle = Math.PI / 4 * (k + (radius > 0.7 ? 0.5 : 0));
        samples.add(new double[] {radius * Math.cos(angle), radius * Math.sin(angle)});
      }
    }
    return samples.toArray(double[][]::new);
  }

  private static List<Settlement> with(List<Settlement> settlements, String name, double[] value) {
    List<Settlement> joined = new ArrayList<>(settlements.size());
    for (int i = 0; i < value.length; i++) {
      Settlement s = settlements.get(i);
      Map<String, String> attributes = new LinkedHashMap<>(s.attributes());
      if (!Double.isNaN(value[i])) {
        attributes.put(name, number(value[i]));
      }
      double gridKm = name.equals("distanceToGridKm") ? value[i] : s.distanceToGridKm();
      joined.add(
          new Settlement(
              s.id(),
              s.name(),
              s.location(),
              s.population(),
              s.areaKm2(),
              s.country(),
              s.district(),
              s.baselineCoverageRatio(),
              gridKm,
              s.modelled(),
              attributes));
    }
    return List.copyOf(joined);
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
