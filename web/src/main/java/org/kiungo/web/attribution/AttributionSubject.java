package org.kiungo.web.attribution;

import org.kiungo.web.job.JobRow;

/**
 * Of what it is told which change brings how much: the notation of a job's subject.
 *
 * @param from id of the plan that is changed
 * @param to id of the plan it is changed to; null for edits
 * @param draft id of the edits; null for two plans
 * @param hash of the edits that hold; null for two plans
 */
record AttributionSubject(String from, String to, String draft, String hash) {

  private static final String OVER = ">";
  private static final String EDITED = "#";

  static AttributionSubject ofPlans(String from, String to) {
    return new AttributionSubject(from, to, null, null);
  }

  static AttributionSubject ofEdits(String plan, String draft, String hash) {
    return new AttributionSubject(plan, null, draft, hash);
  }

  static AttributionSubject of(JobRow row) {
    String[] plans = row.subject().split(OVER);
    if (plans.length == 2) {
      return ofPlans(plans[0], plans[1]);
    }
    String[] edits = row.subject().split(EDITED);
    return ofEdits(edits[0], edits[1], edits[2]);
  }

  String text() {
    return to != null ? from + OVER + to : String.join(EDITED, from, draft, hash);
  }

  /** Where it is shown. */
  String page(String country) {
    return to != null
        ? "/compare?country=" + country + "&a=" + from + "&b=" + to + "#attribution"
        : "/plans/" + from + "/explore#e=" + draft;
  }

  /** The address under {@code /api/v1} that begins it and says how it stands. */
  String address() {
    return to != null ? "/plans/" + to + "/attribution" : "/drafts/" + draft + "/attribution";
  }

  /** The address that stops it. */
  String stopAddress() {
    return address() + "/stop" + (to != null ? "?over=" + from : "");
  }
}
