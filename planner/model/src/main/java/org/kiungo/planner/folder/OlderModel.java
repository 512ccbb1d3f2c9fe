package org.kiungo.planner.folder;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Folders of before coverage of today came from masts, and further masts of a site paid for their
 * links: they tell no such links. Only what the words of coverage meant was other then; whoever
 * leaves the links out of a newer folder is held to every other rule of a newer one.
 */
public final class OlderModel {

  /** The table that tells links between masts. */
  public static final String SITES = SitesCsv.NAME;

  /** No header is longer, bytes. */
  private static final int HEADER = 1000;

  private OlderModel() {}

  /** True where a folder's sites tell no links between their masts. */
  public static boolean made(Path folder) throws IOException {
    Path sites = folder.resolve(SITES);
    if (!Files.isRegularFile(sites)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(sites)) {
      String start = new String(in.readNBytes(HEADER), StandardCharsets.ISO_8859_1);
      String header = start.lines().findFirst().orElse("");
      return !List.of(header.split(",")).contains(SitesCsv.HOPS);
    }
  }

  /** {@link #SITES} of a plan as it was written then. */
  public static byte[] sites(PlanFolder plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SitesCsv.write(bytes, plan.plan().sites(), plan.scenario().phases(), false);
    return bytes.toByteArray();
  }
}
