package org.kiungo.geodata.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
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
 * settlements with the heap they took. {@code -Dkiungo.side} sets the cells a side.
 */
class RasterBenchmark {

  private static final long SEED = 20261124;

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
    table.add(
        "settle, " + settle.out() + " settlements",
        "Kiungo",
        megapixels,
        settle.seconds(),
        settle.cpuSeconds(),
        peakHeapMb(),
        settle.cpuSeconds() / gdalCpu);
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
