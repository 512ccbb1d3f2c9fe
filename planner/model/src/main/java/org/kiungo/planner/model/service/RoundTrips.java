package org.kiungo.planner.model.service;

/** Round trips between users and candidate sites, whatever they were computed from. */
@FunctionalInterface
public interface RoundTrips {

  /**
   * @param user number of the user in the problem
   * @param site number of the site in the problem
   * @return milliseconds there and back; infinite when there is no path
   */
  double roundTripMs(int user, int site);
}
