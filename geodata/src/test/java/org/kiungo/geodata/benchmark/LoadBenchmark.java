package org.kiungo.geodata.benchmark;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.benchmark.Peer.Timing;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.MeasurementTable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A million points on their way in: read from every format beside ogr2ogr, stored on both databases
 * beside psql's copy of the same rows. {@code -Dkiungo.rows} and {@code -Dkiungo.runs} set how many
 * and how often, {@code -Dkiungo.stores=h2} takes one store; KIUNGO_POSTGIS_URL and, for psql,
 * KIUNGO_PSQL name the server.
 */
class LoadBenchmark {

  private static final long SEED = 20261124;
  private static final String STORES = System.getProperty("kiungo.stores", "h2,postgis");
  private static final GeometryFactory GEOMETRY = new GeometryFactory();

  private final int rows = Integer.getInteger("kiungo.rows", 1_000_000);
  private final int runs = Integer.getInteger("kiungo.runs", 3);

  @TempDir private Path folder;

  private Path csv() throws Exception {
    Path file = folder.resolve("points.csv");
    SplittableRandom random = new SplittableRandom(SEED);
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("id,lon,lat,name,people\n");
      for (int k = 0; k < rows; k++) {
        out.write(
            String.format(
                Locale.ROOT,
                "p%d,%.6f,%.6f,Place %d,%d%n",
                k,
                random.nextDouble(-17, 51),
                random.nextDouble(-34, 37),
                k,
                random.nextInt(5000)));
      }
    }
    return file;
  }

  @Test
  void everyFormatIsReadBesideOgr2ogr() throws Exception {
    Path csv = csv();
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/read.tsv"),
            "format",
            "rows",
            "seconds",
            "cpuSeconds",
            "ogr2ogrSeconds",
            "ogr2ogrCpuSeconds",
            "cpuRatio");
    String points =
        " -oo X_POSSIBLE_NAMES=lon -oo Y_POSSIBLE_NAMES=lat -oo AUTODETECT_TYPE=YES -a_srs"
            + " EPSG:4326 ";
    for (String format : new String[] {"csv", "gpkg", "fgb", "geojson"}) {
      Path file = format.equals("csv") ? csv : folder.resolve("points." + format);
      if (!format.equals("csv") && Peer.command("ogr2ogr " + file + points + csv) == null) {
        continue;
      }
      double[][] figures = new double[4][runs];
      for (int run = 0; run < runs; run++) {
        Timing ours =
            Peer.ours(
                () ->
                    Inspector.inspect(
                            SourceFile.of(file),
                            ReadOptions.DETECT,
                            FeatureCheck.NONE,
                            Inspection.Wording.CODES)
                        .layers()
                        .get(0)
                        .features());
        Timing peer =
            Peer.command(
                "ogr2ogr -f CSV /vsimem/out.csv " + (format.equals("csv") ? points : "") + file);
        figures[0][run] = ours.seconds();
        figures[1][run] = ours.cpuSeconds();
        figures[2][run] = peer == null ? Double.NaN : peer.seconds();
        figures[3][run] = peer == null ? Double.NaN : peer.cpuSeconds();
      }
      double cpu = MeasurementTable.median(figures[1]);
      double peerCpu = MeasurementTable.median(figures[3]);
      table.add(
          format,
          rows,
          MeasurementTable.median(figures[0]),
          cpu,
          MeasurementTable.median(figures[2]),
          peerCpu,
          cpu / peerCpu);
    }
  }

  /** Seconds by the clock and by the processors of client and server together, medians. */
  private record Load(double seconds, double cpuSeconds) {
    static Load median(double[] seconds, double[] cpuSeconds) {
      return new Load(MeasurementTable.median(seconds), MeasurementTable.median(cpuSeconds));
    }
  }

  @Test
  void bothStoresLoadBesidePsqlCopy() throws Exception {
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/load.tsv"),
            "store",
            "rows",
            "seconds",
            "rowsPerSecond",
            "ratioToPsqlCopy",
            "cpuSeconds",
            "cpuRatioToPsqlCopy");
    String url = System.getenv("KIUNGO_POSTGIS_URL");
    PGSimpleDataSource postgis = new PGSimpleDataSource();
    ServerTime server = null;
    if (url != null) {
      postgis.setUrl(url);
      server = new ServerTime(postgis);
    }
    Load copy = psqlCopy(server);
    tell("psql \\copy, geometry, two indexes", copy, table, copy);
    if (STORES.contains("h2")) {
      JdbcDataSource h2 = new JdbcDataSource();
      h2.setURL("jdbc:h2:" + folder.resolve("store").toAbsolutePath());
      tell("H2GIS", load(h2, null), table, copy);
    }
    if (url != null && STORES.contains("postgis")) {
      tell("PostGIS", load(postgis, server), table, copy);
    }
  }

  private void tell(String name, Load load, MeasurementTable table, Load copy) {
    if (!Double.isNaN(load.seconds)) {
      table.add(
          name,
          rows,
          load.seconds,
          rows / load.seconds,
          load.seconds / copy.seconds,
          load.cpuSeconds,
          load.cpuSeconds / copy.cpuSeconds);
    }
  }

  private Load psqlCopy(ServerTime server) throws Exception {
    Load none = new Load(Double.NaN, Double.NaN);
    String psql = System.getenv("KIUNGO_PSQL");
    if (psql == null) {
      return none;
    }
    Path csv = csv();
    String create =
        " -q -c 'drop table if exists copied' -c 'create table copied (id text, lon float8, lat"
            + " float8, name text, people int, geom geometry(Point, 4326) generated always as"
            + " (st_setsrid(st_makepoint(lon, lat), 4326)) stored)' -c 'create index on copied"
            + " using gist (geom)' -c 'create index on copied (id)'";
    double[] seconds = new double[runs];
    double[] cpuSeconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      Peer.command(psql + create);
      double begun = server == null ? Double.NaN : server.cpuSeconds();
      Timing copy =
          Peer.command(
              psql
                  + " -q -c \"\\copy copied (id, lon, lat, name, people) from '"
                  + csv
                  + "' csv header\"");
      if (copy == null) {
        return none;
      }
      seconds[run] = copy.seconds();
      cpuSeconds[run] =
          copy.cpuSeconds() + (server == null ? Double.NaN : server.cpuSeconds() - begun);
    }
    return Load.median(seconds, cpuSeconds);
  }

  /**
   * Commits the points as versions of new datasets.
   *
   * @param server whose time counts too; null for a database inside this program
   */
  private Load load(DataSource database, ServerTime server) throws Exception {
    DatasetStore store = DatasetStore.open(database, Clock.systemUTC());
    double[] seconds = new double[runs];
    double[] cpuSeconds = new double[runs];
    for (int run = 0; run < runs; run++) {
      Dataset dataset = store.named("settlements", "KEN", "benchmark " + System.nanoTime());
      SplittableRandom random = new SplittableRandom(SEED);
      var features =
          LongStream.range(0, rows)
              .mapToObj(
                  k ->
                      new StoredFeature(
                          "p" + k,
                          GEOMETRY.createPoint(
                              new Coordinate(
                                  random.nextDouble(-17, 51), random.nextDouble(-34, 37))),
                          Map.of("name", "Place " + k, "people", (long) random.nextInt(5000))))
              .iterator();
      Provenance provenance = new Provenance("test", "CC0", "", "", "p.csv", "", "", "");
      double begun = server == null ? 0 : server.cpuSeconds();
      Timing ours = Peer.ours(() -> store.commit(dataset, provenance, features));
      seconds[run] = ours.seconds();
      cpuSeconds[run] = ours.cpuSeconds() + (server == null ? 0 : server.cpuSeconds() - begun);
    }
    return Load.median(seconds, cpuSeconds);
  }
}
