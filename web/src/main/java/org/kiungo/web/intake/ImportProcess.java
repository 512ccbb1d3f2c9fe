package org.kiungo.web.intake;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.ServerLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Java in which {@link ReadingApart} has one file read. */
public final class ImportProcess {

  private static final Logger LOG = LoggerFactory.getLogger(ImportProcess.class);
  private static final long TOLD_EVERY_NANOS = 200_000_000L;

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final ServerLine server = new ServerLine(told::add);
  private long rows;
  private long nextNanos = System.nanoTime();

  private ImportProcess() {}

  /** Reads what it is told on standard input, and answers on standard output. */
  public static void main(String[] arguments) throws InterruptedException {
    ImportProcess process = new ImportProcess();
    ImportTask task = ImportTask.of(process.told.take());
    Organisation.as(task.organisation(), () -> process.run(task));
    System.exit(0);
  }

  private void run(ImportTask task) {
    try {
      ImportReader reader = new ImportReader(this::ask);
      if (task.rows() == null) {
        answer(
            ImportWord.of(
                reader.read(task.request(), task.importId(), task.sha256(), this::count)));
        return;
      }
      ImportReader.Read read;
      try (RowFile out = new RowFile(task.rows())) {
        read =
            reader.read(
                task.request(),
                task.importId(),
                task.sha256(),
                row -> {
                  out.write(row);
                  count(row);
                });
      }
      answer(ImportWord.of(read));
    } catch (InputRefused refused) {
      answer(ImportWord.of(refused));
    } catch (IOException | RuntimeException | StackOverflowError fault) {
      LOG.error("fault in import {}", task.importId(), fault);
      answer(ImportWord.of(fault));
    }
  }

  private void count(StoredFeature row) {
    rows++;
    long now = System.nanoTime();
    if (now - nextNanos >= 0) {
      nextNanos = now + TOLD_EVERY_NANOS;
      answer(ImportWord.of(rows));
    }
  }

  private Optional<String> ask(String layout, String layer) {
    answer(ImportWord.of(new ImportWord.Asked(layout, layer)));
    try {
      return Optional.of(told.take()).filter(mapping -> !mapping.isEmpty());
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private void answer(ImportWord word) {
    server.answer(word.toJson());
  }
}
