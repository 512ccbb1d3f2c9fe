package org.kiungo.web.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.store.Sha256;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.multipart.MultipartFile;

/**
 * What an import asks for: every field of its form and every byte of its files, whichever upload
 * brings them.
 */
final class ImportQuestion {

  private final ImportBody fields;
  private final Map<String, String> files;

  /** SHA-256 by file name; null where the upload is not there any more. */
  private ImportQuestion(ImportBody fields, Map<String, String> files) {
    this.fields = fields;
    this.files = files;
  }

  static ImportQuestion of(ImportForm form, Uploads uploads) throws IOException {
    ImportBody fields = ImportBody.of(form, form.upload());
    return new ImportQuestion(
        fields, form.upload().isEmpty() ? sent(form) : uploaded(form.upload(), uploads));
  }

  private static Map<String, String> sent(ImportForm form) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    for (MultipartFile each : form.file()) {
      try (InputStream in = each.getInputStream()) {
        hashes.put(Uploads.harmless(each.getOriginalFilename()), Sha256.of(in));
      }
    }
    return hashes;
  }

  private static Map<String, String> uploaded(String id, Uploads uploads) throws IOException {
    Path folder;
    try {
      folder = uploads.at(id);
    } catch (ApiRefusal gone) {
      return null;
    }
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        try (InputStream in = Files.newInputStream(each)) {
          hashes.put(String.valueOf(each.getFileName()), Sha256.of(in));
        }
      }
    }
    return hashes;
  }

  /** As it is kept with the import. */
  String text() {
    return fields.withUpload("").toJson() + "\n" + files;
  }

  /** SHA-256 of the one file; empty where there are several, or none any more. */
  String onlySha256() {
    return files != null && files.size() == 1 ? files.values().iterator().next() : "";
  }

  /** Whether an import of the same key is this one. */
  boolean isOf(JobRow known, Jobs.Ask ask) {
    // whoever heard no answer sends the upload again that was taken in and thrown away
    return files == null ? known.body().equals(fields.toJson()) : ask.isOf(known);
  }
}
