package org.kiungo.web.plan.file;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.Plans;
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
  private final PlanArchive archive;

  PlanFilesController(Plans plans, PlanArchive archive) {
    this.plans = plans;
    this.archive = archive;
  }

  @GetMapping("/api/v1/plans/{id}/files")
  List<String> files(@PathVariable String id) throws IOException {
    return archive.names(id);
  }

  @Answers(
      value = 304,
      type = {"application/json", "application/geo+json", "text/csv", "application/octet-stream"})
  @GetMapping("/api/v1/plans/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name)
      throws IOException {
    // only a name that the folder itself lists is ever opened
    if (!archive.names(id).contains(name)) {
      throw ApiRefusal.unknown("file", name);
    }
    String ending = name.substring(name.lastIndexOf('.') + 1);
    MediaType type =
        MediaType.parseMediaType(
            TYPES.getOrDefault(ending, MediaType.APPLICATION_OCTET_STREAM_VALUE));
    Resource file = new FileSystemResource(plans.getFiles(id).resolve(name));
    return Unchanging.answer(id + "/" + name, type, file);
  }

  @Answers(type = "application/zip")
  @GetMapping("/api/v1/countries/{iso3}/scenarios.zip")
  ResponseEntity<StreamingResponseBody> scenarios(@PathVariable String iso3, Locale locale)
      throws IOException {
    ScenarioArchive all = ScenarioArchive.of(plans, iso3, Words.in(locale.getLanguage()));
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header("Cache-Control", "no-store")
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"kiungo-scenarios-" + iso3 + ".zip\"")
        .body(all::write);
  }

  @Answers(value = 304, type = "application/zip")
  @GetMapping("/api/v1/plans/{id}/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(@PathVariable String id) throws IOException {
    return archive.answer(id, PlanArchive.Parts.ALL);
  }
}
