package org.kiungo.web.intake;

import java.io.IOException;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.springframework.stereotype.Component;

/** Makes a file a version of a dataset; the report is kept under the import's id. */
@Component
class ImportWork implements IntakeWork {

  static final String KIND = "import";

  private final Datasets datasets;
  private final Uploads uploads;

  ImportWork(Datasets datasets, Uploads uploads) {
    this.datasets = datasets;
    this.uploads = uploads;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void work(LiveIntake live) throws IOException {
    DatasetImport imports = datasets.importer();
    if (imports.find(live.id()).isPresent()) {
      return; // judged before an interruption, and not worth storing
    }
    ImportBody body = ImportBody.of(live.row().body());
    DatasetImport.Request request = body.request(uploads);
    DatasetImport.Outcome outcome = store(imports, request, live);
    if (outcome.isStored()) {
      uploads.discardStored(body.upload());
    }
  }

  private static DatasetImport.Outcome store(
      DatasetImport imports, DatasetImport.Request request, LiveIntake live) {
    String sha256 = imports.keep(request);
    return imports.run(
        request,
        new DatasetImport.Ticket(live.id(), live.end(null)),
        rows ->
            imports
                .reader()
                .read(
                    request,
                    live.id(),
                    sha256,
                    row -> {
                      live.row(LiveIntake.Phase.READING);
                      rows.accept(row);
                    }));
  }
}
