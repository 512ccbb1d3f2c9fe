package org.kiungo.web.crash;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** What rigs found, a line each, with the machine and how busy it was. */
final class RigTable {

  private static final Path FILE =
      Path.of(System.getProperty("kiungo.crash.results", "target/rigs.tsv"));

  private RigTable() {}

  /**
   * Adds a line to {@code target/rigs.tsv}, or the file that {@code -Dkiungo.crash.results} names.
   *
   * @param size what was asked for, with the seed
   */
  static synchronized void add(String rig, String size, String result) throws IOException {
    var machine = ManagementFactory.getOperatingSystemMXBean();
    String line =
        String.format(
            Locale.ROOT,
            "%s\t%s\t%s\t%d processors, load %.1f%n",
            rig,
            size,
            result,
            machine.getAvailableProcessors(),
            machine.getSystemLoadAverage());
    System.out.print(line);
    if (FILE.toAbsolutePath().getParent() != null) {
      Files.createDirectories(FILE.toAbsolutePath().getParent());
    }
    Files.writeString(FILE, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
