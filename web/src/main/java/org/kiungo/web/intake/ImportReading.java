package org.kiungo.web.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.folder.Durable;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.Told;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

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

  private static final Apart HERE = Apart.here();

  private final Apart apart;
  private final Budgets budgets;
  private final DataFolder data;
  private final HeavyRequests heavy;

  ImportReading(Apart apart, Budgets budgets, DataFolder data, HeavyRequests heavy) {
    this.apart = apart;
    this.budgets = budgets;
    this.data = data;
    this.heavy = heavy;
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
      DatasetImport.Request mapped =
          ImportChore.shallow(request.file().path(), () -> imports.reader().mapped(request));
      use.accept(
          rows ->
              ImportChore.shallow(
                  request.file().path(),
                  () ->
                      imports
                          .reader()
                          .read(
                              mapped,
                              live.id(),
                              sha256,
                              row -> {
                                live.row(LiveIntake.Phase.READING);
                                rows.accept(row);
                              })));
      return;
    }
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "import");
    try {
      Path file = folder.resolve("rows.jsonl");
      ImportReader.Read read =
          apart(
              imports,
              task(request, live.id(), sha256, file, districts(imports, request, folder)),
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
  DatasetImport.Outcome check(DatasetImport imports, DatasetImport.Request asked)
      throws IOException {
    DatasetImport.Request request = imports.besideStanding(asked);
    if (isSmall(request.file())) {
      return heavy.inTurn(
          () -> ImportChore.shallow(request.file().path(), () -> imports.check(request)));
    }
    String sha256 = imports.keepForCheck(request);
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "check");
    try {
      Path file = folder.resolve("rows.jsonl");
      ImportChore.Task task =
          task(request, DatasetImport.newId(), sha256, file, districts(imports, request, folder));
      ImportReader.Read read =
          heavy.inTurn(() -> apart(imports, task, folder, () -> false, taken -> {}));
      return imports.check(
          request,
          rows -> {
            RowFile.forEach(file, rows);
            return read;
          });
    } finally {
      Durable.discard(folder);
    }
  }

  private ImportReader.Read apart(
      DatasetImport imports,
      ImportChore.Task task,
      Path folder,
      BooleanSupplier unwanted,
      LongConsumer rows)
      throws IOException {
    return apart.work(
        new ImportChore(),
        task,
        budgets.file(String.valueOf(task.file().getFileName())),
        folder,
        new Heard(imports, unwanted, rows));
  }

  /** What is in a file, and how it would be read as a layer. */
  Looked look(DatasetImport imports, LookChore.Task task) throws IOException {
    String name = String.valueOf(task.file().getFileName());
    Heard heard = new Heard(imports, () -> false, taken -> {});
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "look");
    try {
      return heavy.inTurn(
          () ->
              (isSmall(SourceFile.of(task.file())) ? HERE : apart)
                  .work(new LookChore(), task, budgets.look(name), folder, heard));
    } finally {
      Durable.discard(folder);
    }
  }

  /** Answers what is remembered of columns, and hands on how many rows there are. */
  private record Heard(DatasetImport imports, BooleanSupplier unwanted, LongConsumer rows)
      implements Hearing {

    @Override
    public boolean isUnwanted() {
      return unwanted.getAsBoolean();
    }

    @Override
    public String asked(JsonNode question) {
      ImportChore.Asked asked = Told.as(question, ImportChore.Asked.class);
      return imports.findMapping(asked.layout(), asked.layer()).orElse("");
    }

    @Override
    public void told(JsonNode progress) {
      rows.accept(progress.asLong());
    }
  }

  private static ImportChore.Task task(
      DatasetImport.Request request, String importId, String sha256, Path rows, Path districts) {
    return new ImportChore.Task(
        importId,
        Organisation.current(),
        sha256,
        request.file().path().toAbsolutePath(),
        request.kind(),
        request.country(),
        request.mapping() == null ? null : request.mapping().columns(),
        request.mapping() == null ? request.options() : request.mapping().options(),
        request.judgement(),
        request.standing(),
        rows,
        districts);
  }

  private static Path districts(DatasetImport imports, DatasetImport.Request request, Path folder)
      throws IOException {
    return imports.reader().copyDistricts(request, folder);
  }

  private boolean isSmall(SourceFile file) throws IOException {
    if (!apart.isSeparate()) {
      return true;
    }
    long bytes = 0;
    for (Path part : file.parts()) {
      bytes += unpackedBytes(part, SMALL_BYTES - bytes);
    }
    return bytes < SMALL_BYTES;
  }

  /** Of what is packed as well, counted while it is unpacked: what it says of itself may lie. */
  static long unpackedBytes(Path part, long enough) throws IOException {
    long own = Files.size(part);
    if (own >= enough) {
      return own;
    }
    try (InputStream in = Files.newInputStream(part)) {
      byte[] begin = in.readNBytes(2);
      if (begin.length == 2 && begin[0] == 'P' && begin[1] == 'K') {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(part))) {
          long bytes = 0;
          while (bytes < enough && zip.getNextEntry() != null) {
            bytes += count(zip, enough - bytes);
          }
          return bytes;
        }
      }
      boolean gzip = begin.length == 2 && begin[0] == 0x1f && begin[1] == (byte) 0x8b;
      return gzip ? count(new GZIPInputStream(Files.newInputStream(part)), enough) : own;
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      return own; // whoever reads it says so
    }
  }

  private static long count(InputStream in, long enough) throws IOException {
    byte[] piece = new byte[8192];
    long bytes = 0;
    for (int read = in.read(piece); read >= 0 && bytes < enough; read = in.read(piece)) {
      bytes += read;
    }
    return bytes;
  }
}
