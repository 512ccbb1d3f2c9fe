package org.kiungo.web.workspace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.simplify.DouglasPeuckerSimplifier;
import org.springframework.stereotype.Service;

/**
 * A source as a map draws it: at most {@value #MOST} shapes, evenly taken, lines and areas no finer
 * than {@value #TOLERANCE} degrees. Says how many there are.
 */
@Service
class DrawnSource {

  /** Shapes on a map: about 40 kB. */
  static final int MOST = 2_000;

  /** Half a kilometre. */
  static final double TOLERANCE = 0.005;

  private static final double DIGITS = 1e3;

  private final Datasets datasets;
  private final Reference reference;

  DrawnSource(Datasets datasets, Reference reference) {
    this.datasets = datasets;
    this.reference = reference;
  }

  /**
   * Shapes of a source.
   *
   * @param of how many it holds
   * @param points longitude and latitude
   * @param lines each its places one after another
   * @param rings outer rings of areas, likewise
   */
  record Shapes(long of, List<double[]> points, List<double[]> lines, List<double[]> rings) {}

  /** Of what Kiungo carries. */
  Shapes builtIn(String iso3, String layer) {
    Collected all = new Collected(1);
    switch (LayerKind.named(layer)) {
      case SETTLEMENTS ->
          thinned(ProblemAssembly.builtInSettlements(iso3), Settlement::location, all);
      case NODES -> thinned(ProblemAssembly.builtInNodes(iso3), NetworkNode::location, all);
      case FIBRE_LINES ->
          reference.fibreLines(iso3).stream().map(FibreLine::path).forEach(all::line);
      case ROADS -> reference.roads(iso3).forEach(all::line);
      default -> all.of = 0; // drawn as the places it is about
    }
    return all.shapes();
  }

  private static <T> void thinned(
      List<T> records, java.util.function.Function<T, LonLat> at, Collected all) {
    all.every = Math.max(1, (records.size() + MOST - 1) / MOST);
    records.forEach(each -> all.point(at.apply(each)));
  }

  /**
   * Of a version of a dataset.
   *
   * @param wanted 0 where its import was undone: the last version, which the list of data shows
   */
  Shapes imported(String datasetId, int wanted) {
    DatasetVersion found =
        datasets.store().versions(datasetId).stream()
            .filter(each -> wanted == 0 || each.version() == wanted)
            .max(Comparator.comparing(DatasetVersion::version))
            .orElseThrow(() -> ApiRefusal.unknown("dataset", datasetId));
    long rows = found.features();
    int version = found.version();
    Collected all = new Collected(Math.max(1, (rows + MOST - 1) / MOST));
    datasets
        .store()
        .forEachFeature(
            datasetId,
            version,
            row -> {
              if (row.geometry() != null) {
                all.add(row.geometry());
              }
            });
    return all.shapes();
  }

  /** Takes every n-th. */
  private static final class Collected {

    private final List<double[]> points = new ArrayList<>();
    private final List<double[]> lines = new ArrayList<>();
    private final List<double[]> rings = new ArrayList<>();
    private long every;
    private long of;

    Collected(long every) {
      this.every = every;
    }

    void point(LonLat at) {
      if (of++ % every == 0) {
        points.add(new double[] {rounded(at.lon()), rounded(at.lat())});
      }
    }

    void line(List<LonLat> path) {
      of++;
      lines.add(
          path.stream()
              .flatMap(at -> Stream.of(at.lon(), at.lat()))
              .mapToDouble(Collected::rounded)
              .toArray());
    }

    void add(Geometry geometry) {
      if (of++ % every != 0) {
        return;
      }
      Geometry plain =
          geometry.getDimension() == 0
              ? geometry
              : DouglasPeuckerSimplifier.simplify(geometry, TOLERANCE);
      Consumer<Geometry> draw =
          part -> {
            switch (part.getDimension()) {
              case 0 -> points.add(flat(part));
              case 1 -> lines.add(flat(part));
              default -> rings.add(flat(((Polygon) part).getExteriorRing()));
            }
          };
      for (int k = 0; k < plain.getNumGeometries(); k++) {
        if (!plain.getGeometryN(k).isEmpty()) {
          draw.accept(plain.getGeometryN(k));
        }
      }
    }

    private static double[] flat(Geometry part) {
      Coordinate[] places = part.getCoordinates();
      double[] flat = new double[2 * places.length];
      for (int k = 0; k < places.length; k++) {
        flat[2 * k] = rounded(places[k].x);
        flat[2 * k + 1] = rounded(places[k].y);
      }
      return flat;
    }

    private static double rounded(double degrees) {
      return Math.rint(degrees * DIGITS) / DIGITS;
    }

    Shapes shapes() {
      return new Shapes(of, points, lines, rings);
    }
  }
}
