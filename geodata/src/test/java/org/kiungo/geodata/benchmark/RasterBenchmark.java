package org.kiungo.geodata.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.benchmark.Peer.Timing;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.inspect.RasterSummary;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.settle.SettlementExtraction;
import org.kiungo.planner.MeasurementTable;
import org.kiungo.planner.model.Progress;

/**
 * A pass over a synthetic continental raster beside gdalinfo's: the sum of its cells, and its
 * settlements with the heap they took, beside GDAL's sums over as many zones. {@code -Dkiungo.side}
 * sets the cells a side; KIUNGO_GDAL_PYTHON names a Python with GDAL and NumPy.
 */
class RasterBenchmark {

  private static final long SEED = 20261124;

  /**
   * Zones as large as settlements are on average, written first; then their sums, strip by strip.
   */
  private static final String ZONAL =
      """
      import sys
      import numpy as np
      from osgeo import gdal
      gdal.UseExceptions()
      people = gdal.Open(sys.argv[1])
      columns, rows = people.RasterXSize, people.RasterYSize
      side = max(1, round((columns * rows / float(sys.argv[3])) ** .5))
      across = np.arange(columns) // side
      if sys.argv[4] == "write":
          out = gdal.GetDriverByName("GTiff").Create(
              sys.argv[2], columns, rows, 1, gdal.GDT_UInt32, ["COMPRESS=DEFLATE"])
          for y in range(0, rows, 64):
              down = np.arange(y, min(rows, y + 64)) // side
              zones = down[:, None] * (across[-1] + 1) + across
              out.GetRasterBand(1).WriteArray(zones.astype(np.uint32), 0, y)
          sys.exit()
      zones = gdal.Open(sys.argv[2])
      sums = np.zeros((rows // side + 1) * (across[-1] + 1))
      for y in range(0, rows, 64):
          high = min(64, rows - y)
          value = people.ReadAsArray(0, y, columns, high).ravel()
          zone = zones.ReadAsArray(0, y, columns, high).ravel()
          least = zone.min()
          found = np.bincount(zone - least, weights=np.where(value > 0, value, 0))
          sums[least:least + found.size] += found
      print(sums.sum())
      """;

  @TempDir private Path folder;

  @Test
  void sumAndSettlements() throws Exception {
    int side = Integer.getInteger("kiungo.side", 20_000);
    Path tiff = folder.resolve("people.tif");
    double people = SyntheticRaster.write(tiff, side, SEED);
    MeasurementTable table =
        new MeasurementTable(
            Path.of("target/benchmark/raster.tsv"),
            "case",
            "tool",
            "megapixels",
            "seconds",
            "cpuSeconds",
            "peakHeapMb",
            "cpuRatioToGdal");
    double megapixels = side / 1e6 * side;
    Timing gdal =
        Peer.command("gdalinfo --config GDAL_PAM_ENABLED NO -stats " + tiff + " | tail -3");
    if (gdal != null) {
      table.add(
          "sum", "gdalinfo -stats", megapixels, gdal.seconds(), gdal.cpuSeconds(), Double.NaN, 1.0);
    }
    double gdalCpu = gdal == null ? Double.NaN : gdal.cpuSeconds();
    double[] sum = new double[1];
    Timing ours =
        Peer.ours(
            () -> {
              try (Raster raster = Raster.open(tiff)) {
                sum[0] = RasterSummary.of(raster, 0).sum();
              }
              return sum[0];
            });
    assertThat(sum[0]).isCloseTo(people, within(1e-9 * people));
    table.add(
        "sum",
        "Kiungo",
        megapixels,
        ours.seconds(),
        ours.cpuSeconds(),
        peakHeapMb(),
        ours.cpuSeconds() / gdalCpu);
    resetPeaks();
    SettlementExtraction.Extraction[] found = new SettlementExtraction.Extraction[1];
    Timing settle =
        Peer.ours(
            () -> {
              try (Raster raster = Raster.open(tiff)) {
                found[0] =
                    SettlementExtraction.extract(
                        raster, SettleOptions.DEFAULT, at -> "", Progress.NONE);
              }
              return found[0].settlements().size();
            });
    assertThat(found[0].peopleInSettlements()).isCloseTo(people, within(1e-9 * people));
    Timing zonal = zonalSums(tiff, settle.out());
    if (zonal != null) {
      table.add(
          "sums of as many zones",
          "GDAL and NumPy",
          megapixels,
          zonal.seconds(),
          zonal.cpuSeconds(),
          Double.NaN,
          1.0);
    }
    table.add(
        "settle, " + settle.out() + " settlements",
        "Kiungo",
        megapixels,
        settle.seconds(),
        settle.cpuSeconds(),
        peakHeapMb(),
        settle.cpuSeconds() / (zonal == null ? Double.NaN : zonal.cpuSeconds()));
  }

  /** Null where there is no Python with GDAL. */
  private Timing zonalSums(Path tiff, String zones) throws Exception {
    Path script = Files.writeString(folder.resolve("zonal.py"), ZONAL);
    String python = System.getenv().getOrDefault("KIUNGO_GDAL_PYTHON", "/usr/bin/python3");
    String command =
        python + " " + script + " " + tiff + " " + folder.resolve("zones.tif") + " " + zones;
    return Peer.command(command + " write") == null ? null : Peer.command(command + " sum");
  }

  private static void resetPeaks() {
    System.gc();
    ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static double peakHeapMb() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        / 1e6;
  }
}
