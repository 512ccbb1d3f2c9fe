package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Shows datasets and their versions, and moves between them. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetVersionController {

  private final Datasets datasets;
  private final SheetFiles sheets;

  DatasetVersionController(Datasets datasets, SheetFiles sheets) {
    this.sheets = sheets;
    this.datasets = datasets;
  }

  @GetMapping
  List<Dataset> list(@RequestParam(required = false) String country) {
    return datasets.list().stream()
        .filter(each -> country == null || each.country().equals(country))
        .toList();
  }

  @GetMapping("/{id}")
  Dataset dataset(@PathVariable String id) {
    return datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
  }

  @GetMapping("/{id}/versions")
  List<ToldVersion> versions(@PathVariable String id, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return stored(id).stream().map(each -> ToldVersion.of(each, words)).toList();
  }

  private List<DatasetVersion> stored(String id) {
    return datasets.store().versions(dataset(id).id());
  }

  @GetMapping("/{id}/versions/{version}/exports")
  List<String> formats(@PathVariable String id, @PathVariable int version) {
    version(id, version);
    return SheetFiles.formats();
  }

  /** A version as it is stored, in a format of other programs or as a picture. */
  @Answers(type = {"application/octet-stream", "image/png"})
  @GetMapping("/{id}/versions/{version}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id,
      @PathVariable int version,
      @PathVariable String format,
      Locale locale)
      throws IOException {
    Words words = Words.in(locale.getLanguage());
    return sheets.answer(
        VersionSheet.of(datasets.store(), dataset(id), version(id, version), words),
        format,
        locale);
  }

  /**
   * The file that a version was read from, byte by byte, under the name that it had; those of a
   * shapefile together as a ZIP.
   */
  @Answers(type = "application/octet-stream")
  @GetMapping("/{id}/versions/{version}/original")
  ResponseEntity<Resource> original(@PathVariable String id, @PathVariable int version) {
    DatasetVersion.Provenance from = version(id, version).provenance();
    Path file = datasets.originals().path(from.sha256());
    if (!Files.exists(file)) {
      throw ApiRefusal.unknown("dataset", id + "/" + version);
    }
    String name = from.fileName();
    boolean parts = name.toLowerCase(Locale.ROOT).endsWith(".shp");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename(parts ? name + ".zip" : name, StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(new FileSystemResource(file));
  }

  private DatasetVersion version(String id, int version) {
    return stored(id).stream()
        .filter(each -> each.version() == version)
        .findFirst()
        .orElseThrow(() -> ApiRefusal.unknown("dataset", id + "/" + version));
  }

  @GetMapping("/{id}/diff")
  VersionDiff diff(@PathVariable String id, @RequestParam int from, @RequestParam int to) {
    return datasets.store().diff(dataset(id).id(), from, to);
  }

  /**
   * Steps back to the version before the current one.
   *
   * @param version the one that is meant to be undone; refused when another is current by now
   */
  @Answers(409)
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/{id}/undo")
  Dataset undo(@PathVariable String id, @RequestParam(required = false) Integer version) {
    Dataset now = dataset(id);
    if (version != null && now.currentVersion() != version) {
      throw new ApiRefusal(
          HttpStatus.CONFLICT, "dataset.moved", now.name(), now.currentVersion(), version);
    }
    datasets.store().undo(dataset(id).id(), Member.nameOr("local"));
    return dataset(id);
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping("/{id}/restore")
  Dataset restore(@PathVariable String id, @RequestParam int version) {
    datasets.store().restore(dataset(id).id(), version, Member.nameOr("local"));
    return dataset(id);
  }
}
