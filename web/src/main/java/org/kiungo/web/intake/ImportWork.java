package org.kiungo.web.intake;

import java.io.IOException;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.store.SpaceReserve;
import org.springframework.stereotype.Component;

/** Makes a file a version of a dataset; the report is kept under the import's id. */
@Component
class ImportWork extends IntakeWork {

  static final String KIND = "import";

  /** Results: a version; none, because a question waits; none, because no row is good enough. */
  static final String STORED = "stored";

  private static final String ASKED = "asked";
  private static final String NOTHING = "nothing";

  private final Datasets datasets;
  private final Uploads uploads;
  private final ImportReading reading;

  ImportWork(
      Datasets datasets,
      Uploads uploads,
      ImportReading reading,
      HeavyRequests heavy,
      SpaceReserve space) {
    super(heavy, space);
    this.datasets = datasets;
    this.uploads = uploads;
    this.reading = reading;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String work(LiveJob job) throws IOException {
    LiveIntake live = live(job);
    DatasetImport imports = datasets.importer();
    ImportBody body = ImportBody.of(live.row().body());
    if (imports.find(live.id()).isPresent()) {
      return unstored(imports, live.id(), body); // judged before an interruption, not worth storing
    }
    DatasetImport.Request request = imports.besideStanding(body.request(uploads));
    String sha256 = imports.keep(request);
    DatasetImport.Ticket ticket =
        new DatasetImport.Ticket(live.id(), live.end(() -> STORED), body.assumes());
    reading.read(imports, request, sha256, live, rows -> imports.run(request, ticket, rows));
    live.ifStored(() -> uploads.discardStored(body.upload()));
    return unstored(imports, live.id(), body);
  }

  private static String unstored(DatasetImport imports, String id, ImportBody body) {
    boolean asked =
        imports
            .find(id)
            .map(DatasetImport.Outcome::past)
            .filter(past -> past.waitsForAnswers() || !body.assumes() && past.assumes())
            .isPresent();
    return asked ? ASKED : NOTHING;
  }
}
