package org.kiungo.planner.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.doubt.DoubtWorlds;
import org.kiungo.planner.folder.PlanFolder;

/** A study is the same file by file, whatever ran it. */
class SameBytesOnSparkTest {

  private static final int FUTURES = 8;

  @TempDir private static Path temp;

  private static SortedMap<String, String> onOneThread;

  @BeforeAll
  static void study() throws Exception {
    DoubtWorlds.planned(DoubtWorlds.world(3, 12), 240_000).write(temp.resolve("plan"));
    onOneThread = onThreads(1);
    assertThat(onOneThread).containsKeys("doubt.json", "futures.csv", "choices/first/plan.json");
  }

  private static SortedMap<String, String> onThreads(int threads) throws Exception {
    PlanFolder plan = PlanFolder.read(temp.resolve("plan"));
    Path out = temp.resolve("threads-" + threads);
    DoubtWorlds.doubted(plan, FUTURES, 96_000, threads).write(out);
    return sha256(out);
  }

  @Test
  void onTwoThreads() throws Exception {
    assertThat(onThreads(2)).isEqualTo(onOneThread);
  }

  @Test
  void onTwoThreadsOfSpark() throws Exception {
    assertThat(study("local", submitted("local", "local[2]"))).isEqualTo(onOneThread);
  }

  @Test
  void onTwoWorkersAndWhereAnExecutorDies() throws Exception {
    try (LoopbackCluster cluster = new LoopbackCluster(temp.resolve("cluster"))) {
      assertThat(study("whole", submitted("whole", cluster.url()))).isEqualTo(onOneThread);
    }
    try (LoopbackCluster cluster = new LoopbackCluster(temp.resolve("robbed-cluster"))) {
      Process driver = submitted("robbed", cluster.url());
      cluster.killAnExecutorAtWork();
      assertThat(study("robbed", driver)).isEqualTo(onOneThread);
      assertThat(log("robbed")).contains("Lost executor");
    }
  }

  @Test
  void refusesAFolderThatHoldsSomethingElse() throws Exception {
    assertThat(submitted("plan", "local[1]").waitFor()).isEqualTo(2);
    assertThat(log("plan")).contains("doubt.out");
  }

  private static Process submitted(String name, String master) throws IOException {
    return LoopbackCluster.submitted(
        temp.resolve(name + ".log"),
        master,
        List.of(
            "doubt",
            "--plan",
            temp.resolve("plan").toString(),
            "--futures",
            String.valueOf(FUTURES),
            "--first",
            "96k",
            "--seed",
            "7",
            "--out",
            temp.resolve(name).toString()));
  }

  private static SortedMap<String, String> study(String name, Process driver) throws Exception {
    assertThat(driver.waitFor()).as(log(name)).isZero();
    return sha256(temp.resolve(name));
  }

  private static String log(String name) throws IOException {
    return Files.readString(temp.resolve(name + ".log"));
  }

  private static SortedMap<String, String> sha256(Path folder) throws Exception {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.filter(Files::isRegularFile).toList()) {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(each));
        files.put(folder.relativize(each).toString(), new BigInteger(1, hash).toString(16));
      }
    }
    return files;
  }
}
