package org.kiungo.web.dataset;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports layers and shows their versions. */
@RestController
@RequestMapping("/api/v1/datasets")
class DatasetController {

  private static final int SHOWN_FINDINGS = 500;
  private static final int PREVIEW_ROWS = 20;
  private static final int LONGEST_KEY = 200;

  private final Datasets datasets;
  private final Uploads uploads;
  private final DataFolder data;
  private final HeavyRequests heavy;

  DatasetController(Datasets datasets, Uploads uploads, DataFolder data, HeavyRequests heavy) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.data = data;
    this.heavy = heavy;
  }

  /**
   * A file looked at.
   *
   * @param upload identity under which it can be imported without sending it again
   * @param inspection what is in it
   * @param mapping which column would mean what, empty for a column that the file has not
   * @param remembered true when the mapping was used for such columns before
   * @param roles declared columns of the layer
   * @param needed those without which the layer is useless
   * @param options what is declared or remembered of how to read it
   * @param preview its first rows, column to value
   */
  record Looked(
      String upload,
      Inspection inspection,
      Map<String, String> mapping,
      boolean remembered,
      List<String> roles,
      List<String> needed,
      ReadOptions options,
      List<Map<String, Object>> preview) {}

  /** What became of an import; {@code dataset}, {@code version} and {@code changes} may be null. */
  record Answer(
      boolean stored,
      Dataset dataset,
      DatasetVersion version,
      VersionDiff changes,
      String upload,
      ImportReport report) {}

  @Requires(Role.DATA_STEWARD)
  @PostMapping("/uploads")
  @ResponseStatus(HttpStatus.CREATED)
  Uploads.Upload begin() throws IOException {
    return uploads.begin();
  }

  @GetMapping("/uploads/{id}")
  Uploads.Upload upload(@PathVariable String id) throws IOException {
    return uploads.find(id);
  }

  @Answers(409)
  @Requires(Role.DATA_STEWARD)
  @PutMapping(path = "/uploads/{id}/{name}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
  Uploads.Upload append(
      @PathVariable String id,
      @PathVariable String name,
      @RequestParam(defaultValue = "0") long offset,
      HttpServletRequest request)
      throws IOException {
    return uploads.append(id, name, offset, request.getInputStream());
  }

  @Requires(Role.DATA_STEWARD)
  @DeleteMapping("/uploads/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void discard(@PathVariable String id) throws IOException {
    uploads.discard(id);
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Looked inspect(@ModelAttribute ImportForm form, Locale locale) throws IOException {
    return heavy.inTurn(() -> look(form, locale));
  }

  private Looked look(ImportForm form, Locale locale) throws IOException {
    String upload = uploaded(form);
    SourceFile file = uploads.file(upload);
    DatasetImport imports = datasets.importer();
    FindingWords wording = new FindingWords(Words.in(locale.getLanguage()));
    if (form.layer().isEmpty() || imports.reader().isRaster(file)) {
      Inspection plain =
          imports.reader().inspect(file.path(), form.options(), form.country(), wording);
      return new Looked(
          upload, plain, Map.of(), false, List.of(), List.of(), form.options(), List.of());
    }
    LayerKind kind = LayerKind.named(form.layer());
    MappingMemory.Offer offer;
    try {
      offer = imports.offer(file, kind, form.options());
    } catch (InputRefused refused) {
      if (!refused.code().equals("layer.ambiguous")) {
        throw refused;
      }
      return ambiguous(upload, file, form, kind, imports, locale);
    }
    ReadOptions options = offer.mapping().options();
    Inspection inspection =
        imports.reader().inspect(file.path(), options.withLayer(""), form.country(), wording);
    Map<String, String> mapping = new LinkedHashMap<>();
    kind.roles().forEach(role -> mapping.put(role, offer.mapping().column(role)));
    return new Looked(
        upload,
        inspection,
        mapping,
        offer.remembered(),
        kind.roles(),
        kind.roles().stream().filter(kind::requires).toList(),
        options,
        Inspector.preview(file, options, PREVIEW_ROWS).stream().map(Feature::attributes).toList());
  }

  /** What is in a file whose layer must be named first. */
  private static Looked ambiguous(
      String upload,
      SourceFile file,
      ImportForm form,
      LayerKind kind,
      DatasetImport imports,
      Locale locale) {
    FindingWords wording = new FindingWords(Words.in(locale.getLanguage()));
    Inspection all = imports.reader().inspect(file.path(), form.options(), form.country(), wording);
    Finding which =
        new Finding(
            Finding.Severity.WARNING, "layerAmbiguous", file.name(), "", 0, "", "", "", "", "");
    List<Inspection.Problem> problems = new ArrayList<>(all.problems());
    problems.add(
        0,
        new Inspection.Problem(
            which.severity(),
            which.code(),
            "",
            "",
            wording.say(which, false),
            wording.say(which, true)));
    return new Looked(
        upload,
        new Inspection(all.format(), all.layers(), all.raster(), problems),
        Map.of(),
        false,
        kind.roles(),
        kind.roles().stream().filter(kind::requires).toList(),
        form.options(),
        List.of());
  }

  /** The whole validation report; nothing is stored. */
  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Answer check(@ModelAttribute ImportForm form, Locale locale) throws IOException {
    String upload = uploaded(form);
    DatasetImport imports = datasets.importer();
    return answer(
        heavy.inTurn(() -> imports.check(request(form, upload, imports))), upload, locale);
  }

  @Answers(value = 201, told = 422)
  @Requires(Role.DATA_STEWARD)
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> add(
      @ModelAttribute ImportForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      Locale locale)
      throws IOException {
    if (key != null && key.length() > LONGEST_KEY) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "Idempotency-Key", "…");
    }
    DatasetImport imports = datasets.importer();
    if (key != null) {
      LayerKind kind = LayerKind.named(form.layer());
      Optional<DatasetImport.Outcome> known = imports.earlier(kind, form.country(), key);
      if (known.isPresent()) {
        return ResponseEntity.status(HttpStatus.CREATED).body(answer(known.get(), "", locale));
      }
    }
    String upload = uploaded(form);
    DatasetImport.Outcome outcome =
        heavy.inTurn(() -> imports.run(request(form, upload, imports), key));
    HttpStatus status = outcome.isStored() ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_CONTENT;
    if (outcome.isStored()) {
      uploads.discardStored(upload);
    }
    return ResponseEntity.status(status).body(answer(outcome, upload, locale));
  }

  private String uploaded(ImportForm form) throws IOException {
    if (form.upload().isEmpty() && form.file().isEmpty()) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "file", "");
    }
    return form.upload().isEmpty() ? uploads.of(form.file()).id() : form.upload();
  }

  private DatasetImport.Request request(ImportForm form, String upload, DatasetImport imports)
      throws IOException {
    SourceFile file = uploads.file(upload);
    LayerKind kind = LayerKind.named(form.layer());
    ColumnMapping mapping = form.mapping(() -> imports.offer(file, kind, form.options()).mapping());
    return new DatasetImport.Request(
        file,
        kind,
        form.country(),
        form.datasetName(),
        form.evidence(),
        form.accept().equals("all-or-nothing"),
        mapping);
  }

  private static Answer answer(DatasetImport.Outcome outcome, String upload, Locale locale) {
    return new Answer(
        outcome.isStored(),
        outcome.dataset(),
        outcome.version(),
        outcome.changes(),
        outcome.isStored() ? "" : upload,
        ImportReport.of(outcome.past(), Words.in(locale.getLanguage()), SHOWN_FINDINGS));
  }

  /**
   * The report of an import as a file.
   *
   * @param form json, html, csv or xlsx; the latter two are the rows with a column {@code _problem}
   * @param lang language of the words; the request's when absent
   */
  @Answers(
      type = {
        "application/json",
        "text/html",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      })
  @GetMapping("/imports/{importId}/report")
  ResponseEntity<byte[]> report(
      @PathVariable String importId,
      @RequestParam(defaultValue = "json") String form,
      @RequestParam(required = false) String lang,
      Locale locale)
      throws IOException {
    ReportFiles.Form wanted = ReportFiles.Form.named(form);
    DatasetImport imports = datasets.importer();
    PastImport past = imports.past(importId);
    Words words = Words.in(lang == null ? locale.getLanguage() : Languages.orDefault(lang));
    Path file = Files.createTempFile(data.folder("uploads"), "report", DataFolder.UNFINISHED);
    try {
      new ReportFiles(imports).write(past, file, wanted, words);
      return ResponseEntity.ok()
          .contentType(type(wanted))
          .header(
              HttpHeaders.CONTENT_DISPOSITION,
              ContentDisposition.attachment()
                  .filename(wanted.fileName(words.language()))
                  .build()
                  .toString())
          .body(Files.readAllBytes(file));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static MediaType type(ReportFiles.Form form) {
    return switch (form) {
      case JSON -> MediaType.APPLICATION_JSON;
      case HTML -> MediaType.parseMediaType("text/html;charset=UTF-8");
      case CSV -> MediaType.parseMediaType("text/csv;charset=UTF-8");
      case XLSX ->
          MediaType.parseMediaType(
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    };
  }
}
