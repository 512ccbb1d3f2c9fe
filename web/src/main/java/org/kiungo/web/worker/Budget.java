package org.kiungo.web.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What one {@link Chore} may take of the machine.
 *
 * @param kind before the dot of the codes by which it is refused
 * @param subject what it works on, for the message
 * @param heapMebibytes largest heap
 * @param cpu longest time of processors
 * @param time longest time by the clock
 * @param diskBytes largest sum of the files in its folder
 */
public record Budget(
    String kind, String subject, long heapMebibytes, Duration cpu, Duration time, long diskBytes) {

  private static final long MEBIBYTE = 1L << 20;

  /** Why it ended that ran out of memory. */
  InputRefused memory() {
    return refused(".memory", heapMebibytes);
  }

  /**
   * Whether more was taken than may be.
   *
   * @param taken by the clock
   * @param folder of all that it writes; null for none
   */
  Optional<InputRefused> overrun(WorkerProcess worker, Duration taken, Path folder) {
    if (worker.cpu().compareTo(cpu) > 0) {
      return Optional.of(refused(".cpu", cpu.toMinutes()));
    }
    Optional<InputRefused> late = findLate(taken);
    if (late.isPresent()) {
      return late;
    }
    return folder != null && bytes(folder) > diskBytes
        ? Optional.of(refused(".disk", diskBytes / MEBIBYTE))
        : Optional.empty();
  }

  /**
   * Whether its time is up.
   *
   * @param taken by the clock, waiting for memory included
   */
  Optional<InputRefused> findLate(Duration taken) {
    return taken.compareTo(time) > 0
        ? Optional.of(refused(".time", time.toSeconds()))
        : Optional.empty();
  }

  private InputRefused refused(String what, long limit) {
    return new InputRefused(kind + what, "file", subject, "limit", limit);
  }

  private static long bytes(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(Budget::size).sum();
    } catch (IOException | UncheckedIOException changing) {
      return 0; // looked at again soon
    }
  }

  private static long size(Path file) {
    try {
      return Files.isRegularFile(file) ? Files.size(file) : 0;
    } catch (NoSuchFileException gone) {
      return 0;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
