package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.settle.SettledDraft;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.SpaceReserve;
import org.kiungo.web.system.ApiRefusal;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Hearing;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes settlements of a raster, or joins attributes to those of a dataset: a new version. */
@Component
class SettleWork extends IntakeWork {

  static final String KIND = "settle";

  private static final int LONGEST_TRANSFORMATION = 4000;
  private static final String ROWS = SettledDraft.ROWS;

  private final Datasets datasets;
  private final Uploads uploads;
  private final DataFolder data;
  private final Apart apart;
  private final Budgets budgets;

  SettleWork(
      Datasets datasets,
      Uploads uploads,
      DataFolder data,
      Apart apart,
      Budgets budgets,
      HeavyRequests heavy,
      SpaceReserve space) {
    super(heavy, space);
    this.datasets = datasets;
    this.uploads = uploads;
    this.data = data;
    this.apart = apart;
    this.budgets = budgets;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String work(LiveJob job) throws IOException {
    LiveIntake live = live(job);
    SettleBody body = SettleBody.of(live.row().body());
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), KIND);
    String looked = null;
    try {
      if (body.isKept()) {
        keep(body, live);
      } else if (body.dataset().isEmpty()) {
        looked = settle(body, live, folder);
      } else {
        join(body, live, folder);
      }
    } finally {
      Durable.discard(folder);
    }
    live.ifStored(() -> body.own().forEach(uploads::discardStored));
    return looked;
  }

  /** What is to be kept of it where somebody wants to look first; else null, and it is stored. */
  private String settle(SettleBody body, LiveIntake live, Path folder) throws IOException {
    SourceFile input = uploads.file(body.upload());
    Path rows = folder.resolve(ROWS);
    SettleChore.Made made =
        made(
            new SettleChore.Task(
                input.path(),
                body.country(),
                body.crs(),
                body.options(),
                null,
                body.sources(uploads),
                body.nearKm(),
                rows,
                body.isLook() ? folder.resolve(SettledDraft.SETTLEMENTS) : null),
            live,
            folder);
    Provenance provenance =
        new Provenance(
            body.source(),
            body.licence(),
            "",
            body.uploader(),
            input.name(),
            datasets.originals().keep(input.path()),
            "",
            transformation(body.options() + "", made, body.nearKm()));
    if (body.isLook()) {
      return lay(body, provenance, made, folder);
    }
    store(dataset(body.country(), body.name()), provenance, made, rows, live);
    return null;
  }

  private Dataset dataset(String country, String name) {
    return datasets.store().named(LayerKind.SETTLEMENTS.label(), country, name);
  }

  /** Lays the settlements where somebody can look at them; nothing is stored. */
  private String lay(SettleBody body, Provenance provenance, SettleChore.Made made, Path folder)
      throws IOException {
    String draft = uploads.begin().id();
    SettledDraft.lay(
        folder,
        uploads.at(draft),
        new SettledDraft.About(
            body.country(),
            body.name(),
            provenance,
            new SettledDraft.Counts(
                made.settlements(),
                made.peopleIn(),
                made.peopleOut(),
                made.peopleElsewhere(),
                made.negativeCells()),
            made.joined()));
    uploads.force(draft);
    return Settled.looked(draft, made).toJson();
  }

  /** Stores what somebody has looked at. */
  private void keep(SettleBody body, LiveIntake live) {
    SettledDraft draft = SettledDraft.in(uploads.at(body.draft()));
    SettledDraft.About about = draft.about();
    SettledDraft.Counts counts = about.counts();
    SettleChore.Made made =
        new SettleChore.Made(
            counts.settlements(),
            counts.peopleIn(),
            counts.peopleOut(),
            counts.peopleElsewhere(),
            counts.negativeCells(),
            about.joined(),
            List.of());
    store(dataset(about.country(), about.name()), about.provenance(), made, draft.rows(), live);
  }

  private void join(SettleBody body, LiveIntake live, Path folder) throws IOException {
    Dataset dataset = settlements(body.dataset());
    int version = dataset.currentVersion();
    Path before = folder.resolve("before.jsonl");
    Path rows = folder.resolve(ROWS);
    try (RowFile out = new RowFile(before)) {
      datasets.store().forEachFeature(dataset.id(), version, out::write);
    }
    Provenance from =
        datasets.store().versions(dataset.id()).stream()
            .filter(each -> each.version() == version)
            .findFirst()
            .orElseThrow()
            .provenance();
    SettleChore.Made made =
        made(
            new SettleChore.Task(
                null,
                body.country(),
                null,
                null,
                before,
                body.sources(uploads),
                body.nearKm(),
                rows,
                null),
            live,
            folder);
    Provenance provenance =
        new Provenance(
            from.source(),
            from.licence(),
            from.dated(),
            body.uploader(),
            from.fileName(),
            from.sha256(),
            from.crs(),
            transformation("version " + version, made, body.nearKm()));
    store(dataset, provenance, made, rows, live);
  }

  private SettleChore.Made made(SettleChore.Task task, LiveIntake live, Path folder)
      throws IOException {
    return apart.work(
        new SettleChore(),
        task,
        budgets.file(live.row().subject()),
        folder,
        new Hearing() {
          @Override
          public boolean isUnwanted() {
            return live.isEnding();
          }

          @Override
          public void told(JsonNode told) {
            double done = told.path("doneRatio").asDouble(0);
            live.at(LiveIntake.Phase.READING, Math.round(done * 100));
          }
        });
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

  private void store(
      Dataset dataset, Provenance provenance, SettleChore.Made made, Path rows, LiveIntake live) {
    live.at(LiveIntake.Phase.STORING, 0);
    AtomicInteger version = new AtomicInteger();
    DatasetStore store = datasets.store();
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
                          live.row(LiveIntake.Phase.STORING);
                          sink.accept(row);
                        }),
                () -> provenance,
                added -> {
                  version.set(added.version());
                  return null;
                },
                live.end(() -> Settled.of(dataset.id(), version.get(), made).toJson())));
  }

  /** How the version came about, with the hash of every file joined. */
  private static String transformation(String begun, SettleChore.Made made, double nearKm) {
    StringBuilder text = new StringBuilder(begun);
    for (int k = 0; k < made.joined().size(); k++) {
      SettledDraft.Joined file = made.joined().get(k);
      text.append("; ").append(file.name()).append(" from ").append(file.file());
      text.append(' ').append(made.sha256().get(k));
    }
    text.append("; near ").append(nearKm).append(" km");
    return text.substring(0, Math.min(LONGEST_TRANSFORMATION, text.length()));
  }
}
