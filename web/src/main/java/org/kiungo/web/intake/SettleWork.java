package org.kiungo.web.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.Settling;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.ApiRefusal;
import org.locationtech.jts.geom.Geometry;
import org.springframework.stereotype.Component;

/** Makes settlements of a raster, or joins attributes to those of a dataset: a new version. */
@Component
class SettleWork implements IntakeWork {

  static final String KIND = "settle";

  private static final int LONGEST_TRANSFORMATION = 4000;

  private final Datasets datasets;
  private final Uploads uploads;

  SettleWork(Datasets datasets, Uploads uploads) {
    this.datasets = datasets;
    this.uploads = uploads;
  }

  @Override
  public String kind() {
    return KIND;
  }

  /**
   * What is to be stored; people in the raster, in the settlements, and elsewhere in the raster.
   */
  private record Found(
      Dataset dataset,
      Provenance provenance,
      List<Settlement> settlements,
      List<Geometry> ground,
      double[] people,
      List<AttributeJoin.JoinedFile> joined) {}

  @Override
  public void work(LiveIntake live) throws IOException {
    SettleBody body = SettleBody.of(live.row().body());
    store(body.dataset().isEmpty() ? settle(body, live) : join(body), live);
    live.ifStored(() -> body.own().forEach(uploads::discardStored));
  }

  private Found settle(SettleBody body, LiveIntake live) throws IOException {
    SourceFile input = uploads.file(body.upload());
    Settling.Outcome outcome =
        Settling.run(
            new Settling.Request(
                input.path(), body.country(), body.options(), body.sources(uploads), body.nearKm()),
            new Progress() {
              @Override
              public void report(
                  String phase, double doneRatio, double value, double bound, double gapRatio) {
                live.requireWanted();
              }
            });
    return new Found(
        datasets.store().named(LayerKind.SETTLEMENTS.label(), body.country(), body.name()),
        new Provenance(
            body.source(),
            body.licence(),
            "",
            body.uploader(),
            input.name(),
            datasets.originals().keep(input.path()),
            "",
            transformation(body.options() + "", outcome.joined(), body.nearKm())),
        outcome.settlements(),
        outcome.ground(),
        new double[] {outcome.peopleIn(), outcome.peopleOut(), outcome.peopleElsewhere()},
        outcome.joined());
  }

  private Found join(SettleBody body) throws IOException {
    Dataset dataset = settlements(body.dataset());
    int before = dataset.currentVersion();
    List<Settlement> settlements = new ArrayList<>();
    List<Geometry> ground = new ArrayList<>();
    datasets
        .store()
        .forEachFeature(
            dataset.id(),
            before,
            null,
            row -> {
              settlements.add(StoredRecords.settlement(row));
              ground.add(StoredRecords.ground(row));
            });
    Provenance from =
        datasets.store().versions(dataset.id()).stream()
            .filter(version -> version.version() == before)
            .findFirst()
            .orElseThrow()
            .provenance();
    AttributeJoin join = Settling.join(settlements, ground, body.sources(uploads), body.nearKm());
    double people = settlements.stream().mapToDouble(Settlement::population).sum();
    return new Found(
        dataset,
        new Provenance(
            from.source(),
            from.licence(),
            from.dated(),
            body.uploader(),
            from.fileName(),
            from.sha256(),
            from.crs(),
            transformation("version " + before, join.files(), body.nearKm())),
        join.settlements(),
        ground,
        new double[] {people, people, 0},
        join.files());
  }

  /** The dataset, if it is one that can get attributes. */
  Dataset settlements(String id) {
    Dataset dataset =
        datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
    if (!dataset.layer().equals(LayerKind.SETTLEMENTS.label()) || dataset.currentVersion() == 0) {
      throw new InputRefused("attributes.notSettlements", "name", dataset.name());
    }
    return dataset;
  }

  private void store(Found found, LiveIntake live) {
    live.at(LiveIntake.Phase.STORING, 0);
    AtomicInteger version = new AtomicInteger();
    DatasetStore store = datasets.store();
    Organisation.as(
        // PostgreSQL copies no rows past row-level security
        Organisation.EVERY,
        () ->
            store.commit(
                found.dataset(),
                rows -> {
                  for (int k = 0; k < found.settlements().size(); k++) {
                    live.row(LiveIntake.Phase.STORING);
                    rows.accept(
                        StoredRecords.settlementRow(
                            found.settlements().get(k),
                            found.ground().isEmpty() ? null : found.ground().get(k)));
                  }
                },
                found::provenance,
                added -> {
                  version.set(added.version());
                  return null;
                },
                live.end(() -> result(found, version.get()))));
  }

  private static String result(Found found, int version) {
    return new Settled(
            found.dataset().id(),
            version,
            found.settlements().size(),
            found.people()[0],
            found.people()[1],
            found.people()[2],
            found.joined().stream().map(Settled.Joined::of).toList())
        .toJson();
  }

  /** How the version came about, with the hash of every file joined. */
  private static String transformation(
      String begun, List<AttributeJoin.JoinedFile> joined, double nearKm) {
    String text =
        begun
            + joined.stream()
                .map(f -> "; " + f.name() + " from " + f.input().name() + " " + f.input().sha256())
                .collect(Collectors.joining())
            + "; near "
            + nearKm
            + " km";
    return text.substring(0, Math.min(LONGEST_TRANSFORMATION, text.length()));
  }
}
