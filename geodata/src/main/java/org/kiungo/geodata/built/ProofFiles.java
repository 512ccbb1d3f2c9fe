package org.kiungo.geodata.built;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.planner.folder.progress.ProgressReport.Proof;

/** Photos and reports that came in one ZIP with the rows that name them, as ODK and QField send. */
public final class ProofFiles {

  private static final Set<String> KINDS =
      Set.of("jpg", "jpeg", "png", "webp", "heic", "tif", "tiff", "pdf");

  private ProofFiles() {}

  /** Those in a file, each with its hash; none where it is no ZIP. */
  static List<Proof> of(SourceFile file) {
    List<Proof> proofs = new ArrayList<>();
    if (isArchive(file)) {
      try (ZipFiles unpacked = ZipFiles.unpack(file, name -> KINDS.contains(kind(name)))) {
        for (SourceFile each : unpacked.files()) {
          proofs.add(new Proof(each.name(), each.sha256()));
        }
      }
    }
    return List.copyOf(proofs);
  }

  /** Bytes of one of those that {@link AsBuiltFile} told to be in a file. */
  public static Optional<byte[]> read(SourceFile file, Proof wanted) throws IOException {
    try (ZipFiles unpacked = ZipFiles.unpack(file, wanted.name()::equals)) {
      for (SourceFile each : unpacked.files()) {
        if (each.sha256().equals(wanted.sha256())) {
          return Optional.of(Files.readAllBytes(each.path()));
        }
      }
      return Optional.empty();
    }
  }

  /** A workbook is a ZIP as well, of parts that nobody sent as a proof. */
  private static boolean isArchive(SourceFile file) {
    return ZipFiles.isZip(file) && Set.of("zip", "kmz").contains(kind(file.name()));
  }

  private static String kind(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
