package org.kiungo.web.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.InputRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What one import may take of the machine while it is done in a Java of its own. */
@Component
public class WorkerBudget {

  private static final long MEBIBYTE = 1L << 20;

  private final long heapMebibytes;
  private final Duration cpu;
  private final long diskBytes;

  /**
   * @param heapMebibytes largest heap
   * @param cpuMinutes longest time of processors
   * @param diskMebibytes largest sum of the files that it writes
   */
  public WorkerBudget(
      @Value("${kiungo.worker.import.memory-mib}") long heapMebibytes,
      @Value("${kiungo.worker.import.cpu-minutes}") long cpuMinutes,
      @Value("${kiungo.worker.import.disk-mib}") long diskMebibytes) {
    this.heapMebibytes = heapMebibytes;
    this.cpu = Duration.ofMinutes(cpuMinutes);
    this.diskBytes = diskMebibytes * MEBIBYTE;
  }

  public long heapMebibytes() {
    return heapMebibytes;
  }

  /**
   * Whether it has taken more than it may.
   *
   * @param file that it reads, for the message
   * @param folder of all that it writes
   * @return {@code import.cpu} or {@code import.disk}; empty while it may go on
   */
  public Optional<InputRefused> overrun(WorkerProcess worker, String file, Path folder) {
    if (worker.cpu().compareTo(cpu) > 0) {
      return Optional.of(new InputRefused("import.cpu", "file", file, "limit", cpu.toMinutes()));
    }
    return bytes(folder) > diskBytes
        ? Optional.of(new InputRefused("import.disk", "file", file, "limit", diskBytes / MEBIBYTE))
        : Optional.empty();
  }

  private static long bytes(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.mapToLong(WorkerBudget::size).sum();
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
