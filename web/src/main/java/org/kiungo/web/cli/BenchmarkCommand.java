package org.kiungo.web.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.benchmark.BenchmarkFamily;
import org.kiungo.planner.benchmark.BenchmarkLimits;
import org.kiungo.planner.benchmark.BenchmarkResult;
import org.kiungo.planner.model.InputRefused;
import picocli.CommandLine;

/** Solves one standard instance and prints one line of JSON. */
@CommandLine.Command(name = "benchmark")
class BenchmarkCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--family", paramLabel = "F", required = true)
  private String family;

  @CommandLine.Option(names = "--instance", paramLabel = "FILE", required = true)
  private Path instance;

  @CommandLine.Option(names = "--seconds", paramLabel = "S", defaultValue = "60")
  private double seconds;

  @CommandLine.Option(names = "--seed", paramLabel = "N", defaultValue = "42")
  private long seed;

  @CommandLine.Option(names = "--p", paramLabel = "N", defaultValue = "0")
  private int p;

  @CommandLine.Option(names = "--radius", paramLabel = "R", defaultValue = "NaN")
  private double radius;

  @CommandLine.Option(names = "--capacity", paramLabel = "Q", defaultValue = "NaN")
  private double capacity;

  @CommandLine.Option(names = "--known", paramLabel = "V", defaultValue = "NaN")
  private double known;

  @Override
  public Integer call() throws IOException {
    if (!(seconds > 0)) {
      throw new InputRefused(
          "field.range", "field", "seconds", "value", seconds, "low", 0.001, "high", 86_400);
    }
    BenchmarkFamily solver =
        BenchmarkFamily.find(family)
            .orElseThrow(
                () -> new InputRefused("benchmark.family", "family", family, "known", families()));
    BenchmarkLimits limits =
        new BenchmarkLimits(
            seconds,
            seed,
            p,
            radius,
            capacity,
            known,
            System::nanoTime,
            BenchmarkCommand::cpuNanos);
    BenchmarkResult result = solver.run(file(), limits);
    common.line(result.toJson());
    return Commands.DONE;
  }

  /** Instances are files, plan folders may be named as such. */
  private Path file() {
    return "deploy".equals(family) && Files.isDirectory(instance)
        ? instance
        : InputFiles.readable(instance);
  }

  private static String families() {
    return String.join(", ", BenchmarkFamily.all().stream().map(BenchmarkFamily::id).toList());
  }

  /** Of the whole process, all threads. */
  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean process
        ? process.getProcessCpuTime()
        : 0;
  }
}
