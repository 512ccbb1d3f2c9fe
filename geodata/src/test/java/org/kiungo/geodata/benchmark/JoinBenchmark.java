package org.kiungo.geodata.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.benchmark.Peer.Timing;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.model.value.LonLat;

/**
 * The district of each of a million settlements beside PostGIS' ST_Intersects, and means of a
 * raster over settlements' ground beside rasterio. KIUNGO_PSQL names the server, KIUNGO_PYTHON a
 * Python with rasterio; {@code -Dkiungo.rows} and {@code -Dkiungo.runs} set how many and how often.
 */
class JoinBenchmark {

  private static final long SEED = 20261124;
  private static final int SIDE = 50;
  private static final int CORNERS = 200;
  private static final double WEST = -17;
  private static final double SOUTH = -34;
  private static final double DEGREES = 68;

  private final int rows = Integer.getInteger("kiungo.rows", 1_000_000);
  private final int runs = Integer.getInteger("kiungo.runs", 3);

  @TempDir private Path folder;

  private List<Settlement> settlements(int count, double areaKm2) {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Settlement> settlements = new ArrayList<>(count);
    for (int k = 0; k < count; k++) {
      LonLat at = new LonLat(WEST + random.nextDouble(DEGREES), SOUTH + random.nextDouble(DEGREES));
      settlements.add(
          SettlementBuilder.builder()
              .id("p" + k)
              .location(at)
              .population(1)
              .areaKm2(areaKm2)
              .build());
    }
    return settlements;
  }

