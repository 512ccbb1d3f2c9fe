package org.kiungo.geodata.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times another program, or work of this one, by the clock and by the processor. */
final class Peer {

  private static final Pattern TIMES = Pattern.compile("TIMES ([\\d.]+) ([\\d.]+) ([\\d.]+)");

  private Peer() {}

  /**
   * How long something took.
   *
   * @param seconds by the clock
   * @param cpuSeconds of all threads, user and system
   * @param out what it printed, or returned as text
   */
  record Timing(double seconds, double cpuSeconds, String out) {}

  /** Work that may fail. */
  interface Work {
    Object run() throws Exception;
  }

  /** Runs a shell command; null when it cannot be run or fails. */
  static Timing command(String command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "bash", "-c", "TIMEFORMAT='TIMES %R %U %S'; time { " + command + " ; } 2>&1")
            .redirectErrorStream(true)
            .start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Matcher times = TIMES.matcher(text);
    if (process.waitFor() != 0 || !times.find()) {
      return null;
    }
    return new Timing(
        Double.parseDouble(times.group(1)),
        Double.parseDouble(times.group(2)) + Double.parseDouble(times.group(3)),
        text.substring(0, times.start()));
  }

  /** Runs work of this program. */
  static Timing ours(Work work) throws Exception {
    long cpu = processCpu();
    long begun = System.nanoTime();
    Object result = work.run();
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new Timing(seconds, (processCpu() - cpu) / 1e9, String.valueOf(result));
  }

  private static long processCpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
