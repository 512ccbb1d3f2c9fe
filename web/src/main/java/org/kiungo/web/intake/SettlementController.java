package org.kiungo.web.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobState;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.job.Patience;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.settle.SettleLook;
import org.kiungo.web.settle.SettledDraft;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Has settlements made from a population raster and attributes joined, each a new version. */
@RestController
@RequestMapping("/api/v1")
class SettlementController {

  private final Datasets datasets;
  private final Uploads uploads;
  private final Intakes intakes;
  private final SettleWork work;

  SettlementController(Datasets datasets, Uploads uploads, Intakes intakes, SettleWork work) {
    this.datasets = datasets;
    this.uploads = uploads;
    this.intakes = intakes;
    this.work = work;
  }

  /**
   * What was stored, as {@link Settled}; null and 0 until it is.
   *
   * @param job how it stands in the queue
   */
  record Answer(
      Dataset dataset,
      DatasetVersion version,
      int settlements,
      double peopleIn,
      double peopleOut,
      double peopleElsewhere,
      List<SettledDraft.Joined> attributes,
      Intake job) {}

  /**
   * A draft.
   *
   * @param look what is to be seen of it; null until it is there
   * @param job how it stands in the queue
   */
  record Draft(SettleLook look, Intake job) {}

  @Answers({201, 202, 409, 503})
  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/settlements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> settle(
      @RequestParam(required = false) MultipartFile file,
      @RequestParam(defaultValue = "") String upload,
      @RequestParam String country,
      @RequestParam(defaultValue = "settlements") String name,
      @RequestParam(defaultValue = "") String source,
      @RequestParam(defaultValue = "") String licence,
      @RequestParam(defaultValue = "300") double densityPerKm2,
      @RequestParam(defaultValue = "500") double minPopulation,
      @RequestParam(defaultValue = "20000") double maxPopulation,
      @RequestParam(defaultValue = "5") double hexKm,
      @RequestParam(defaultValue = "5") double nearKm,
      @RequestParam(defaultValue = "false") boolean cellsArePerKm2,
      @RequestParam(required = false) List<MultipartFile> attributes,
      @RequestParam(defaultValue = "") List<String> names,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      HttpServletRequest request,
      Locale locale)
      throws IOException {
    refuseText(request);
    Reference.builtIn().country(country);
    if (file == null && upload.isEmpty()) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "file", "");
    }
    Provenance from = new Provenance(source, licence, "", Member.nameOr("local"), "", "", "", "");
    from.require();
    SettleOptions options =
        new SettleOptions(densityPerKm2, minPopulation, maxPopulation, hexKm, cellsArePerKm2);
    List<String> own = new ArrayList<>();
    String raster = file == null ? upload : kept(file, own);
    SettleBody.Files files = new SettleBody.Files(kept(attributes, names, own), own);
    SettleBody body =
        SettleBody.of(
            raster,
            country,
            name.isBlank() ? "settlements" : name.strip(),
            from,
            options,
            nearKm,
            files,
            SettleBody.Step.STORE);
    return done(uploads.file(raster).name(), body, prefer, locale);
  }

  /** Settlements of a raster that is imported, as a draft. */
  @Answers({202, 503})
  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets/{id}/settlements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Draft> draft(
      @PathVariable String id,
      @RequestParam int version,
      @RequestParam(defaultValue = "") String name,
      @RequestParam(defaultValue = "300") double densityPerKm2,
      @RequestParam(defaultValue = "500") double minPopulation,
      @RequestParam(defaultValue = "20000") double maxPopulation,
      @RequestParam(defaultValue = "5") double hexKm,
      @RequestParam(defaultValue = "5") double nearKm,
      @RequestParam(defaultValue = "false") boolean cellsArePerKm2,
      @RequestParam(required = false) List<MultipartFile> attributes,
      @RequestParam(defaultValue = "") List<String> names,
      HttpServletRequest request,
      Locale locale)
      throws IOException {
    refuseText(request);
    Dataset raster = datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
    if (!raster.layer().equals(LayerKind.POPULATION_RASTER.label())) {
      throw new InputRefused("settle.notRaster", "name", raster.name());
    }
    Provenance from =
        datasets.store().versions(id).stream()
            .filter(each -> each.version() == version)
            .findFirst()
            .orElseThrow(() -> ApiRefusal.unknown("version", version + ""))
            .provenance();
    SettleOptions options =
        new SettleOptions(densityPerKm2, minPopulation, maxPopulation, hexKm, cellsArePerKm2);
    List<String> own = new ArrayList<>();
    own.add(uploads.again(datasets.originals().path(from.sha256()), from.fileName()));
    SettleBody.Files files = new SettleBody.Files(kept(attributes, names, own), own);
    SettleBody body =
        SettleBody.of(
            own.get(0),
            raster.country(),
            name.isBlank() ? raster.name() : name.strip(),
            from,
            options,
            nearKm,
            files,
            SettleBody.Step.LOOK);
    JobRow row =
        intakes.begin(
            new Jobs.Ask(SettleWork.KIND, from.fileName(), body.toJson(), null, null),
            none -> true,
            Duration.ZERO);
    Intake job = intakes.shown(row, Words.in(locale.getLanguage()));
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/settlements/" + row.id()))
        .body(new Draft(null, job));
  }

  /** A draft to be looked at. */
  @GetMapping("/settlements/{job}")
  Draft look(@PathVariable String job, Locale locale) {
    JobRow row = intakes.get(job);
    SettleLook look = null;
    if (row.state() == JobState.FINISHED) {
      SettledDraft draft = drafted(row);
      look = SettleLook.of(draft, Reference.builtIn().country(draft.about().country()));
    }
    return new Draft(look, intakes.shown(row, Words.in(locale.getLanguage())));
  }

  /** A draft's settlements, the bytes that the command line writes. */
  @GetMapping(path = "/settlements/{job}/file", produces = "application/geo+json")
  ResponseEntity<Resource> file(@PathVariable String job) {
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\"" + SettledDraft.SETTLEMENTS + "\"")
        .body(new FileSystemResource(drafted(intakes.get(job)).file()));
  }

  /** Has a draft become a version. */
  @Answers({201, 202, 409, 503})
  @Requires(Role.DATA_STEWARD)
  @PostMapping("/settlements/{job}/keep")
  ResponseEntity<Answer> keep(
      @PathVariable String job,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      Locale locale)
      throws IOException {
    JobRow row = intakes.get(job);
    drafted(row);
    SettleBody body = SettleBody.of(row.body()).kept(Settled.of(row.result()).draft());
    return done(row.subject(), body, prefer, locale);
  }

  private SettledDraft drafted(JobRow row) {
    boolean isDraft = row.kind().equals(SettleWork.KIND) && row.result() != null;
    String draft = isDraft ? Settled.of(row.result()).draft() : null;
    if (draft == null || draft.isEmpty()) {
      throw ApiRefusal.unknown("settled", row.id());
    }
    return SettledDraft.in(uploads.at(draft));
  }

  @Answers({201, 202, 409, 503})
  @Requires(Role.DATA_STEWARD)
  @PostMapping(path = "/datasets/{id}/attributes", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Answer> join(
      @PathVariable String id,
      @RequestParam List<MultipartFile> attributes,
      @RequestParam(defaultValue = "") List<String> names,
      @RequestParam(defaultValue = "5") double nearKm,
      @RequestHeader(name = "Prefer", required = false) String prefer,
      Locale locale)
      throws IOException {
    Dataset dataset = work.settlements(id);
    List<String> own = new ArrayList<>();
    SettleBody body =
        SettleBody.joining(
            dataset, nearKm, new SettleBody.Files(kept(attributes, names, own), own));
    return done(dataset.name(), body, prefer, locale);
  }

  /** A text in the place of files would be passed over in silence. */
  private static void refuseText(HttpServletRequest request) {
    if (request.getParameter("attributes") != null) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.file", "attributes");
    }
  }

  private List<SettleBody.Attribute> kept(
      List<MultipartFile> files, List<String> names, List<String> own) throws IOException {
    List<SettleBody.Attribute> kept = new ArrayList<>();
    for (int k = 0; files != null && k < files.size(); k++) {
      if (!files.get(k).isEmpty()) {
        String name = k < names.size() ? names.get(k).strip() : "";
        kept.add(new SettleBody.Attribute(name, kept(files.get(k), own)));
      }
    }
    return kept;
  }

  private String kept(MultipartFile file, List<String> own) throws IOException {
    String upload = uploads.of(List.of(file)).id();
    own.add(upload);
    uploads.force(upload);
    return upload;
  }

  private ResponseEntity<Answer> done(String file, SettleBody body, String prefer, Locale locale) {
    JobRow row =
        intakes.begin(
            new Jobs.Ask(SettleWork.KIND, file, body.toJson(), null, null),
            none -> true,
            Patience.of(prefer));
    Intakes.requireNoFailure(row);
    Intake job = intakes.shown(row, Words.in(locale.getLanguage()));
    if (row.state() != JobState.FINISHED) {
      return ResponseEntity.accepted()
          .location(URI.create("/api/v1/imports/" + row.id()))
          .body(new Answer(null, null, 0, 0, 0, 0, List.of(), job));
    }
    Settled settled = Settled.of(row.result());
    ImportAnswer stored = ImportAnswer.of(settled, datasets, job);
    return ResponseEntity.status(HttpStatus.CREATED)
        .body(
            new Answer(
                stored.dataset(),
                stored.version(),
                settled.settlements(),
                settled.peopleIn(),
                settled.peopleOut(),
                settled.peopleElsewhere(),
                settled.attributes(),
                job));
  }
}
