package org.kiungo.web.plan.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A plan in the formats of other programs. */
@RestController
class PlanExportController {

  private final Plans plans;
  private final DataFolder data;
  private final ToldStates told;

  PlanExportController(Plans plans, DataFolder data, ToldStates told) {
    this.told = told;
    this.plans = plans;
    this.data = data;
  }

  @GetMapping("/api/v1/plans/{id}/exports")
  List<String> formats(@PathVariable String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return PlanExports.formats();
  }

  @Answers(type = "application/octet-stream")
  @GetMapping("/api/v1/plans/{id}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id,
      @PathVariable String format,
      @RequestParam(defaultValue = "") String layer,
      Locale locale)
      throws IOException {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "export");
    Path file = folder.resolve("export");
    try {
      Words words = Words.in(locale.getLanguage());
      PlanExports.write(plans.folder(id), format, layer, words, told, file);
    } catch (IOException | RuntimeException e) {
      remove(file);
      throw e;
    }
    String name = "kiungo-" + id + (layer.isEmpty() ? "" : "-" + layer) + ending(format);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
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

  /** Shapefiles have several parts, which travel as one archive; documents say what they are. */
  private static String ending(String format) {
    String extension = PlanExports.extension(format);
    return (extension.equals(format) ? "" : "-" + format)
        + (extension.equals("shp") ? ".shp.zip" : "." + extension);
  }

  private static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.getParent());
  }
}
