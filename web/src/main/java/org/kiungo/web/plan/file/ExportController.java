package org.kiungo.web.plan.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.job.JobFailure;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports that are made in their turn: how they stand, and their files for a day. */
@RestController
@RequestMapping("/api/v1/exports")
class ExportController {

  private final Jobs jobs;
  private final ExportWork work;

  ExportController(Jobs jobs, ExportWork work) {
    this.jobs = jobs;
    this.work = work;
  }

  @GetMapping("/{id}")
  ResponseEntity<Export> export(@PathVariable String id, Locale locale) {
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(shown(get(id), locale));
  }

  @Answers(type = "application/octet-stream")
  @GetMapping("/{id}/file")
  ResponseEntity<Resource> file(@PathVariable String id) {
    JobRow row = get(id);
    Path file = work.file(row.id());
    if (!Files.exists(file)) {
      throw ApiRefusal.unknown("export", id);
    }
    ExportWork.Asked asked = ExportWork.Asked.of(row.body());
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(row.subject(), asked))
        .body(new FileSystemResource(file));
  }

  /** Ends an export without a file; one that has ended stays as it is. */
  @Answers(202)
  @Requires(Role.VIEWER)
  @PostMapping("/{id}/stop")
  ResponseEntity<Export> stop(@PathVariable String id, Locale locale) {
    jobs.stop(get(id));
    return ResponseEntity.accepted().body(shown(get(id), locale));
  }

  private JobRow get(String id) {
    return jobs.find(ExportWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("export", id));
  }

  private Export shown(JobRow row, Locale locale) {
    boolean there = Files.exists(work.file(row.id()));
    String file = there ? "/api/v1/exports/" + row.id() + "/file" : null;
    return shown(row, jobs.before(row), file, locale);
  }

  static Export shown(JobRow row, int before, String file, Locale locale) {
    return new Export(
        row.id(),
        row.subject(),
        ExportWork.Asked.of(row.body()).format(),
        row.state(),
        before,
        file,
        JobFailure.of(row, Words.in(locale.getLanguage())));
  }

  /** What has several parts travels as one archive; documents say what they are. */
  static String attachment(String planId, ExportWork.Asked asked) {
    String extension = PlanExports.extension(asked.format());
    String ending =
        (extension.equals(asked.format()) ? "" : "-" + asked.format())
            + "."
            + ExportFormat.ending(extension);
    String layer = asked.layer().isEmpty() ? "" : "-" + asked.layer();
    return ContentDisposition.attachment()
        .filename("kiungo-" + planId + layer + ending, StandardCharsets.UTF_8)
        .build()
        .toString();
  }
}
