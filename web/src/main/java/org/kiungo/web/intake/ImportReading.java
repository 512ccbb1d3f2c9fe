package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Reads the files of imports: small ones here, where nobody waits for a Java to start, others in
 * one of their own.
 */
@Component
class ImportReading {

  /**
   * What is larger is read apart, bytes: shapes that all but touch themselves everywhere take
   * seconds to be judged from here on.
   */
  static final long SMALL_BYTES = 500_000;

  /** What a compressed file is taken for, times its own size. */
  private static final int UNPACKED = 10;

  private final ReadingApart apart;
  private final DataFolder data;
  private final HeavyRequests heavy;
  private final boolean separate;

  /**
   * @param separate false to read every file here
   */
  ImportReading(
      ReadingApart apart,
      DataFolder data,
      HeavyRequests heavy,
      @Value("${kiungo.worker.apart}") boolean separate) {
    this.apart = apart;
    this.data = data;
    this.heavy = heavy;
    this.separate = separate;
  }

  /** Has a file's rows stored. */
  void read(
      DatasetImport imports,
      DatasetImport.Request request,
      String sha256,
      LiveIntake live,
      Consumer<DatasetImport.Reading> use)
      throws IOException {
    if (isSmall(request.file())) {
      DatasetImport.Request mapped = imports.reader().mapped(request);
      use.accept(
          rows ->
              imports
                  .reader()
                  .read(
                      mapped,
                      live.id(),
                      sha256,
                      row -> {
                        live.row(LiveIntake.Phase.READING);
                        rows.accept(row);
                      }));
      return;
    }
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "import");
    try {
      Path file = folder.resolve("rows.jsonl");
      ImportReader.Read read =
          apart(
              imports,
              task(request, live.id(), sha256, file),
              folder,
              live::isEnding,
              taken -> live.at(LiveIntake.Phase.READING, taken));
      live.at(LiveIntake.Phase.STORING, 0);
      use.accept(
          rows -> {
            RowFile.forEach(
                file,
                row -> {
                  live.row(LiveIntake.Phase.STORING);
                  rows.accept(row);
                });
            return read;
          });
    } finally {
      Durable.discard(folder);
    }
  }

  /** Reads a file for its report alone. */
  DatasetImport.Outcome check(DatasetImport imports, DatasetImport.Request request)
      throws IOException {
    if (isSmall(request.file())) {
      return heavy.inTurn(() -> imports.check(request));
    }
    String sha256 = imports.keepForCheck(request);
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "check");
    try {
      ImportTask task = task(request, DatasetImport.newId(), sha256, null);
      return imports.checked(
          heavy.inTurn(() -> apart(imports, task, folder, () -> false, taken -> {})));
    } finally {
      Durable.discard(folder);
    }
  }

  private ImportReader.Read apart(
      DatasetImport imports,
      ImportTask task,
      Path folder,
      BooleanSupplier unwanted,
      LongConsumer rows)
      throws IOException {
    return apart.read(task, folder, imports::findMapping, unwanted, rows);
  }

  private static ImportTask task(
      DatasetImport.Request request, String importId, String sha256, Path rows) {
    return new ImportTask(
        importId,
        Organisation.current(),
        sha256,
        request.file().path().toAbsolutePath(),
        request.kind(),
        request.country(),
        request.mapping() == null ? null : request.mapping().columns(),
        request.mapping() == null ? request.options() : request.mapping().options(),
        rows);
  }

  private boolean isSmall(SourceFile file) {
    if (!separate) {
      return true;
    }
    boolean packed = file.startsWith('P', 'K') || file.startsWith(0x1f, 0x8b);
    long bytes = file.parts().stream().mapToLong(each -> each.toFile().length()).sum();
    return bytes * (packed ? UNPACKED : 1) < SMALL_BYTES;
  }
}
