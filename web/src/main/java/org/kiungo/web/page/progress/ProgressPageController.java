package org.kiungo.web.page.progress;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.doubt.ProgressContent;
import org.kiungo.web.doubt.ProgressPlans;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.page.Figures;
import org.kiungo.web.plan.PlanDetail;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.VerdictWords;
import org.kiungo.web.progress.BuiltFiles;
import org.kiungo.web.progress.ProgressWords;
import org.kiungo.web.progress.ResultActivity;
import org.kiungo.web.progress.VerifiedStates;
import org.kiungo.web.store.ZippedFolder;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** What stands of a plan against it: as-built files sent here, and the rest planned again. */
@Controller
class ProgressPageController {

  private static final String RESULTS = "iati.xml";
  private static final String FOLDER = "folder.zip";
  private static final String AGAIN = "again.zip";
  private static final String PAGE = "redirect:/plans/{id}/progress";

  private final Plans plans;
  private final BuiltFiles built;
  private final ProgressPlans rests;
  private final Clock clock;

  ProgressPageController(Plans plans, BuiltFiles built, ProgressPlans rests, Clock clock) {
    this.clock = clock;
    this.plans = plans;
    this.built = built;
    this.rests = rests;
  }

  @GetMapping("/plans/{id}/progress")
  String progress(@PathVariable String id, Model model, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    List<BuiltFiles.Sent> sent = built.list(id);
    model.addAttribute("plan", plan);
    model.addAttribute("iso3", plan.scenario().countries().get(0));
    model.addAttribute("planName", Figures.of(locale).name(plan));
    model.addAttribute("sent", sent);
    model.addAttribute("days", sent.stream().map(each -> day(each.at(), words)).toList());
    model.addAttribute(
        "back", sent.stream().map(each -> each.counts() ? "" : takenBack(each, words)).toList());
    ProgressFolder standing = built.standing(id);
    ProgressReport report = standing.report();
    model.addAttribute(
        "verified",
        VerifiedStates.of(standing, words).stream().map(each -> each.told(words)).toList());
    Map<String, String> names = report.lots().isEmpty() ? Map.of() : built.lotNames(id);
    model.addAttribute("asked", rests.getLast(id, words));
    model.addAttribute(
        "refusal", rests.findRefusal(id).map(each -> words.refusal(each)).orElse(""));
    Optional<ProgressContent> found = rests.findLast(id);
    model.addAttribute("found", found.orElse(null));
    Optional<ProgressContent> holds =
        found.filter(each -> !each.verdict().isRefused() && !isOlder(each, report));
    model.addAttribute(
        "p", ProgressView.of(report, holds.orElse(null), names, Figures.of(locale), words));
    model.addAttribute(
        "why", found.map(each -> VerdictWords.why(each.verdict(), words)).orElse(""));
    model.addAttribute(
        "again",
        found
            .filter(each -> !each.verdict().isRefused())
            .map(each -> ProgressWords.again(each.report(), each.states(), words))
            .orElse(List.of()));
    model.addAttribute(
        "steps",
        found
            .filter(each -> !each.verdict().isRefused())
            .map(each -> ProgressWords.steps(each.report(), each.states(), words))
            .orElse(List.of()));
    PlanDetail detail = plans.findDetail(id).orElseThrow();
    model.addAttribute("inputs", detail.inputs());
    model.addAttribute(
        "stood",
        detail.states() == null ? "" : Figures.of(locale).states().sentence(detail.states()));
    model.addAttribute("today", BuiltFiles.lastDay(null, clock));
    model.addAttribute("older", found.map(each -> isOlder(each, report)).orElse(false));
    return "progress";
  }

  private static String day(String at, Words words) {
    return words.day(Instant.parse(at).atZone(ZoneOffset.UTC));
  }

  private static String takenBack(BuiltFiles.Sent file, Words words) {
    String key = file.takenBackBy().isEmpty() ? "progress.back-on" : "progress.back-by";
    return words.text(key, day(file.takenBackAt(), words), file.takenBackBy());
  }

  /** True where other files were sent or taken back since the rest was planned. */
  private static boolean isOlder(ProgressContent found, ProgressReport now) {
    return !found.verdict().isRefused() && !found.report().files().equals(now.files());
  }

