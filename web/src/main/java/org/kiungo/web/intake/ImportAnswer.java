package org.kiungo.web.intake;

import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.geodata.store.VersionChange;
import org.kiungo.geodata.store.VersionDiff;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.ImportReport;
import org.kiungo.web.language.Words;

/**
 * How an import stands and what became of it.
 *
 * @param stored true when there is a version
 * @param dataset that has it; null when nothing is stored
 * @param version likewise
 * @param changes against the version before; null for the first, or when nothing is stored
 * @param change what it would change, of a check; null for an import
 * @param upload its files where they are still there, else empty
 * @param report of its rows; null until it has ended, and for settlements made of a raster
 * @param settled of settlements made of a raster, or given attributes; null for others, and until
 *     it has ended
 * @param job how it stands in the queue; null for a check
 */
record ImportAnswer(
    boolean stored,
    Dataset dataset,
    DatasetVersion version,
    VersionDiff changes,
    Change change,
    String upload,
    ImportReport report,
    Settled settled,
    Intake job) {

  private static final int SHOWN_FINDINGS = 500;

  /**
   * What an import would change against the current version of its dataset.
   *
   * @param datasetId of it; empty where there is none yet
   * @param version current one; 0 for none
   * @param next number that it would have
   * @param added rows that only the file has
   * @param changed rows of both with another geometry or attribute
   * @param removed rows that only the current version has
   * @param rowsNow of the current version
   * @param rowsThen of the file
   * @param peopleNow of the current version; NaN where nobody counted them
   * @param peopleThen of the file
   */
  record Change(
      String datasetId,
      int version,
      int next,
      long added,
      long changed,
      long removed,
      long rowsNow,
      long rowsThen,
      double peopleNow,
      double peopleThen) {

    static Change of(org.kiungo.web.dataset.Change change) {
      if (change == null) {
        return null;
      }
      VersionChange rows = change.rows();
      return new Change(
          rows.next() == 1 ? "" : change.dataset().id(),
          rows.version(),
          rows.next(),
          rows.added(),
          rows.changed(),
          rows.removed(),
          rows.rowsNow(),
          rows.rowsThen(),
          change.peopleNow(),
          change.peopleThen());
    }
  }

  static ImportAnswer of(DatasetImport.Outcome outcome, String upload, Words words, Intake job) {
    return new ImportAnswer(
        outcome.isStored(),
        outcome.dataset(),
        outcome.version(),
        outcome.changes(),
        Change.of(outcome.change()),
        outcome.isStored() ? "" : upload,
        ImportReport.of(outcome.past(), words, SHOWN_FINDINGS),
        null,
        job);
  }

  /** Of one that has stored nothing, or not yet. */
  static ImportAnswer open(String upload, Intake job) {
    return new ImportAnswer(false, null, null, null, null, upload, null, null, job);
  }

  /**
   * Of settlements.
   *
   * @param settled null until they are there, as a version or as a draft
   */
  static ImportAnswer of(Settled settled, Datasets datasets, Intake job) {
    if (settled == null) {
      return open("", job);
    }
    String id = settled.datasetId();
    if (settled.version() == 0) {
      return new ImportAnswer(false, null, null, null, null, "", null, settled, job);
    }
    return new ImportAnswer(
        true,
        datasets.store().find(id).orElseThrow(),
        datasets.store().versions(id).stream()
            .filter(each -> each.version() == settled.version())
            .findFirst()
            .orElseThrow(),
        null,
        null,
        "",
        null,
        settled,
        job);
  }
}
