package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Right files of every format that is written, broken at random: nothing but a refusal in words
 * leaves a reader, none holds it for long, and none loses a row without a word.
 *
 * <p>{@code mvn -pl geodata -am test -Dtest=HostileMutantsTest -Dkiungo.hostile.mutants=10000
 * -Dkiungo.hostile.seed=7}, with a seed of its own for each release
 */
class HostileMutantsTest {

  private static final int MUTANTS = Integer.getInteger("kiungo.hostile.mutants", 300);
  private static final long SEED = Long.getLong("kiungo.hostile.seed", 1);

  /** Time of a processor that no file of a kilobyte may take. */
  private static final long HANGS_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final byte[][] NUMBERS = {
    {0, 0, 0, 0}, {-1, -1, -1, -1}, {-1, -1, -1, 127}, {127, -1, -1, -1}, {0, 0, -16, 127}
  };

  @TempDir private Path folder;

  @Test
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void noMutantGetsThroughInSilence() throws IOException {
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    List<Path> whole = List.copyOf(new HostileCases(folder).wholeFiles().values());
    List<String> wrong = new ArrayList<>();
    Map<String, Integer> told = new java.util.TreeMap<>();
    SplittableRandom random = new SplittableRandom(SEED);
    for (int k = 0; k < MUTANTS; k++) {
      Path original = whole.get(k % whole.size());
      String extension = original.toString().replaceAll(".*\\.", "");
      byte[] bytes = mutant(original, random.split());
      Path file = Files.write(folder.resolve("m." + extension), bytes);
      long begun = clock.getCurrentThreadCpuTime();
      String verdict;
      try {
        verdict = verdict(HostileOutcome.of(file), rows(bytes, extension));
      } catch (RuntimeException | Error crash) {
        verdict = "! " + crash;
      }
      if (clock.getCurrentThreadCpuTime() - begun > HANGS_NANOS) {
        verdict = "! hangs";
      }
      told.merge(verdict, 1, Integer::sum);
      if (verdict.startsWith("!")) {
        Files.write(
            Files.createDirectories(Path.of("target/mutants")).resolve(k + "." + extension), bytes);
        wrong.add("mutant " + k + " of " + original.getFileName() + " " + verdict);
      }
    }
    System.out.println(MUTANTS + " mutants with seed " + SEED + ": " + told);
    assertThat(wrong).isEmpty();
  }

  /** Of a text table what its lines say: lines that are missing at its end leave no trace. */
  private static int rows(byte[] bytes, String extension) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return extension.equals("csv")
        ? (int) text.lines().filter(line -> !line.isBlank()).count() - 1
        : HostileCases.ROWS;
  }

  private static String verdict(HostileOutcome outcome, int rows) {
    if (outcome.refused() != null) {
      return outcome.refused().arguments().containsKey("file") ? "refused" : "! no file named";
    }
    if (!outcome.findings().isEmpty() || outcome.listed()) {
      return "told";
    }
    boolean whole = outcome.features() == rows;
    return whole ? "as whole" : "! " + outcome.features() + " features without a word";
  }

  /** Of an archive, half of the time what is in it, so that its own checks do not hide that. */
  private static byte[] mutant(Path original, SplittableRandom random) throws IOException {
    byte[] whole = Files.readAllBytes(original);
    boolean archive = whole[0] == 'P' && whole[1] == 'K' && random.nextBoolean();
    if (!archive) {
      return broken(whole, random);
    }
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(original.toFile())) {
      for (ZipEntry each : Collections.list(zip.entries())) {
        entries.put(each.getName(), zip.getInputStream(each).readAllBytes());
      }
    }
    String name = List.copyOf(entries.keySet()).get(random.nextInt(entries.size()));
    entries.put(name, broken(entries.get(name), random));
    return HostileCases.zip(entries);
  }

  private static byte[] broken(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    // what decides lies mostly at the beginning
    int at = random.nextInt(random.nextBoolean() ? Math.min(300, bytes.length) : bytes.length);
    int length = Math.min(1 + random.nextInt(16), bytes.length - at);
    switch (random.nextInt(6)) {
      case 0 -> bytes[at] = (byte) random.nextInt(256);
      case 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 2 -> {
        byte[] number = NUMBERS[random.nextInt(NUMBERS.length)];
        System.arraycopy(number, 0, bytes, at, Math.min(number.length, bytes.length - at));
      }
      case 3 -> {
        System.arraycopy(whole, at + length, bytes, at, bytes.length - at - length);
        return Arrays.copyOf(bytes, bytes.length - length);
      }
      case 4 -> {
        byte[] longer = Arrays.copyOf(bytes, bytes.length + length);
        System.arraycopy(whole, at, longer, at + length, whole.length - at);
        return longer;
      }
      default -> {
        return Arrays.copyOf(bytes, at + 1);
      }
    }
    return bytes;
  }
}
