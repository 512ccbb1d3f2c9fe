package org.kiungo.web.intake;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
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
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.MappingMemory;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.JobState;
import org.kiungo.web.language.FindingWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Looks at files, checks them, and imports them in their turn. */
@RestController
@RequestMapping("/api/v1")
class ImportController {

  private static final int PREVIEW_ROWS = 20;

  private final Datasets datasets;
  private final Uploads uploads;
  private final Intakes intakes;
  private final ImportReading reading;
  private final HeavyRequests heavy;

  ImportController(
      Datasets datasets,
      Uploads uploads,
      Intakes intakes,
      ImportReading reading,
      HeavyRequests heavy) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.intakes = intakes;
    this.reading = reading;
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

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Looked inspect(@ModelAttribute ImportForm form, Locale locale) throws IOException {
    return heavy.inTurn(() -> look(form, locale));
  }

  private Looked look(ImportForm form, Locale locale) throws IOException {
    String upload = uploaded(form);
    SourceFile file = uploads.file(upload);
    ImportReader reader = datasets.importer().reader();
    FindingWords wording = new FindingWords(words(locale));
    if (form.layer().isEmpty() || reader.layers().isRaster(file)) {
      Inspection plain =
          reader.layers().inspect(file.path(), form.options(), form.country(), wording);
      return new Looked(
          upload, plain, Map.of(), false, List.of(), List.of(), form.options(), List.of());
    }
    LayerKind kind = LayerKind.named(form.layer());
    MappingMemory.Offer offer;
    try {
      offer = reader.offer(file, kind, form.options());
    } catch (InputRefused refused) {
      if (!refused.code().equals("layer.ambiguous")) {
        throw refused;
      }
      return ambiguous(upload, file, form, kind, reader, locale);
    }
    ReadOptions options = offer.mapping().options();
    Inspection inspection =
        reader.layers().inspect(file.path(), options.withLayer(""), form.country(), wording);
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
      ImportReader reader,
      Locale locale) {
    FindingWords wording = new FindingWords(Words.in(locale.getLanguage()));
    Inspection all = reader.layers().inspect(file.path(), form.options(), form.country(), wording);
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
  @PostMapping(path = "/datasets/check", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ImportAnswer check(@ModelAttribute ImportForm form, Locale locale) throws IOException {
    String upload = uploaded(form);
    DatasetImport.Request request = ImportBody.of(form, upload).request(uploads);
    DatasetImport.Outcome outcome = reading.check(datasets.importer(), request);
    return ImportAnswer.of(outcome, upload, words(locale), null);
  }

  @Answers(
      value = {201, 202, 409, 503},
      told = 422)
  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<ImportAnswer> add(
      @ModelAttribute ImportForm form,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      Locale locale)
      throws IOException {
    Intakes.requireKey(key);
    Duration patience = Intakes.patience(prefer);
    LayerKind kind = key == null ? null : LayerKind.named(form.layer());
    Optional<IntakeRow> known = intakes.findByKey(key);
    if (known.isPresent()) {
      ImportBody body = ImportBody.of(known.get().body());
      if (LayerKind.named(body.layer()) != kind || !body.country().equals(form.country())) {
        throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "import.key-reused", key);
      }
      return answer(intakes.await(known.get(), patience), locale);
    }
    Optional<DatasetImport.Outcome> before = datasets.importer().earlier(kind, form.country(), key);
    if (before.isPresent()) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(ImportAnswer.of(before.get(), "", words(locale), null));
    }
    String upload = uploaded(form);
    ImportBody body = ImportBody.of(form, upload);
    DatasetImport.Request request = body.request(uploads);
    datasets.importer().require(request);
    uploads.force(upload);
    IntakeRow begun = intakes.begin(ImportWork.KIND, request.file().name(), body.toJson(), key);
    return answer(intakes.await(begun, patience), locale);
  }

  private ResponseEntity<ImportAnswer> answer(IntakeRow row, Locale locale) {
    Intakes.requireNoFailure(row);
    ImportAnswer answer = shown(row, words(locale));
    if (!row.state().isOver()) {
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/imports/" + row.id()))
          .body(answer);
    }
    return ResponseEntity.status(
            answer.stored() ? HttpStatus.CREATED : HttpStatus.UNPROCESSABLE_CONTENT)
        .body(answer);
  }

  /** The latest imports, those that wait or are under way among them. */
  @GetMapping("/imports")
  List<Intake> list(Locale locale) {
    return intakes.list().stream().map(row -> intakes.shown(row, words(locale))).toList();
  }

  /** How an import stands, and once it has ended what became of it. */
  @GetMapping("/imports/{id}")
  ImportAnswer imported(@PathVariable String id, Locale locale) {
    return shown(intakes.get(id), words(locale));
  }

  /** Ends an import without a version; one that has ended stays as it is. */
  @Answers(202)
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/imports/{id}/stop")
  ResponseEntity<ImportAnswer> stop(@PathVariable String id, Locale locale) {
    intakes.stop(id);
    return ResponseEntity.accepted().body(shown(intakes.get(id), words(locale)));
  }

  private ImportAnswer shown(IntakeRow row, Words words) {
    Intake job = intakes.shown(row, words);
    if (row.kind().equals(SettleWork.KIND)) {
      return ImportAnswer.of(row.result() == null ? null : Settled.of(row.result()), datasets, job);
    }
    String upload = ImportBody.of(row.body()).upload();
    return row.state() == JobState.FINISHED
        ? ImportAnswer.of(datasets.importer().find(row.id()).orElseThrow(), upload, words, job)
        : ImportAnswer.open(upload, job);
  }

  private String uploaded(ImportForm form) throws IOException {
    if (form.upload().isEmpty() && form.file().isEmpty()) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "file", "");
    }
    return form.upload().isEmpty() ? uploads.of(form.file()).id() : form.upload();
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
