package org.kiungo.web.intake;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.dataset.Claimed;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Patience;
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

  private final Datasets datasets;
  private final Uploads uploads;
  private final Intakes intakes;
  private final ImportReading reading;

  ImportController(Datasets datasets, Uploads uploads, Intakes intakes, ImportReading reading) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.intakes = intakes;
    this.reading = reading;
  }

  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets/inspect", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  Looked inspect(@ModelAttribute ImportForm form, Locale locale) throws IOException {
    String upload = uploaded(form);
    return reading.look(
        datasets.importer(),
        new LookChore.Task(
            upload,
            uploads.file(upload).path().toAbsolutePath(),
            form.layer(),
            form.country(),
            form.options(),
            locale.getLanguage()));
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
    Duration patience = Patience.of(prefer);
    ImportQuestion question = key == null ? null : ImportQuestion.of(form, uploads);
    Optional<JobRow> known = intakes.findByKey(key);
    if (known.isPresent()) {
      requireSame(question, known.get(), ask(form, form.upload(), "", question, key));
      return answer(intakes.await(known.get(), patience), locale);
    }
    Optional<DatasetImport.Outcome> before =
        key == null ? Optional.empty() : datasets.importer().earlier(key, claimed(form, question));
    if (before.isPresent()) {
      return ResponseEntity.status(HttpStatus.CREATED)
          .body(ImportAnswer.of(before.get(), "", words(locale), null));
    }
    String upload = uploaded(form);
    DatasetImport.Request request = ImportBody.of(form, upload).request(uploads);
    datasets.importer().require(request);
    uploads.force(upload);
    Jobs.Ask ask = ask(form, upload, request.file().name(), question, key);
    return answer(intakes.begin(ask, twice -> requireSame(question, twice, ask), patience), locale);
  }

  private static Jobs.Ask ask(
      ImportForm form, String upload, String fileName, ImportQuestion question, String key) {
    String body = ImportBody.of(form, upload).toJson();
    String asked = question == null ? body : question.text();
    return new Jobs.Ask(ImportWork.KIND, fileName, body, key, null, asked);
  }

  private static Claimed claimed(ImportForm form, ImportQuestion question) {
    return new Claimed(
        LayerKind.named(form.layer()), form.country(), form.datasetName(), question.onlySha256());
  }

  private static boolean requireSame(ImportQuestion question, JobRow known, Jobs.Ask ask) {
    if (!question.isOf(known, ask)) {
      throw new ApiRefusal(HttpStatus.UNPROCESSABLE_CONTENT, "import.key-reused", ask.key());
    }
    return true;
  }

  private ResponseEntity<ImportAnswer> answer(JobRow row, Locale locale) {
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

  private ImportAnswer shown(JobRow row, Words words) {
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
