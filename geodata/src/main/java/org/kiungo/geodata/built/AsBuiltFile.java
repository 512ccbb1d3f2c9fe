package org.kiungo.geodata.built;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureCheck;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.Wgs84Stage;
import org.kiungo.geodata.format.table.DateText;
import org.kiungo.geodata.format.table.NumberText;
import org.kiungo.geodata.format.table.TruthText;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport.BuiltFile;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.ProgressReport.Proof;
import org.kiungo.planner.folder.progress.ProgressReport.Told;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;

/**
 * An as-built file: one row a site or link with id or place and position, date, cost, proof and
 * what builder and verifier say of it. Any format that holds rows will do; columns are known by
 * their names in English, French and Portuguese. A row that cannot be used is listed, the others
 * stay.
 *
 * @param file what it is
 * @param rows that can be used
 * @param told of those that cannot, and what else is to be told
 */
public record AsBuiltFile(BuiltFile file, List<Reported.Row> rows, List<Told> told) {

  /** Neither money nor people of one work: beyond it sums are no longer exact to the cent. */
  private static final double MOST = 1e12;

  private static final Map<String, String> COLUMNS = new HashMap<>();

  static {
    known("id", "id siteid linkid settlementid identifiant idsite code kiungoid");
    known("place", "place name lieu nom village localite locality sitename settlement lugar nome");
    known("lot", "lot lote lotid");
    known("date", "date dateaccepted acceptedon builton datebuilt surveydate data datereception");
    known("costUsd", "cost costusd paid paidusd amount amountusd cout coutusd montant custo");
    known("technology", "technology technologyid tech technologie tecnologia medium mediumid");
    known("proof", "proof photo evidence preuve prova report");
    known("state", "state status etat statut estado");
    known(
        "verified",
        "verified verifier verification verifierstate verifiedstate acceptance accepted verifie"
            + " verificateur reception verificado");
    known("people", "people peoplecounted counted personnes users usagers pessoas");
  }

  private static final Set<String> ACCEPTED =
      Set.of("accepted", "approved", "ok", "accepte", "acceptee", "receptionne", "aceite");

  private static final Set<String> REFUSED =
      Set.of("refused", "rejected", "refuse", "refusee", "rejete", "rejetee", "recusado");

  private static final Set<String> LOST =
      Set.of("lost", "destroyed", "perdu", "perdue", "detruit", "detruite", "perdido");

  private static void known(String role, String words) {
    for (String each : words.split(" ")) {
      COLUMNS.put(each, role);
    }
  }

  /**
   * @param until the last day of which it may tell: what is built later cannot stand yet
   * @throws InputRefused {@code built.columns} where it tells neither id nor place of anything, and
   *     where it cannot be read
   */
  public static AsBuiltFile read(SourceFile file, LocalDate until) {
    if (!(LayerReader.of(file) instanceof VectorReader reader)) {
      throw new InputRefused("built.columns", "file", file.name(), "columns", "");
    }
    Collecting rows = new Collecting(file, until);
    Wgs84Stage placed = new Wgs84Stage(file, ReadOptions.DETECT, FeatureCheck.NONE, rows);
    reader.stream(file, ReadOptions.DETECT, placed);
    return rows.read();
  }

  /** The same of several, in their order. */
  public static Reported reported(List<SourceFile> files, List<LotOf> lots, LocalDate until) {
    List<BuiltFile> all = new ArrayList<>();
    List<Reported.Row> rows = new ArrayList<>();
    List<Told> told = new ArrayList<>();
    for (SourceFile each : files) {
      AsBuiltFile read = read(each, until);
      all.add(read.file());
      rows.addAll(read.rows());
      told.addAll(read.told());
    }
    return new Reported(all, rows, told, lots);
  }

  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Reads row by row. */
  private static final class Collecting implements FeatureConsumer {

    private final SourceFile file;
    private final LocalDate until;
    private final List<Reported.Row> rows = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final Set<String> seen = new TreeSet<>();
    private boolean decimalComma;
    private boolean named;
    private long all;

    Collecting(SourceFile file, LocalDate until) {
      this.file = file;
      this.until = until;
    }

    AsBuiltFile read() {
      if (!named) {
        throw new InputRefused(
            "built.columns", "file", file.name(), "columns", String.join(", ", seen));
      }
      List<Proof> proofs = ProofFiles.of(file);
      Set<String> sent = new HashSet<>();
      proofs.forEach(each -> sent.add(each.name()));
      for (Reported.Row each : rows) {
        // QField names the folder too
        String proof = each.proof().substring(each.proof().lastIndexOf('/') + 1);
        if (!sent.isEmpty() && !proof.isEmpty() && !sent.contains(proof)) {
          String place = each.place().isEmpty() ? each.id() : each.place();
          told.add(
              new Told("builtNoProof", false, file.name(), each.row(), "proof", proof, "", place));
        }
      }
      return new AsBuiltFile(
          new BuiltFile(file.name(), file.sha256(), all, 0, proofs),
          List.copyOf(rows),
          List.copyOf(told));
    }

