package org.kiungo.web.network;

import java.util.Map;
import org.kiungo.web.job.JobTable;

/**
 * A merge that is to be stored, as it is kept: everything it depends on, so that it comes out the
 * same whenever it is done, and however often it was begun.
 *
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset
 * @param choice what is merged, and how
 * @param learnt tolerances of drawings by their id, where earlier merges of their sources told
 * @param uploader who asked
 */
record MergeBody(
    String country, String name, MergeChoice choice, Map<String, Double> learnt, String uploader) {

  static MergeBody of(String json) {
    return JobTable.JSON.readValue(json, MergeBody.class);
  }

  String toJson() {
    return JobTable.JSON.writeValueAsString(this);
  }
}
