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
 * leaves the links out of a newer folder is held to every other rule of a newer one. And folders in
 * which a word meant two things.
 */
public final class OlderModel {

  /** The table that tells links between masts. */
  public static final String SITES = SitesCsv.NAME;

  /** What tells the money behind a plan. */
  public static final List<String> MONEY = List.of(FinanceFiles.BRIEF, FinanceFiles.TABLE);

  /** The gap before cross-subsidy, before the word was left to the public money of a plan. */
  public static final String GAP = "viabilityGapUsd";

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

  /** True where one of {@link #MONEY} says {@link #GAP}. */
  public static boolean saysGap(Path money) throws IOException {
    return Files.isRegularFile(money) && Files.readString(money).contains(GAP);
  }

  /** One of {@link #MONEY} as it was written then. */
  public static byte[] money(Path written) throws IOException {
    String now = Files.readString(written);
    return now.replace(FinanceFiles.GAP, GAP).getBytes(StandardCharsets.UTF_8);
  }

  /** {@link #SITES} of a plan as it was written then. */
  public static byte[] sites(PlanFolder plan) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SitesCsv.write(bytes, plan.plan().sites(), plan.scenario().phases(), false);
    return bytes.toByteArray();
  }
}
