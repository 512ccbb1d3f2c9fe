package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.MappingMemory;
import org.kiungo.web.worker.WorkerBudget;
import org.kiungo.web.worker.WorkerProcess;
import org.springframework.stereotype.Component;

/**
 * Has files read in a Java of their own ({@link ImportProcess}): one that takes more memory, time
 * or space than it may costs its own import, not the server.
 */
@Component
class ReadingApart {

  private static final long LOOKED_EVERY_MS = 200;

  private final WorkerBudget budget;

  ReadingApart(WorkerBudget budget) {
    this.budget = budget;
  }

  /** The Java that read is gone without an answer; reading may be tried again. */
  static final class Interrupted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Interrupted(String message) {
      super(message);
    }
  }

  /**
   * Reads a file.
   *
   * @param folder for whatever is written meanwhile
   * @param known mappings remembered
   * @param unwanted once true, reading ends
   * @param rows is told how many are taken in
   * @throws LiveIntake.Ended when it became unwanted
   * @throws InputRefused as reading here does; {@code import.memory}, {@code import.cpu} or {@code
   *     import.disk} for one that took more than it may
   */
  ImportReader.Read read(
      ImportTask task,
      Path folder,
      MappingMemory.Known known,
      BooleanSupplier unwanted,
      LongConsumer rows)
      throws IOException {
    String name = String.valueOf(task.file().getFileName());
    AtomicReference<InputRefused> overrun = new AtomicReference<>();
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try (WorkerProcess worker =
        WorkerProcess.start(ImportProcess.class, budget.heapMebibytes(), folder)) {
      worker.tell(task.toJson());
      watch.scheduleWithFixedDelay(
          () -> {
            budget.overrun(worker, name, folder).ifPresent(overrun::set);
            endIf(worker, unwanted.getAsBoolean() || overrun.get() != null);
          },
          LOOKED_EVERY_MS,
          LOOKED_EVERY_MS,
          TimeUnit.MILLISECONDS);
      for (String line = worker.listen(); line != null; line = worker.listen()) {
        ImportWord word = ImportWord.of(line);
        if (word.read() != null) {
          return word.read();
        }
        hear(word, worker, known, rows);
      }
      if (overrun.get() != null) {
        throw overrun.get();
      }
      if (unwanted.getAsBoolean()) {
        throw new LiveIntake.Ended();
      }
      if (worker.endedForMemory()) {
        throw new InputRefused("import.memory", "file", name, "limit", budget.heapMebibytes());
      }
      throw new Interrupted("the process that read " + name + " is gone");
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new LiveIntake.Ended();
    } finally {
      watch.shutdownNow();
    }
  }

  private static void endIf(WorkerProcess worker, boolean unwanted) {
    if (unwanted) {
      worker.close();
    }
  }

  private static void hear(
      ImportWord word, WorkerProcess worker, MappingMemory.Known known, LongConsumer rows) {
    if (word.refused() != null) {
      throw word.refused().thrown();
    }
    if (word.fault() != null) {
      throw new IllegalStateException("in the process of the import: " + word.fault());
    }
    if (word.asked() != null) {
      worker.tell(known.find(word.asked().layout(), word.asked().layer()).orElse(""));
    } else {
      rows.accept(word.rows());
    }
  }
}
