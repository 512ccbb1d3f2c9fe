package org.kiungo.planner.lab;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.benchmark.BenchmarkFamily;
import org.kiungo.planner.benchmark.BenchmarkLimits;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine;

/** Solves one standard instance and prints one line of JSON. */
@CommandLine.Command(name = "benchmark")
final class BenchmarkCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(
      names = "--family",
      paramLabel = "F",
      required = true,
      descriptionKey = "benchmark.family")
  private String family;

  @CommandLine.Option(
      names = "--instance",
      paramLabel = "FILE",
      required = true,
      descriptionKey = "benchmark.instance")
  private Path instance;

  @CommandLine.Option(
      names = "--seconds",
      paramLabel = "S",
      defaultValue = "60",
      descriptionKey = "benchmark.seconds")
  private double seconds;

  @CommandLine.Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "42",
      descriptionKey = "benchmark.seed")
  private long seed;

  @CommandLine.Option(
      names = "--p",
      paramLabel = "N",
      defaultValue = "0",
      descriptionKey = "benchmark.p")
  private int p;

  @CommandLine.Option(
      names = "--radius",
      paramLabel = "R",
      defaultValue = "NaN",
      descriptionKey = "benchmark.radius")
  private double radius;

  @CommandLine.Option(
      names = "--capacity",
      paramLabel = "Q",
      defaultValue = "NaN",
      descriptionKey = "benchmark.capacity")
  private double capacity;

  @CommandLine.Option(
      names = "--known",
      paramLabel = "V",
      defaultValue = "NaN",
      descriptionKey = "benchmark.known")
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
    spec.commandLine().getOut().println(solver.run(readable(), limits).toJson());
    return 0;
  }

  /** Instances are files, plan folders may be named as such. */
  private Path readable() {
    boolean folder = "deploy".equals(family) && Files.isDirectory(instance);
    if (!folder && !Files.isReadable(instance)) {
      throw new InputRefused("file.missing", "file", instance.toString());
    }
    return instance;
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