  /** Takes an as-built file. */
  @Requires(Role.PLANNER)
  @PostMapping(path = "/plans/{id}/progress", consumes = "multipart/form-data")
  String send(
      @PathVariable String id,
      @RequestParam MultipartFile file,
      @RequestParam(defaultValue = "") String author,
      @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
          LocalDate until)
      throws IOException {
    if (file.isEmpty()) {
      throw new InputRefused("file.empty", "file", String.valueOf(file.getOriginalFilename()));
    }
    Path part = built.incoming();
    try {
      file.transferTo(part);
      String name = String.valueOf(file.getOriginalFilename());
      built.add(id, part, name.substring(name.lastIndexOf('/') + 1), author, until);
    } finally {
      Files.deleteIfExists(part);
    }
    return PAGE;
  }

  /** Takes a file back. */
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/progress/back")
  String takeBack(
      @PathVariable String id,
      @RequestParam String sha256,
      @RequestParam(defaultValue = "") String author) {
    built.takeBack(id, sha256, author);
    return PAGE;
  }

  /** Plans the rest again. */
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/progress/again")
  String again(
      @PathVariable String id,
      @RequestParam(required = false) String keep,
      @RequestParam(required = false) Double more,
      @RequestParam(required = false) String stop,
      Locale locale) {
    if (stop == null) {
      Words words = Words.in(locale.getLanguage());
      PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
      // of a plan that nobody named, readers of each language make their own name
      String name = plan.isNamed() ? plan.name() : id;
      double moreUsd = more == null ? 0 : more;
      rests.ask(id, name, built.reported(id), keep != null, moreUsd, words);
    } else {
      rests.stop(id);
    }
    return PAGE;
  }

  /** Keeps the rest as a plan of its own, and opens it, unless more was reported since. */
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/progress/kept")
  String keep(@PathVariable String id) {
    ProgressContent found =
        rests.findLast(id).orElseThrow(() -> ApiRefusal.unknown("progress", id));
    if (isOlder(found, built.standing(id).report())) {
      return PAGE;
    }
    return "redirect:/plans/" + rests.keep(found.id()).id();
  }

  /** What stands, with the rest that was planned again last. */
  private byte[] again(String id) throws IOException {
    ProgressContent found =
        rests.findLast(id).orElseThrow(() -> ApiRefusal.unknown("progress", id));
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ZippedFolder.write(rests.getFolder(found.id()), "progress", bytes);
    return bytes.toByteArray();
  }

  /** A photo or a report that came with rows: to be kept, never to be shown by this server. */
  @Answers(type = "application/octet-stream")
  @GetMapping("/plans/{id}/progress/proofs/{sha256}")
  ResponseEntity<byte[]> proof(@PathVariable String id, @PathVariable String sha256)
      throws IOException {
    BuiltFiles.ProofFile found = built.getProof(id, sha256);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(
            "Content-Disposition",
            ContentDisposition.attachment()
                .filename(found.name(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .body(found.bytes());
  }

  /** A file of what stands. */
  @Answers(type = {"application/json", "application/xml", "application/zip", "text/csv"})
  @GetMapping("/plans/{id}/progress/{name}")
  ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String name, Locale locale)
      throws IOException {
    PlanSummary plan = plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    ProgressReport report = built.standing(id).report();
    byte[] bytes =
        switch (name) {
          case ProgressFolder.FILE -> ProgressFolder.json(report);
          case ProgressFolder.VARIANCE ->
              ProgressFolder.variance(report.total(), report.variance());
          case ProgressFolder.UNIT_COSTS -> ProgressFolder.unitCosts(report.unitCosts());
          case ProgressFolder.INDICATORS -> ProgressFolder.indicators(report.indicators());
          case FOLDER -> built.archive(id);
          case AGAIN -> again(id);
          case RESULTS ->
              ResultActivity.of(
                  id,
                  Figures.of(locale).name(plan),
                  plan.scenario().countries(),
                  report,
                  Words.in(locale.getLanguage()));
          default -> throw ApiRefusal.unknown("file", name);
        };
    String type =
        name.endsWith(".csv")
            ? "text/csv;charset=utf-8"
            : "application/" + name.substring(name.indexOf('.') + 1);
    return ResponseEntity.ok()
        .header("Content-Type", type)
        .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
        .header("Cache-Control", "no-store")
        .body(bytes);
  }
}
