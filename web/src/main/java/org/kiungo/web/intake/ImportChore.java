package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.KnownDistricts;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;

/** Reads the file of an import, its good rows into another; tells how many there are so far. */
public final class ImportChore implements Chore<ImportChore.Task, ImportReader.Read> {

  private static final long TOLD_EVERY_NANOS = 200_000_000L;

  private long rows;
  private long nextNanos = System.nanoTime();

  /**
   * What to read.
   *
   * @param importId of the import
   * @param organisation on whose behalf
   * @param sha256 of the kept file
   * @param file itself
   * @param kind what it holds
   * @param country ISO 3166-1 alpha-3
   * @param columns declared columns; null = as remembered, else guessed
   * @param options how to read it
   * @param judgement what is answered to its questions
   * @param standing what is stored now under its name
   * @param rows where the good rows go, as a {@link RowFile}; null for a check
   * @param districts imported ones that a census may be joined to; null where it is none
   */
  record Task(
      String importId,
      String organisation,
      String sha256,
      Path file,
      LayerKind kind,
      String country,
      Map<String, String> columns,
      ReadOptions options,
      Judgement judgement,
      Standing standing,
      Path rows,
      Path districts) {

    DatasetImport.Request request() {
      return new DatasetImport.Request(
          SourceFile.of(file),
          kind,
          country,
          "",
          new DatasetImport.Evidence("", "", "", ""),
          false,
          columns == null ? null : new ColumnMapping(columns, options),
          options,
          judgement,
          standing);
    }
  }

  /** A question after a mapping of such columns. */
  record Asked(String layout, String layer) {}

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<ImportReader.Read> gives() {
    return ImportReader.Read.class;
  }

  @Override
  public ImportReader.Read work(Task task, Caller caller) throws IOException {
    if (task.rows() == null) {
      return read(task, caller, row -> {});
    }
    try (RowFile out = new RowFile(task.rows())) {
      return read(task, caller, out::write);
    }
  }

  private ImportReader.Read read(Task task, Caller caller, Consumer<StoredFeature> out) {
    return Organisation.as(
        task.organisation(),
        () ->
            shallow(
                task.file(),
                () ->
                    reader(caller, KnownDistricts.in(task.districts()))
                        .read(
                            task.request(),
                            task.importId(),
                            task.sha256(),
                            row -> {
                              out.accept(row);
                              count(caller);
                            })));
  }

  /**
   * Refuses a file by name whose parts are nested deeper than a stack.
   *
   * @throws InputRefused {@code import.nested}
   */
  static <R> R shallow(Path file, Supplier<R> reading) {
    try {
      return reading.get();
    } catch (StackOverflowError deep) {
      throw new InputRefused("import.nested", "file", String.valueOf(file.getFileName()));
    }
  }

  /** A reader that asks the server after mappings. */
  static ImportReader reader(Caller caller, KnownDistricts districts) {
    return new ImportReader(
        (layout, layer) ->
            Optional.of(caller.ask(new Asked(layout, layer))).filter(mapping -> !mapping.isEmpty()),
        districts);
  }

  private void count(Caller caller) {
    rows++;
    long now = System.nanoTime();
    if (now - nextNanos >= 0) {
      nextNanos = now + TOLD_EVERY_NANOS;
      caller.tell(rows);
    }
  }
}
