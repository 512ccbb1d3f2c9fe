package org.kiungo.web.plan.file;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.web.export.Sheet;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Patience;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.plan.verdict.VerdictWords;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.NotYet;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A plan in the formats of other programs. */
@RestController
class PlanExportController {

  /** Plans of no more places are written within a second. */
  private static final int SMALL_PLACES = 5_000;

  /** Countries whose names fit over a map. */
  private static final int MOST_NAMED = 3;

  private final Plans plans;
  private final DataFolder data;
  private final ToldStates told;
  private final Jobs jobs;
  private final ExportWork work;
  private final SheetFiles sheets;

  PlanExportController(
      Plans plans,
      DataFolder data,
      ToldStates told,
      Jobs jobs,
      ExportWork work,
      SheetFiles sheets) {
    this.jobs = jobs;
    this.work = work;
    this.sheets = sheets;
    this.told = told;
    this.plans = plans;
    this.data = data;
  }

  @GetMapping("/api/v1/plans/{id}/exports")
  List<String> formats(@PathVariable String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    return PlanExports.offered();
  }

  /**
   * A plan as a file: at once, or, for a large plan or who does not want to wait, once its turn has
   * come: then 202 tells where to look. The same question has the same answer for a day.
   */
  @Answers(
      value = {200, 202, 400, 409, 503},
      type = {"application/octet-stream", "image/png", "application/json", "text/html"})
  @GetMapping("/api/v1/plans/{id}/exports/{format}")
  ResponseEntity<StreamingResponseBody> export(
      @PathVariable String id,
      @PathVariable String format,
      @RequestParam(defaultValue = "") String layer,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      @RequestHeader(name = "Idempotency-Key", required = false) String key,
      Locale locale)
      throws IOException {
    PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    if (format.equals(SheetFiles.PICTURE)) {
      return sheets.answer(sheet(plan, Words.in(locale.getLanguage())), format, locale);
    }
    PlanExports.require(format, PlanExports.offered());
    ExportWork.Asked asked = new ExportWork.Asked(format, layer, locale.getLanguage());
    if (plan.settlements() <= SMALL_PLACES && !Patience.isAsync(prefer)) {
      return now(id, asked);
    }
    String body = asked.toJson();
    String known = key == null ? "export " + id + " " + body : key;
    JobRow row =
        jobs.await(
            jobs.ask(new Jobs.Ask(ExportWork.KIND, id, body, known, null)), Patience.of(prefer));
    if (row.state() == JobState.STOPPED) {
      throw new ApiRefusal(HttpStatus.CONFLICT, "export.stopped", format);
    }
    row.requireNoFailure();
    Path file = work.file(row.id());
    if (!row.state().isOver()) {
      Export waits = ExportController.shown(row, jobs.before(row), null, locale);
      throw new NotYet(URI.create("/api/v1/exports/" + row.id()), waits, waits.before());
    }
    return Files.exists(file)
        ? answer(id, asked, file, out -> Files.copy(file, out))
        : now(id, asked);
  }

  private ResponseEntity<StreamingResponseBody> now(String id, ExportWork.Asked asked)
      throws IOException {
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), "export");
    Path file = folder.resolve("export");
    try {
      Words words = Words.in(asked.language());
      PlanExports.write(
          plans.getFiles(id),
          plans.getVerdict(id),
          asked.format(),
          asked.layer(),
          words,
          told,
          file);
    } catch (IOException | RuntimeException e) {
      remove(file);
      throw e;
    }
    return answer(
        id,
        asked,
        file,
        out -> {
          try {
            Files.copy(file, out);
          } finally {
            remove(file);
          }
        });
  }

  private static ResponseEntity<StreamingResponseBody> answer(
      String id, ExportWork.Asked asked, Path file, StreamingResponseBody body) throws IOException {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .contentLength(Files.size(file))
        .header(HttpHeaders.CONTENT_DISPOSITION, ExportController.attachment(id, asked))
        .body(body);
  }

  /** Where it is, unless that is half a continent, and which plan. */
  private static String title(PlanSummary plan, Words words) {
    List<String> title = new ArrayList<>();
    List<String> countries = plan.scenario().countries();
    if (countries.size() <= MOST_NAMED) {
      title.add(
          words.joined(countries.stream().map(each -> CountryWords.name(each, words)).toList()));
    }
    title.add(plan.letter());
    if (plan.isNamed()) {
      title.add(plan.name());
    }
    return String.join(" · ", title);
  }

  private Sheet sheet(PlanSummary plan, Words words) {
    PublishedPlan published =
        new PublishedPlan(
            plan.id(),
            plans.getFolder(plan.id()),
            plan.verification(),
            null,
            told.states(plan.id()),
            "");
    return new Sheet(
        "kiungo-" + plan.id(),
        title(plan, words),
        plan.scenario().countries(),
        PlanExport.drawn(published, words),
        List.of(
            words.text("export.source.plan", plan.id()),
            VerdictWords.sentence(
                plan.verification(), plan.certificate(), plan.scenario(), words)));
  }

  private static void remove(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(file.getParent());
  }
}
