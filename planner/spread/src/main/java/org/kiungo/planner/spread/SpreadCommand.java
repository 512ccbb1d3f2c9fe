package org.kiungo.planner.spread;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.kiungo.planner.doubt.DoubtLayer;
import org.kiungo.planner.doubt.DoubtStudy;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.WrittenUsd;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What {@code spark-submit kiungo-spread.jar} runs; it answers as {@code kiungo --json} does. */
@Command(name = "kiungo-spread")
public final class SpreadCommand {

  /** As of {@code kiungo}: what was asked cannot be answered. */
  private static final int REFUSED = 2;

  private static final int FAULT = 70;

  public static void main(String[] args) {
    int code =
        new CommandLine(new SpreadCommand())
            .registerConverter(Double.class, WrittenUsd::read)
            .setExecutionExceptionHandler((thrown, line, parsed) -> told(thrown))
            .execute(args);
    if (code != 0) {
      System.exit(code);
    }
  }

  private static int told(Exception thrown) throws Exception {
    if (thrown instanceof InputRefused refused) {
      System.err.println(refused.getMessage());
      return REFUSED;
    }
    thrown.printStackTrace();
    return FAULT;
  }

  /** As {@code kiungo doubt}, of a plan that is there. */
  @Command(name = "doubt")
  int doubt(
      @Option(names = "--plan", paramLabel = "DIR", required = true) Path plan,
      @Option(names = "--futures", paramLabel = "N", defaultValue = "40") int futures,
      @Option(
              names = "--layers",
              paramLabel = "LAYER",
              split = ",",
              defaultValue = "coverage,demand,prices,people")
          List<String> layers,
      @Option(names = "--first", paramLabel = "USD") Double firstUsd,
      @Option(names = "--seed", paramLabel = "N") Long seed,
      @Option(names = "--out", paramLabel = "DIR", required = true) Path out)
      throws IOException {
    List<DoubtLayer> drawn = DoubtLayer.of(layers);
    DoubtFolder.requireFree(out);
    PlanFolder base = PlanFolder.read(plan);
    DoubtStudy.Asked asked =
        new DoubtStudy.Asked(
            drawn,
            futures,
            seed == null ? base.scenario().seed() : seed,
            firstUsd == null ? Double.NaN : firstUsd);
    try (JavaSparkContext spark =
        new JavaSparkContext(new SparkConf().setAppName("kiungo doubt"))) {
      DoubtStudy.of(base, asked, new SparkSpread(spark, plan), Progress.NONE).write(out);
    }
    System.out.println(Files.readString(out.resolve(DoubtFolder.DOUBT)).strip());
    return 0;
  }
}
