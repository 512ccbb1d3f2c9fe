package org.kiungo.web.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A plan's folder, file by file or as one archive. */
@RestController
class PlanFilesController {

  private static final Map<String, String> TYPES =
      Map.of(
          "json", MediaType.APPLICATION_JSON_VALUE,
          "geojson", "application/geo+json",
          "csv", "text/csv;charset=UTF-8");

  private final Plans plans;

  PlanFilesController(Plans plans) {
    this.plans = plans;
  }

  @GetMapping("/api/v1/plans/{id}/files")
  List<String> files(@PathVariable String id) throws IOException {
    return names(id);
  }

  @GetMapping("/api/v1/plans/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name)
      throws IOException {
    // only a name that the folder itself lists is ever opened
    if (!names(id).contains(name)) {
      throw ApiRefusal.unknown("file", name);
    }
    String ending = name.substring(name.lastIndexOf('.') + 1);
    MediaType type =
        MediaType.parseMediaType(
            TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM_VALUE));
    Resource file = new FileSystemResource(plans.folder(id).resolve(name));
    return Unchanging.answer(id + "/" + name, type, file);
  }

  @GetMapping("/api/v1/plans/{id}/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(@PathVariable String id) throws IOException {
    List<String> names = names(id);
    Path folder = plans.folder(id);
    StreamingResponseBody body =
        out -> {
          ZipOutputStream zip = new ZipOutputStream(out);
          for (String name : names) {
            ZipEntry entry = new ZipEntry(id + "/" + name);
            // no clock: the same plan gives the same archive
            entry.setTime(0);
            zip.putNextEntry(entry);
            Files.copy(folder.resolve(name), zip);
            zip.closeEntry();
          }
          zip.finish();
        };
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".zip\"")
        .eTag("W/\"" + id + ".zip\"")
        .body(body);
  }

  private List<String> names(String id) throws IOException {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    try (Stream<Path> files = Files.list(plans.folder(id))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    }
  }
}