    @Override
    public void layer(LayerSchema schema) {
      decimalComma = schema.decimalComma();
    }

    @Override
    public void finding(Finding finding) {
      if (finding.row() > 0 && finding.severity() == Finding.Severity.ERROR) {
        told.add(
            new Told(
                finding.code(),
                false,
                file.name(),
                finding.row(),
                finding.column(),
                finding.found(),
                finding.expected(),
                finding.place()));
      }
    }

    @Override
    public void feature(Feature feature) {
      Map<String, Object> cells = new LinkedHashMap<>();
      Map<String, String> headings = new HashMap<>();
      feature
          .attributes()
          .forEach(
              (column, value) -> {
                seen.add(column);
                String role = COLUMNS.get(plain(column));
                if (role != null && cells.putIfAbsent(role, value == null ? "" : value) == null) {
                  headings.put(role, column);
                }
              });
      named |= cells.containsKey("id") || cells.containsKey("place");
      all++;
      new Reading(feature, cells, headings).read();
    }

    private final class Reading {
      private final Feature feature;
      private final Map<String, Object> cells;
      private final Map<String, String> headings;
      private boolean usable = true;

      Reading(Feature feature, Map<String, Object> cells, Map<String, String> headings) {
        this.feature = feature;
        this.cells = cells;
        this.headings = headings;
      }

      void read() {
        Coordinate at =
            feature.geometry() == null || feature.geometry().isEmpty()
                ? null
                : feature.geometry().getCoordinate();
        boolean located = at != null || !text("lot").isEmpty() && !text("technology").isEmpty();
        if (text("id").isEmpty() && (text("place").isEmpty() || !located)) {
          tell("builtUnnamed", true, "id", "", "");
        }
        Optional<LocalDate> date = DateText.date(text("date"));
        if (date.isEmpty()) {
          tell("builtDate", true, "date", text("date"), "2028-12-31");
        } else if (date.get().isAfter(until)) {
          tell("builtFuture", true, "date", date.get().toString(), until.toString());
        }
        double costUsd = number("costUsd");
        double people = number("people");
        Verified verified = verified();
        if (usable) {
          rows.add(
              new Reported.Row(
                  file.name(),
                  feature.line(),
                  text("id"),
                  text("place"),
                  text("lot"),
                  at == null ? Double.NaN : at.x,
                  at == null ? Double.NaN : at.y,
                  date.get().toString(),
                  costUsd,
                  text("technology"),
                  text("proof"),
                  text("state"),
                  verified,
                  people));
        }
      }

      private String text(String role) {
        Object value = cells.get(role);
        return NumberText.isMissing(value) ? "" : value.toString().strip();
      }

      private double number(String role) {
        NumberText number = NumberText.of(cells.get(role), decimalComma);
        if (number.problem().equals("numberMissing")) {
          return Double.NaN;
        }
        if (!number.problem().isEmpty()) {
          tell(number.problem(), true, role, text(role), "");
        } else if (number.value() < 0) {
          tell("builtNegative", true, role, text(role), "0");
        } else if (number.value() > MOST) {
          tell("builtTooMuch", true, role, text(role), "1e12");
        }
        return number.value();
      }

      /** What the builder says of it counts for nothing here. */
      private Verified verified() {
        String said = text("verified");
        String plain = plain(said);
        Optional<Boolean> truth = TruthText.read(said);
        if (ACCEPTED.contains(plain) || truth.orElse(false)) {
          return Verified.ACCEPTED;
        }
        if (REFUSED.contains(plain) || truth.isPresent()) {
          return Verified.REFUSED;
        }
        if (LOST.contains(plain)) {
          return Verified.LOST;
        }
        if (!said.isEmpty()) {
          tell("builtUnread", false, "verified", said, "accepted, refused, lost");
        }
        return Verified.NOTHING;
      }

      private void tell(String code, boolean out, String role, String found, String expected) {
        usable &= !out;
        told.add(
            new Told(
                code,
                out,
                file.name(),
                feature.line(),
                headings.getOrDefault(role, role),
                found,
                expected,
                text("place").isEmpty() ? text("id") : text("place")));
      }
    }
  }
}
