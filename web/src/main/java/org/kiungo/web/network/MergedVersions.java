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
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.MergedDrawings;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.store.Organisation;
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

  /**
   * Stores the network. Its original is the choice that made it, so that whoever reads it can make
   * it again.
   *
   * @param name of the dataset; equal names follow as versions
   */
  DatasetVersion store(String iso3, String name, Merges.Result result, String uploader) {
    if (name.isBlank() || name.length() > LONGEST_NAME) {
      throw new InputRefused(
          "field.tooLong", "field", "name", "found", name.length(), "limit", LONGEST_NAME);
    }
    DatasetStore store = datasets.store();
    Dataset dataset = store.named(LayerKind.FIBRE_LINES.label(), iso3, name.strip());
    Provenance provenance =
        new Provenance(
            joined(result, Drawing::source, 2000),
            joined(result, Drawing::licence, 400),
            "",
            uploader,
            name.strip() + ".json",
            original(result),
            "",
            transformation(result));
    provenance.require();
    return Organisation.as(
        // PostgreSQL copies no rows past row-level security
        Organisation.EVERY,
        () ->
            store.commit(
                dataset,
                rows -> result.network().segments().forEach(s -> rows.accept(row(s, iso3, result))),
                () -> provenance,
                added -> null));
  }

  /** A segment as an import of its columns would store it. */
  private static StoredFeature row(Segment segment, String iso3, Merges.Result result) {
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

  private String original(Merges.Result result) {
    try {
      Path file = Files.createTempFile("network", ".json");
      try {
        MergeChoice used =
            new MergeChoice(
                result.choice().drawings(), result.tolerance().km(), result.choice().decisions());
        Files.writeString(file, used.toJson());
        return datasets.originals().keep(file);
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String joined(Merges.Result result, Function<Drawing, String> part, int most) {
    Set<String> all = new TreeSet<>();
    result.chosen().forEach(each -> all.add(part.apply(each)));
    String text = String.join("; ", all);
    return text.substring(0, Math.min(most, text.length()));
  }

  private static String transformation(Merges.Result result) {
    String text =
        MergedDrawings.told(
            Merges.names(result),
            result.choice().drawings(),
            result.tolerance().km()
                + " km ("
                + (result.choice().toleranceKm() == null ? result.suggestion().basis() : "GIVEN")
                + "); doubtful "
                + result.network().doubts().size()
                + ", undecided "
                + result.undecided()
                + "; contradictions "
                + result.network().conflicts().size());
    return text.substring(0, Math.min(LONGEST_TEXT, text.length()));
  }
}
