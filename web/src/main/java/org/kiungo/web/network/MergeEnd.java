package org.kiungo.web.network;

import org.kiungo.web.job.JobTable;

/**
 * What became of a merge that was to be stored, as it is kept.
 *
 * @param version of the dataset
 * @param lengthKm of the network
 * @param undecided doubtful stretches that nobody had decided
 */
record MergeEnd(String datasetId, int version, double lengthKm, long undecided) {

  static MergeEnd of(String json) {
    return JobTable.JSON.readValue(json, MergeEnd.class);
  }

  String toJson() {
    return JobTable.JSON.writeValueAsString(this);
  }
}
