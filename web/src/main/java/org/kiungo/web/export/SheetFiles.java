package org.kiungo.web.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.DataFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Writes sheets as files: in every format of the registry, and as a picture of their map. */
@Component
public class SheetFiles {

  /** The map as a picture, beside the formats of the registry. */
  public static final String PICTURE = "png";

  private final DataFolder data;
  private final HeavyRequests heavy;
  private final String boundaryNote;

  /**
   * @param boundaryNote the operator's own sentence about boundaries; empty keeps the built-in one
   */
  SheetFiles(
      DataFolder data,
      HeavyRequests heavy,
      @Value("${kiungo.map.boundary-note:}") String boundaryNote) {
    this.data = data;
    this.heavy = heavy;
    this.boundaryNote = boundaryNote;
  }

  /** Names of all formats, sorted. */
  public static List<String> formats() {
    return Stream.concat(
            ExportFormat.all().stream().map(ExportFormat::extension), Stream.of(PICTURE))
        .sorted()
        .toList();
  }

  /**
   * A sheet as a file to keep.
   *
   * @param format one of {@link #formats}
   */
  public ResponseEntity<StreamingResponseBody> answer(Sheet sheet, String format, Locale locale)
      throws IOException {
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "sheet");
    Path file = folder.resolve("sheet");
    try {
      heavy.inTurn(() -> write(sheet, format, Words.in(locale.getLanguage()), file));
    } catch (IOException | RuntimeException e) {
      remove(file);
      throw e;
    }
    String name = sheet.file() + "." + ExportFormat.ending(format);
    return ResponseEntity.ok()
        .contentType(
            format.equals(PICTURE) ? MediaType.IMAGE_PNG : MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(Files.size(file))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(
            out -> {
              try {
                Files.copy(file, out);
              } finally {
                remove(file);
              }
            });
  }

  private Path write(Sheet sheet, String format, Words words, Path file) throws IOException {
    if (format.equals(PICTURE)) {
      String note = boundaryNote.isBlank() ? words.text("ui.map.boundary-note") : boundaryNote;
      new MapPicture(sheet, words, note).write(file);
      return file;
    }
    ExportFormat wanted = ExportFormat.named(format, formats());
    wanted.write(wanted.holdsManyLayers() ? sheet.layers() : sheet.layers().subList(0, 1), file);
    return file;
  }

  private static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.getParent());
  }
}
