package org.kiungo.planner.spread;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.broadcast.Broadcast;
import org.kiungo.planner.doubt.Spread;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.Scratch;

/**
 * Futures as tasks of Spark. The files of the plan in doubt go to each executor once, which reads
 * them once; of each step go its plans in brief, and what comes back is bytes, too: no record of a
 * problem is ever sent, for none could be.
 */
final class SparkSpread implements Spread {

  private final JavaSparkContext spark;
  private final Broadcast<Map<String, byte[]>> plan;

  /**
   * @param plan folder of the plan in doubt
   */
  SparkSpread(JavaSparkContext spark, Path plan) throws IOException {
    this.spark = spark;
    Map<String, byte[]> files = new TreeMap<>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(plan, Files::isRegularFile)) {
      for (Path each : all) {
        files.put(each.getFileName().toString(), Files.readAllBytes(each));
      }
    }
    this.plan = spark.broadcast(files);
  }

  @Override
  public <T> List<T> each(int count, Work<T> work) {
    Broadcast<byte[]> sent = spark.broadcast(work.bytes());
    List<Integer> futures = IntStream.range(0, count).boxed().toList();
    List<byte[]> done =
        spark.parallelize(futures, count).map(new InOneFuture(plan, sent)).collect();
    sent.unpersist(false);
    return done.stream().map(work::read).toList();
  }

  /** What an executor does. */
  private record InOneFuture(Broadcast<Map<String, byte[]>> plan, Broadcast<byte[]> work)
      implements Function<Integer, byte[]> {

    @Override
    public byte[] call(Integer future) {
      return Held.reading(plan.value(), work.value()).apply(future);
    }
  }

  /** What an executor has read, kept for its next future. */
  private record Held(
      Map<String, byte[]> files, PlanFolder plan, byte[] work, IntFunction<byte[]> done) {

    private static Held last = new Held(null, null, null, null);

    /** Spark gives the same object as long as it keeps it; where not, it is read again. */
    static synchronized IntFunction<byte[]> reading(Map<String, byte[]> files, byte[] work) {
      if (last.files != files || last.work != work) {
        PlanFolder plan = last.files == files ? last.plan : read(files);
        last = new Held(files, plan, work, Spread.sent(plan, work));
      }
      return last.done;
    }

    private static PlanFolder read(Map<String, byte[]> files) {
      try {
        Path folder = Scratch.folder("kiungo-spread");
        try {
          for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Files.write(folder.resolve(each.getKey()), each.getValue());
          }
          return PlanFolder.read(folder);
        } finally {
          for (String each : files.keySet()) {
            Files.deleteIfExists(folder.resolve(each));
          }
          Files.deleteIfExists(folder);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
