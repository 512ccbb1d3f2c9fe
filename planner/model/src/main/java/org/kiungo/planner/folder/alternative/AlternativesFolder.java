package org.kiungo.planner.folder.alternative;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.alternative.Alternatives.Alternative;
import org.kiungo.planner.folder.alternative.Alternatives.Need;
import org.kiungo.planner.model.value.InputRefused;

/**
 * A plan, others that serve about as many, and plans without what it uses.
 *
 * <p>Files: {@code plan/}, {@code plans/01/} …, {@code without/technology-ID/} and {@code
 * without/medium-ID/} (plan folders of their own), {@code alternatives.json}, {@code
 * alternatives.csv} and {@code manifest.json}, which seals them all.
 *
 * @param plan whose alternatives they are
 * @param plans in the order of {@link Alternatives#alternatives()}
 * @param without in the order of {@link Alternatives#needs()}
 * @param alternatives figures; hashes of certificates are empty until they are written
 * @param places in the order of the plan's
 */
public record AlternativesFolder(
    PlanFolder plan,
    List<PlanFolder> plans,
    List<PlanFolder> without,
    Alternatives alternatives,
    List<AlternativePlace> places) {

  /** Names of files and folders. */
  public static final String FILE = "alternatives.json";

  public static final String TABLE = "alternatives.csv";
  public static final String PLAN = "plan";

  private static final List<String> COLUMNS =
      List.of(
          "settlementId",
          "district",
          "planned",
          "alternatives",
          "technologyId",
          "peopleServed",
          "replacementPeople");

  public AlternativesFolder {
    plans = List.copyOf(plans);
    without = List.copyOf(without);
    places = List.copyOf(places);
  }

  /** Where an alternative lies, the first being 1. */
  public static String folder(int number) {
    return String.format(Locale.ROOT, "plans/%02d", number);
  }

  /** Where the plan without a technology or medium lies. */
  public static String without(String by, String id) {
    return "without/" + by + "-" + id;
  }

  /**
   * Refuses a folder that is there and holds something else: it would be lost.
   *
   * @throws InputRefused {@code alternatives.out}
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(FILE))) {
      throw new InputRefused("alternatives.out", "folder", folder.toString());
    }
  }

  /**
   * Writes the folder in place of one of its kind that is there.
   *
   * @return its figures with the hashes of what was written
   * @throws InputRefused as {@link #requireFree}
   */
  public Alternatives write(Path folder) throws IOException {
    requireFree(folder);
    FilesTogether.anew(folder, this::into);
    return figures(folder);
  }

  private void into(Path part) throws IOException {
    plan.write(part.resolve(PLAN));
    for (int k = 0; k < plans.size(); k++) {
      write(plans.get(k), part.resolve(alternatives.alternatives().get(k).folder()));
    }
    for (int k = 0; k < without.size(); k++) {
      write(without.get(k), part.resolve(alternatives.needs().get(k).folder()));
    }
    Files.write(part.resolve(FILE), json(sealed(part)));
    Files.write(part.resolve(TABLE), csv(places));
  }

  private static void write(PlanFolder plan, Path folder) throws IOException {
    Files.createDirectories(folder.getParent());
    plan.write(folder);
  }

  /** The figures with the hashes of the folders that lie there. */
  private Alternatives sealed(Path part) throws IOException {
    List<Alternative> others = new ArrayList<>();
    for (Alternative each : alternatives.alternatives()) {
      others.add(each.withCertificateSha256(hash(part, each.folder())));
    }
    List<Need> needs = new ArrayList<>();
    for (Need each : alternatives.needs()) {
      needs.add(each.withCertificateSha256(hash(part, each.folder())));
    }
    return alternatives
        .withBase(alternatives.base().withCertificateSha256(hash(part, PLAN)))
        .withAlternatives(others)
        .withNeeds(needs);
  }

  private static String hash(Path part, String folder) throws IOException {
    return PlanFolder.certificateSha256(part.resolve(folder));
  }

  /** Bytes of the figures, before the hash of the manifest stands among them. */
  public static byte[] json(Alternatives alternatives) {
    return TextFiles.pretty(alternatives);
  }

  /** Bytes of the table. */
  public static byte[] csv(List<AlternativePlace> places) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (CSVPrinter rows = TextFiles.table(bytes, COLUMNS)) {
      for (AlternativePlace each : places) {
        rows.printRecord(
            TextFiles.guarded(each.settlementId()),
            TextFiles.guarded(each.district()),
            each.planned(),
            each.alternatives(),
            TextFiles.guarded(each.technologyId()),
            TextFiles.number(each.peopleServed()),
            TextFiles.number(each.replacementPeople()));
      }
    }
    return bytes.toByteArray();
  }

  /**
   * Reads the figures alone.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}
   */
  public static Alternatives figures(Path folder) {
    return Manifest.certificate(folder, FILE, Alternatives.class);
  }
}
