package org.kiungo.web.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.format.DataReport;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Inspection;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerImport;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Imports layers and shows their versions. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

  private static final int SHOWN_FINDINGS = 500;

  private final Datasets datasets;
  private final DataFolder data;
  private final JsonMapper json;

  DatasetController(Datasets datasets, DataFolder data, JsonMapper json) {
    this.datasets = datasets;
    this.data = data;
    this.json = json;
  }

  /** A file looked at: what is in it, and which column would mean what. */
  record Looked(Inspection inspection, Map<String, String> mapping, List<String> roles) {}

  /** What became of an import; {@code dataset}, {@code version} and {@code changes} may be null. */
  record Answer(
      boolean stored,
      Dataset dataset,
      DatasetVersion version,
      VersionDiff changes,
      Report report) {}

  /** Rows in = rows accepted + rows listed; each finding is a sentence with its remedy. */
  record Report(
      String file,
      long rowsIn,
      long rowsAccepted,
      long rowsListed,
      double totalBefore,
      double totalAfter,
      Map<String, Long> counts,
      List<Problem> problems) {}

  /** A finding in words. */
  record Problem(
      Finding.Severity severity,
      String code,
      long row,
      String column,
      String found,
      String place,
      String fix,
      String message,
      String remedy) {}

  @PostMapping(path = "/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Looked inspect(
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String layer,
      @RequestParam(defaultValue = "") String country,
      Locale locale)
      throws IOException {
    Path kept = keep(file);
    try {
      LayerImport reader = new LayerImport(new BuiltInCountries());
      FindingWords wording = new FindingWords(Words.in(locale.getLanguage()));
      Inspection inspection = reader.inspect(kept, ReadOptions.DETECT, country, wording);
      if (layer.isEmpty() || inspection.raster() != null) {
        return new Looked(inspection, Map.of(), List.of());
      }
      LayerKind kind = LayerKind.named(layer);
      ColumnMapping mapping = reader.guess(kept, kind, ReadOptions.DETECT);
      return new Looked(inspection, mapping.columns(), kind.roles());
    } finally {
      FileSystemUtils.deleteRecursively(kept.getParent());
    }
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> add(
      @RequestParam MultipartFile file,
      @RequestParam String layer,
      @RequestParam String country,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String licence,
      @RequestParam(defaultValue = "good") String accept,
      @RequestParam(defaultValue = "") String mapping,
      Locale locale)
      throws IOException {
    Path kept = keep(file);
    try {
      DatasetImport.Outcome outcome =
          datasets
              .importer()
              .run(
                  new DatasetImport.Request(
                      kept,
                      LayerKind.named(layer),
                      country,
                      name,
                      source,
                      licence,
                      accept.equals("all-or-nothing"),
                      mapping(mapping)));
      Answer answer =
          new Answer(
              outcome.isStored(),
              outcome.dataset(),
              outcome.version(),
              outcome.changes(),
              report(outcome.report(), new FindingWords(Words.in(locale.getLanguage()))));
      HttpStatus status =
          outcome.isStored() ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_CONTENT;
      return ResponseEntity.status(status).body(answer);
    } finally {
      FileSystemUtils.deleteRecursively(kept.getParent());
    }
  }

  private ColumnMapping mapping(String text) {
    if (text.isBlank()) {
      return null;
    }
    try {
      Map<String, String> columns = json.readValue(text, new TypeReference<>() {});
      return new ColumnMapping(columns, ReadOptions.DETECT);
    } catch (JacksonException unreadable) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "mapping", text);
    }
  }

  /** An upload in a folder of its own, under a name of harmless characters. */
  private Path keep(MultipartFile file) throws IOException {
    String given = String.valueOf(file.getOriginalFilename());
    String name = given.replaceAll("[^\\p{L}\\p{N}._ -]", "_").replaceAll("^[. ]+", "");
    Path folder = Files.createTempDirectory(data.folder("uploads"), "upload");
    String harmless = name.isEmpty() ? "upload" : name;
    Path kept = folder.resolve(harmless.substring(Math.max(0, harmless.length() - 100)));
    file.transferTo(kept);
    return kept;
  }

  private static Report report(DataReport report, FindingWords wording) {
    List<Problem> problems =
        report.findings().stream()
            .limit(SHOWN_FINDINGS)
            .map(
                each ->
                    new Problem(
                        each.severity(),
                        each.code(),
                        each.row(),
                        each.column(),
                        each.found(),
                        each.place(),
                        each.fix(),
                        wording.say(each, false),
                        wording.say(each, true)))
            .toList();
    return new Report(
        report.file(),
        report.rowsIn(),
        report.rowsAccepted(),
        report.rowsListed(),
        report.totalBefore(),
        report.totalAfter(),
        report.counts(),
        problems);
  }

  @GetMapping
  List<Dataset> list(@RequestParam(required = false) String country) {
    return datasets.store().list().stream()
        .filter(each -> country == null || each.country().equals(country))
        .toList();
  }

  @GetMapping("/{id}")
  Dataset dataset(@PathVariable String id) {
    return datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
  }

  @GetMapping("/{id}/versions")
  List<DatasetVersion> versions(@PathVariable String id) {
    return datasets.store().versions(dataset(id).id());
  }

  @GetMapping("/{id}/diff")
  VersionDiff diff(@PathVariable String id, @RequestParam int from, @RequestParam int to) {
    return datasets.store().diff(dataset(id).id(), from, to);
  }

  @PostMapping("/{id}/undo")
  Dataset undo(@PathVariable String id) {
    datasets.store().undo(dataset(id).id(), "local");
    return dataset(id);
  }

  @PostMapping("/{id}/restore")
  Dataset restore(@PathVariable String id, @RequestParam int version) {
    datasets.store().restore(dataset(id).id(), version, "local");
    return dataset(id);
  }
}
