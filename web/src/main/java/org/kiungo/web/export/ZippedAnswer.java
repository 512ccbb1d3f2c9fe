package org.kiungo.web.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.ZippedFolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A folder that is written for whoever asks, as one file; it is gone once it is sent. */
@Service
public class ZippedAnswer {

  private final DataFolder data;

  ZippedAnswer(DataFolder data) {
    this.data = data;
  }

  /**
   * What is written as an archive.
   *
   * @param name of the archive without its ending
   * @param writing writes into an empty folder
   */
  public ResponseEntity<StreamingResponseBody> answer(String name, FilesTogether.Writing writing)
      throws IOException {
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "zip");
    try {
      writing.into(folder);
    } catch (IOException | RuntimeException e) {
      Durable.discard(folder);
      throw e;
    }
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(name + ".zip", StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(
            out -> {
              try {
                ZippedFolder.write(folder, "", out);
              } finally {
                Durable.discard(folder);
              }
            });
  }
}
