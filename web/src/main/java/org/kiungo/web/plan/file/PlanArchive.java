package org.kiungo.web.plan.file;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Service;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** A plan's folder as one file, with what other features add to it. */
@Service
public class PlanArchive {

  private final Plans plans;
  private final List<PlanAttachment> attachments;

  PlanArchive(Plans plans, List<PlanAttachment> attachments) {
    this.plans = plans;
    this.attachments = attachments;
  }

  /**
   * What an archive holds.
   *
   * @param results what was found, and what proves it
   * @param inputs the copies of the facts that it was found from
   * @param attachments what other features add
   */
  public record Parts(boolean results, boolean inputs, boolean attachments) {

    static final Parts ALL = new Parts(true, true, true);
  }

  /** Files of a plan's folder, sorted. */
  List<String> names(String id) {
    plans.find(id).orElseThrow(() -> ApiRefusal.unknown("plan", id));
    try (Stream<Path> files = Files.list(plans.getFiles(id))) {
      return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> names(String id, Parts parts) {
    List<String> inputs = PlanFolder.inputCopies();
    return names(id).stream()
        .filter(name -> inputs.contains(name) ? parts.inputs() : parts.results())
        .toList();
  }

  /** The archive as an answer; the same plan with the same attachments gives the same bytes. */
  public ResponseEntity<StreamingResponseBody> answer(String id, Parts parts) {
    List<String> names = names(id, parts);
    Map<String, byte[]> added = new LinkedHashMap<>();
    for (PlanAttachment each : attachments) {
      byte[] content = parts.attachments() ? each.content(id) : new byte[0];
      if (content.length > 0) {
        added.put(each.fileName(), content);
      }
    }
    int state = added.values().stream().mapToInt(Arrays::hashCode).sum() + names.hashCode();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/zip"))
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + id + ".zip\"")
        .eTag("W/\"" + id + ".zip-" + Integer.toHexString(state) + "\"")
        .body(out -> write(id, names, added, out));
  }

  private void write(String id, List<String> names, Map<String, byte[]> added, OutputStream out)
      throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    for (String name : names) {
      enter(zip, id + "/" + name);
      Files.copy(plans.getFiles(id).resolve(name), zip);
      zip.closeEntry();
    }
    for (Map.Entry<String, byte[]> each : added.entrySet()) {
      // beside the folder, whose files are sealed
      enter(zip, each.getKey());
      zip.write(each.getValue());
      zip.closeEntry();
    }
    zip.finish();
  }

  private static void enter(ZipOutputStream zip, String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    // no clock: the same plan gives the same archive
    entry.setTime(0);
    zip.putNextEntry(entry);
  }
}
