package org.kiungo.web.doubt;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Words;
import org.kiungo.web.openapi.Answers;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.system.Unchanging;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** What a plan loses in futures: asked for, how it stands, and its files. */
@RestController
@RequestMapping("/api/v1")
class DoubtController {

  /** What can be read by itself, by media type. */
  private static final Map<String, String> FILES =
      Map.of(
          DoubtFolder.DOUBT, MediaType.APPLICATION_JSON_VALUE,
          DoubtFolder.FUTURES, "text/csv;charset=UTF-8",
          DoubtFolder.PLACES, "text/csv;charset=UTF-8");

  private final Doubts doubts;

  DoubtController(Doubts doubts) {
    this.doubts = doubts;
  }

  /** Begins a study; the same plan is studied once in so many futures. */
  @Answers({202, 409, 503})
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/doubt")
  DoubtAnswer begin(
      @PathVariable String id,
      @RequestParam(defaultValue = "" + Doubts.FUTURES) int futures,
      Locale locale) {
    return doubts.ask(id, futures, words(locale));
  }

  @GetMapping("/plans/{id}/doubt")
  DoubtAnswer doubt(@PathVariable String id, Locale locale) {
    return doubts.getLast(id, words(locale));
  }

  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Requires(Role.PLANNER)
  @PostMapping("/plans/{id}/doubt/stop")
  void stop(@PathVariable String id) {
    doubts.stop(id);
  }

  @GetMapping("/doubts/{id}/places")
  List<PlaceInDoubt> places(@PathVariable String id) {
    return doubts.getPlaces(id);
  }

  @Answers(
      value = 304,
      type = {"application/json", "text/csv"})
  @GetMapping("/doubts/{id}/files/{name}")
  ResponseEntity<Resource> file(@PathVariable String id, @PathVariable String name) {
    Path folder = doubts.getFiles(id);
    if (!FILES.containsKey(name)) {
      throw ApiRefusal.unknown("file", name);
    }
    Resource file = new FileSystemResource(folder.resolve(name));
    return Unchanging.answer(id + "/" + name, MediaType.parseMediaType(FILES.get(name)), file);
  }

  /** All that {@code kiungo verify} reads. */
  @Answers(type = "application/zip")
  @GetMapping("/doubts/{id}/folder.zip")
  ResponseEntity<StreamingResponseBody> archive(@PathVariable String id) {
    Path folder = doubts.getFiles(id);
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"doubt-" + id + ".zip\"")
        .body(out -> write(folder, out));
  }

  private static void write(Path folder, OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    try (Stream<Path> files = Files.walk(folder)) {
      files.filter(Files::isRegularFile).sorted().forEach(file -> enter(zip, folder, file));
    }
    zip.finish();
  }

  private static void enter(ZipOutputStream zip, Path folder, Path file) {
    ZipEntry entry = new ZipEntry("doubt/" + folder.relativize(file).toString().replace('\\', '/'));
    entry.setTime(0); // no clock: the same folder gives the same archive
    try {
      zip.putNextEntry(entry);
      Files.copy(file, zip);
      zip.closeEntry();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Words words(Locale locale) {
    return Words.in(locale.getLanguage());
  }
}