  /** Stars of 200 corners that do not touch: 2,500 districts. */
  private Path districts() throws Exception {
    Path file = folder.resolve("districts.csv");
    double cell = DEGREES / SIDE;
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("name,wkt\n");
      for (int k = 0; k < SIDE * SIDE; k++) {
        StringBuilder ring = new StringBuilder();
        for (int c = 0; c <= CORNERS; c++) {
          double angle = 2 * Math.PI * (c % CORNERS) / CORNERS;
          double radius = cell * (c % 2 == 0 ? 0.49 : 0.4);
          ring.append(c == 0 ? "" : ",")
              .append(
                  String.format(
                      Locale.ROOT,
                      "%.6f %.6f",
                      WEST + cell * (k % SIDE + 0.5) + radius * Math.cos(angle),
                      SOUTH + cell * (k / SIDE + 0.5) + radius * Math.sin(angle)));
        }
        out.write("d" + k + ",\"POLYGON((" + ring + "))\"\n");
      }
    }
    return file;
  }

  @Test
  void districtsBesidePostgis() throws Exception {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/join.tsv"),
            "tool",
            "points",
            "seconds",
            "cpuSeconds",
            "ratio");
    Path districts = districts();
    List<Settlement> settlements = settlements(rows, Double.NaN);
    double peer = postgis(districts, settlements, table);
    double[][] figures = new double[2][runs];
    long found = 0;
    for (int run = 0; run < runs; run++) {
      AttributeJoin join = new AttributeJoin(settlements, 5);
      Timing ours =
          Peer.ours(
              () -> {
                join.join(AttributeSource.named("boundaries", districts));
                return join.files().get(0).settlements();
              });
      figures[0][run] = ours.seconds();
      figures[1][run] = ours.cpuSeconds();
      found = Long.parseLong(ours.out());
    }
    double seconds = MeasurementTable.median(figures[0]);
    table.add(
        "Kiungo, file read again, " + found + " inside",
        rows,
        seconds,
        MeasurementTable.median(figures[1]),
        seconds / peer);
  }

  private double postgis(Path districts, List<Settlement> settlements, MeasurementTable table)
      throws Exception {
    String psql = System.getenv("KIUNGO_PSQL");
    if (psql == null) {
      return Double.NaN;
    }
    Path points = folder.resolve("points.csv");
    try (BufferedWriter out = Files.newBufferedWriter(points)) {
      for (Settlement each : settlements) {
        out.write(each.location().lon() + "," + each.location().lat() + "\n");
      }
    }
    Timing loaded =
        Peer.command(
            psql
                + " -q -v ON_ERROR_STOP=1 -c 'drop table if exists jp, ja' -c 'create table jp (lon"
                + " float8, lat float8, geom geometry(Point, 4326) generated always as"
                + " (st_setsrid(st_makepoint(lon, lat), 4326)) stored)' -c 'create table ja (name"
                + " text, wkt text, geom geometry(Polygon, 4326) generated always as"
                + " (st_geomfromtext(wkt, 4326)) stored)' -c \"\\copy jp (lon, lat) from '"
                + points
                + "' csv\" -c \"\\copy ja (name, wkt) from '"
                + districts
                + "' csv header\" -c 'create index on jp using gist (geom)' -c 'create index on ja"
                + " using gist (geom)' -c 'analyze jp' -c 'analyze ja'");
    assumeTrue(loaded != null, "PostGIS did not load");
    double[] seconds = new double[runs];
    String inside = "";
    for (int run = 0; run < runs; run++) {
      Timing join =
          Peer.command(
              psql
                  + " -q -t -c 'select count(*) from jp join ja on ST_Intersects(jp.geom,"
                  + " ja.geom)'");
      seconds[run] = join.seconds();
      inside = join.out().strip();
    }
    double median = MeasurementTable.median(seconds);
    table.add("PostGIS ST_Intersects, indexed, " + inside + " inside", rows, median, Double.NaN, 1);
    return median;
  }

  @Test
  void zonalMeansBesideRasterio() throws Exception {
    String python = System.getenv().getOrDefault("KIUNGO_PYTHON", "python3");
    int zones = Integer.getInteger("kiungo.zones", 2_000);
    Path tiff = folder.resolve("people.tif");
    SyntheticRaster.write(tiff, Integer.getInteger("kiungo.side", 20_000), SEED);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/zonal.tsv"),
            "case",
            "tool",
            "seconds",
            "cpuSeconds",
            "cpuRatio");
    Path script = folder.resolve("zonal.py");
    Files.writeString(script, RASTERIO);
    List<Settlement> settlements = settlements(zones, Math.PI * 100);
    StringBuilder centres = new StringBuilder();
    settlements.forEach(
        s ->
            centres.append(s.location().lon()).append(' ').append(s.location().lat()).append('\n'));
    Path places = Files.writeString(folder.resolve("places.txt"), centres);
    double[][] figures = new double[6][runs];
    Timing zonal = null;
    AttributeJoin join = null;
    for (int run = 0; run < runs; run++) {
      Timing sum = Peer.command(python + " " + script + " " + tiff);
      zonal = Peer.command(python + " " + script + " " + tiff + " " + places);
      assumeTrue(sum != null && zonal != null, "no Python with rasterio (set KIUNGO_PYTHON)");
      AttributeJoin fresh = new AttributeJoin(settlements, 5);
      Timing ours =
          Peer.ours(
              () -> {
                fresh.join(AttributeSource.named("people", tiff));
                return fresh.files().get(0).settlements();
              });
      join = fresh;
      Timing[] each = {sum, zonal, ours};
      for (int k = 0; k < 3; k++) {
        figures[2 * k][run] = each[k].seconds();
        figures[2 * k + 1][run] = each[k].cpuSeconds();
      }
    }
    double[] median =
        java.util.Arrays.stream(figures).mapToDouble(MeasurementTable::median).toArray();
    table.add("sum by blocks", "rasterio", median[0], median[1], 1.0);
    table.add(zones + " means", "rasterio", median[2], median[3], 1.0);
    table.add(
        zones + " means, and the greatest", "Kiungo", median[4], median[5], median[5] / median[3]);
    double theirs = Double.parseDouble(zonal.out().strip());
    double mean =
        join.settlements().stream()
            .mapToDouble(s -> Double.parseDouble(s.attributes().getOrDefault("people", "0")))
            .average()
            .orElseThrow();
    assertThat(mean / theirs).isBetween(0.99, 1.01);
  }

  /** Sums a raster block by block, or averages it over circles of 10 km, each from its window. */
  private static final String RASTERIO =
      """
      import sys, math, numpy, rasterio
      from rasterio.windows import Window
      with rasterio.open(sys.argv[1]) as r:
          if len(sys.argv) == 2:
              total = 0.0
              for _, w in r.block_windows(1):
                  a = r.read(1, window=w)
                  total += a[a > 0].sum(dtype='f8')
              print(total)
          else:
              t, total, n = r.transform, 0.0, 0
              for line in open(sys.argv[2]):
                  lon, lat = map(float, line.split())
                  dy = 10 / 110.574
                  dx = 10 / (111.320 * math.cos(math.radians(lat)))
                  c, q = (lon - t.c) / t.a - 0.5, (lat - t.f) / t.e - 0.5
                  hc, hq = dx / t.a, dy / -t.e
                  c0, c1 = max(0, math.ceil(c - hc)), min(r.width - 1, math.floor(c + hc))
                  r0, r1 = max(0, math.ceil(q - hq)), min(r.height - 1, math.floor(q + hq))
                  a = r.read(1, window=Window(c0, r0, c1 - c0 + 1, r1 - r0 + 1))
                  y, x = numpy.ogrid[r0:r1 + 1, c0:c1 + 1]
                  inside = ((x - c) / hc) ** 2 + ((y - q) / hq) ** 2 <= 1
                  total += a[inside].mean(dtype='f8')
                  n += 1
              print(total / n)
      """;
}
