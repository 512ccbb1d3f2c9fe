package org.kiungo.planner.folder.doubt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.BoundProof;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;

/**
 * What a plan loses where today's figures are wrong, with everything needed to check it.
 *
 * <p>Files: {@code plan/} (the plan in doubt, a folder of its own), {@code doubt.json}, {@code
 * futures.csv}, {@code places.csv}, {@code decisions/NNN.json} and {@code proofs/NNN.proof} of each
 * future, {@code choices/NNN/} (other plans chosen for an objective, as they stand today, named by
 * the future they were made for) and {@code choices/first/} (what to sign now), folders of their
 * own too, and {@code manifest.json}, which seals them all.
 *
 * @param plan in doubt
 * @param doubt what it loses
 * @param futures those with all layers, then those of each layer
 * @param places in the order of the plan's
 * @param files by name of the future
 * @param proofs of bounds that their price alone does not prove, likewise
 * @param choices by {@link #choice}
 */
public record DoubtFolder(
    PlanFolder plan,
    Doubt doubt,
    List<FutureRow> futures,
    List<PlaceRow> places,
    Map<String, FutureFile> files,
    Map<String, BoundProof> proofs,
    Map<String, PlanFolder> choices) {

  /** Names of files and folders. */
  public static final String DOUBT = "doubt.json";

  public static final String PLAN = "plan";
  public static final String FUTURES = "futures.csv";
  public static final String PLACES = "places.csv";
  public static final String DECISIONS = "decisions";
  public static final String PROOFS = "proofs";

  public static final String CHOICES = "choices";

  /** The first phase among the choices. */
  public static final String FIRST = "first";

  private static final String LAYER = "layer";
  private static final String NUMBER = "future";
  private static final String VALUE = "value";
  private static final String BOUND = "bound";
  private static final String TRIMMED = "trimmed";
  private static final String REFILLED = "refilled";
  private static final String COMPLETED = "completed";
  private static final List<String> PLACE_COLUMNS =
      List.of(
          "settlementId",
          "futures",
          "kind",
          "planned",
          "technologyId",
          "technologyRatio",
          "decisiveLayer",
          "rightRatio");

  public DoubtFolder {
    futures = List.copyOf(futures);
    places = List.copyOf(places);
    files = new TreeMap<>(files);
    proofs = new TreeMap<>(proofs);
    choices = new TreeMap<>(choices);
  }

  /**
   * People whom the plans made for futures gain at each place that some serve, on average of those
   * that do, by its id.
   */
  public Map<String, Double> peopleGained() {
    Map<String, double[]> sums = new TreeMap<>();
    for (FutureRow each : futures) {
      FutureFile.Brief own = files.get(each.name()).own();
      for (SettlementService there : own == null ? List.<SettlementService>of() : own.services()) {
        if (!there.technologyId().isEmpty()) {
          double[] sum = sums.computeIfAbsent(there.settlementId(), id -> new double[2]);
          sum[0] += there.peopleServed();
          sum[1]++;
        }
      }
    }
    Map<String, Double> means = new TreeMap<>();
    sums.forEach((id, sum) -> means.put(id, sum[0] / sum[1]));
    return means;
  }

  /** Name of a candidate's folder among the choices. */
  public static String choice(String id) {
    return "%03d".formatted(Integer.parseInt(id));
  }

  /** Names of the folders that a study has among its choices. */
  public static Set<String> choices(Doubt doubt) {
    Set<String> names = new TreeSet<>();
    for (Doubt.Choice each : doubt.choices().picked()) {
      if (!each.id().equals(Doubt.PLAN)) {
        names.add(choice(each.id()));
      }
    }
    if (doubt.firstPhase() != null) {
      names.add(FIRST);
    }
    return names;
  }

  /**
   * Refuses a folder that is there and holds something else: it would be lost.
   *
   * @throws InputRefused {@code doubt.out}
   */
  public static void requireFree(Path folder) {
    if (Files.exists(folder) && !Files.isRegularFile(folder.resolve(DOUBT))) {
      throw new InputRefused("doubt.out", "folder", folder.toString());
    }
  }

  /**
   * Writes the folder in place of one of its kind that is there.
   *
   * @throws InputRefused as {@link #requireFree}
   */
  public void write(Path folder) throws IOException {
    requireFree(folder);
    FilesTogether.anew(
        folder,
        part -> {
          plan.write(part.resolve(PLAN));
          Files.createDirectories(part.resolve(CHOICES));
          for (Map.Entry<String, PlanFolder> each : choices.entrySet()) {
            each.getValue().write(part.resolve(CHOICES).resolve(each.getKey()));
          }
          into(part);
        });
  }

  /** Writes the files beside those of plans alone, without a manifest that seals them. */
  public void into(Path part) throws IOException {
    Files.write(part.resolve(DOUBT), TextFiles.pretty(doubt));
    List<String> layers = doubt.layers().stream().map(Doubt.Layer::id).toList();
    List<String> columns = new ArrayList<>(List.of(LAYER, NUMBER));
    columns.addAll(layers);
    columns.addAll(List.of(VALUE, BOUND, TRIMMED, REFILLED, COMPLETED));
    for (int k = 1; k <= doubt.futures(); k++) {
      columns.add(String.valueOf(k));
    }
    try (CSVPrinter rows = table(part.resolve(FUTURES), columns)) {
      for (FutureRow each : futures) {
        List<Object> cells = new ArrayList<>(List.of(each.layer(), each.number()));
        each.draws().forEach(draw -> cells.add(TextFiles.number(draw)));
        cells.addAll(
            List.of(
                TextFiles.number(each.value()),
                TextFiles.number(each.bound()),
                TextFiles.number(each.trimmed()),
                TextFiles.number(each.refilled()),
                TextFiles.number(each.completed())));
        for (int k = 0; k < doubt.futures(); k++) {
          cells.add(k < each.others().size() ? TextFiles.number(each.others().get(k)) : "");
        }
        rows.printRecord(cells);
      }
    }
    try (CSVPrinter rows = table(part.resolve(PLACES), PLACE_COLUMNS)) {
      for (PlaceRow each : places) {
        rows.printRecord(
            TextFiles.guarded(each.settlementId()),
            each.futures(),
            each.kind(),
            each.planned(),
            TextFiles.guarded(each.technologyId()),
            TextFiles.number(each.technologyRatio()),
            each.decisiveLayer(),
            TextFiles.number(each.rightRatio()));
      }
    }
    Files.createDirectories(part.resolve(DECISIONS));
    Files.createDirectories(part.resolve(PROOFS));
    for (Map.Entry<String, FutureFile> each : files.entrySet()) {
      Files.writeString(
          part.resolve(DECISIONS).resolve(each.getKey() + ".json"),
          FutureFile.JSON.writeValueAsString(each.getValue()) + "\n");
    }
    for (Map.Entry<String, BoundProof> each : proofs.entrySet()) {
      Files.write(part.resolve(PROOFS).resolve(each.getKey() + ".proof"), each.getValue().bytes());
    }
  }

  /**
   * Reads a folder back; what is written again equals it byte for byte.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}, naming the file
   */
  public static DoubtFolder read(Path folder) throws IOException {
    Doubt doubt = Manifest.certificate(folder, DOUBT, Doubt.class);
    List<String> layers = doubt.layers().stream().map(Doubt.Layer::id).toList();
    List<FutureRow> futures = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, FUTURES)) {
      Rows.read(
          FUTURES,
          in,
          row -> {
            List<Double> draws = new ArrayList<>();
            layers.forEach(each -> draws.add(known(row, each)));
            String layer = Cells.text(row, LAYER);
            List<Double> others = new ArrayList<>();
            for (int k = 1; k <= doubt.futures() && layer.isEmpty(); k++) {
              others.add(known(row, String.valueOf(k)));
            }
            futures.add(
                new FutureRow(
                    layer,
                    Cells.whole(row, NUMBER),
                    draws,
                    known(row, VALUE),
                    known(row, BOUND),
                    known(row, TRIMMED),
                    known(row, REFILLED),
                    known(row, COMPLETED),
                    others));
          });
    }
    List<PlaceRow> places = new ArrayList<>();
    try (InputStream in = TextFiles.open(folder, PLACES)) {
      Rows.read(
          PLACES,
          in,
          row ->
              places.add(
                  new PlaceRow(
                      Cells.text(row, "settlementId"),
                      Cells.whole(row, "futures"),
                      Cells.text(row, "kind"),
                      Boolean.parseBoolean(Cells.text(row, "planned")),
                      Cells.text(row, "technologyId"),
                      known(row, "technologyRatio"),
                      Cells.text(row, "decisiveLayer"),
                      known(row, "rightRatio"))));
    }
    Map<String, FutureFile> files = new TreeMap<>();
    Map<String, BoundProof> proofs = new TreeMap<>();
    for (FutureRow each : futures) {
      files.put(each.name(), decisions(folder, each.name()));
      Path proof = folder.resolve(PROOFS).resolve(each.name() + ".proof");
      if (Files.isRegularFile(proof)) {
        proofs.put(each.name(), new BoundProof(Files.readAllBytes(proof)));
      }
    }
    Map<String, PlanFolder> choices = new TreeMap<>();
    for (String each : choices(doubt)) {
      choices.put(each, PlanFolder.read(folder.resolve(CHOICES).resolve(each)));
    }
    return new DoubtFolder(
        PlanFolder.read(folder.resolve(PLAN)), doubt, futures, places, files, proofs, choices);
  }

  private static FutureFile decisions(Path folder, String future) throws IOException {
    String name = DECISIONS + "/" + future + ".json";
    try (InputStream in = TextFiles.open(folder, name)) {
      return FutureFile.JSON.readValue(in, FutureFile.class);
    } catch (JacksonException e) {
      throw Unreadable.file(name, e);
    }
  }

  /** A number, or none. */
  private static double known(CSVRecord row, String column) {
    return Cells.text(row, column).isEmpty() ? Double.NaN : Cells.number(row, column);
  }

  private static CSVPrinter table(Path file, List<String> columns) throws IOException {
    return TextFiles.table(TextFiles.create(file), columns);
  }
}
