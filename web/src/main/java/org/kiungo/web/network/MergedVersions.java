package org.kiungo.web.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.kiungo.geodata.conflate.ConflatedLayer;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.layer.AcceptedRow;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.folder.Scratch;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.MergedDrawings;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;

/** Stores a merged network as a version of a fibre dataset. */
@Component
class MergedVersions {

  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_TEXT = 4000;
  private final Datasets datasets;

  MergedVersions(Datasets datasets) {
    this.datasets = datasets;
  }

  /** Refuses a name that no dataset can have. */
  static void requireName(String name) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InputRefused(
          "field.tooLong", "field", "name", "found", name.length(), "limit", LONGEST_NAME);
    }
  }

  /**
   * Stores the network with the end of its job. Its original is the choice that made it, so that
   * whoever reads it can make it again.
   *
   * @param rows of the network, as a {@link RowFile}
   */
  void store(MergeBody body, List<Drawing> chosen, MergeChore.Made made, Path rows, LiveJob job) {
    DatasetStore store = datasets.store();
    Dataset dataset = store.named(LayerKind.FIBRE_LINES.label(), body.country(), body.name());
    Provenance provenance =
        new Provenance(
            joined(chosen, Drawing::source, 2000),
            joined(chosen, Drawing::licence, 400),
            "",
            body.uploader(),
            body.name() + ".json",
            original(body.choice(), made),
            "",
            transformation(body.choice(), chosen, made));
    provenance.require();
    AtomicInteger version = new AtomicInteger();
    Organisation.as(
        // PostgreSQL copies no rows past row-level security
        Organisation.EVERY,
        () ->
            store.commit(
                dataset,
                sink ->
                    RowFile.forEach(
                        rows,
                        row -> {
                          if (job.isEnding()) {
                            throw new Unwanted();
                          }
                          sink.accept(row);
                        }),
                () -> provenance,
                added -> {
                  version.set(added.version());
                  return null;
                },
                job.endTogether(
                    () ->
                        new MergeEnd(dataset.id(), version.get(), made.lengthKm(), made.undecided())
                            .toJson())));
  }

  /** The version that a merge became. */
  DatasetVersion get(MergeEnd end) {
    return datasets.store().versions(end.datasetId()).stream()
        .filter(each -> each.version() == end.version())
        .findFirst()
        .orElseThrow(() -> ApiRefusal.unknown("version", end.version() + ""));
  }

  /** A segment as an import of its columns would store it. */
  static StoredFeature row(Segment segment, String iso3, Merges.Result result) {
    Map<String, String> values = new HashMap<>();
    Map<String, String> further = new HashMap<>();
    Set<String> roles = Set.copyOf(LayerKind.FIBRE_LINES.roles());
    segment.told().forEach((k, v) -> (roles.contains(k) ? values : further).put(k, v));
    further.put("seenBy", String.join("; ", names(segment.seenBy(), result)));
    further.put(
        "toldBy",
        String.join(
            "; ",
            segment.toldBy().entrySet().stream()
                .map(each -> each.getKey() + ": " + tellers(each.getValue(), result))
                .toList()));
    String keptFrom =
        segment.keptFrom().isEmpty()
            ? String.join("; ", names(segment.seenBy(), result))
            : Merges.name(result.drawing(segment.keptFrom()));
    FibreLine line =
        new FibreLine(
            segment.id(),
            segment.path(),
            iso3,
            segment.told().getOrDefault("operator", ""),
            segment.status(),
            keptFrom);
    return StoredRecords.row(
        new AcceptedRow(line, values, further, ConflatedLayer.line(segment.path())));
  }

  private static String tellers(String ids, Merges.Result result) {
    return String.join(", ", names(Set.of(ids.split("; ")), result));
  }

  private static List<String> names(Set<String> ids, Merges.Result result) {
    return result.chosen().stream()
        .filter(each -> ids.contains(each.id()))
        .map(Merges::name)
        .toList();
  }

  private String original(MergeChoice choice, MergeChore.Made made) {
    try {
      Path folder = Scratch.folder("network");
      try {
        Path file = folder.resolve("network.json");
        MergeChoice used =
            new MergeChoice(choice.drawings(), made.toleranceKm(), choice.decisions());
        Files.writeString(file, used.toJson());
        return datasets.originals().keep(file);
      } finally {
        Durable.discard(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(List<Drawing> chosen, Function<Drawing, String> part, int most) {
    Set<String> all = new TreeSet<>();
    chosen.forEach(each -> all.add(part.apply(each)));
    String text = String.join("; ", all);
    return text.substring(0, Math.min(most, text.length()));
  }

  private static String transformation(
      MergeChoice choice, List<Drawing> chosen, MergeChore.Made made) {
    String text =
        MergedDrawings.told(
            Merges.names(chosen),
            choice.drawings(),
            made.toleranceKm()
                + " km ("
                + made.basis()
                + "); doubtful "
                + made.doubts()
                + ", undecided "
                + made.undecided()
                + "; contradictions "
                + made.conflicts());
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
