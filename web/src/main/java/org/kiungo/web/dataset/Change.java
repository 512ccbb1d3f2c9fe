package org.kiungo.web.dataset;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.VersionChange;
import org.kiungo.web.store.Organisation;

/**
 * What an import would change.
 *
 * @param dataset that it would be a version of
 * @param rows by rows
 * @param peopleNow of the current version; NaN where nobody counted them
 * @param read how the file was read
 */
public record Change(
    Dataset dataset, VersionChange rows, double peopleNow, ImportReader.Read read) {

  /** Of people after it; NaN where the layer counts none. */
  public double peopleThen() {
    return read.past().report().totalAfter();
  }

  static Change of(
      DatasetStore store, Dataset dataset, Standing now, DatasetImport.Reading reading) {
    if (dataset.currentVersion() == 0) {
      AtomicLong count = new AtomicLong();
      ImportReader.Read read = reading.read(row -> count.incrementAndGet());
      int last = store.versions(dataset.id()).size();
      VersionChange all = new VersionChange(0, last + 1, count.get(), 0, 0, 0, count.get());
      return new Change(dataset, all, Double.NaN, read);
    }
    AtomicReference<ImportReader.Read> read = new AtomicReference<>();
    String organisation = Organisation.current();
    VersionChange rows =
        Organisation.as(
            // PostgreSQL copies no rows past row-level security
            Organisation.EVERY,
            () ->
                store.preview(
                    dataset,
                    each -> read.set(Organisation.as(organisation, () -> reading.read(each)))));
    return new Change(dataset, rows, now.people(), read.get());
  }
}
