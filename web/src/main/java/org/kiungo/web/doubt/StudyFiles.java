package org.kiungo.web.doubt;

import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.web.store.ZippedFolder;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/**
 * The files of a study that is finished, as they are sent.
 *
 * @param kind names its archive
 * @param id of the study
 * @param folder where they lie
 */
record StudyFiles(StudyKind kind, String id, Path folder) {

  private static final String TABLE = ".csv";

  /** A file of figures or a table of the folder itself. */
  ResponseEntity<Resource> file(String name) {
    Path file = folder.resolve(name).normalize();
    boolean table = name.endsWith(TABLE);
    if (!folder.equals(file.getParent())
        || !(table || name.equals(kind.figures))
        || !Files.isRegularFile(file)) {
      throw ApiRefusal.unknown("file", name);
    }
    String type = table ? "text/csv;charset=UTF-8" : MediaType.APPLICATION_JSON_VALUE;
    return Unchanging.answer(
        id + "/" + name, MediaType.parseMediaType(type), new FileSystemResource(file));
  }

  /** All that {@code kiungo verify} reads. */
  ResponseEntity<StreamingResponseBody> archive() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + kind.id + "-" + id + ".zip\"")
        .body(out -> ZippedFolder.write(folder, kind.id, out));
  }
}
