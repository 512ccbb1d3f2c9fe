package org.kiungo.planner.deploy.plan;

import org.kiungo.planner.model.Plan.Status;

/**
 * What one technology would mean at one settlement while the rest of the plan stays.
 *
 * @param technologyId access technology
 * @param siteId the site that would serve it, the cheapest for this technology; empty when
 *     free-standing
 * @param siteStands true when that site is in the plan anyway
 * @param status level of service it would give
 * @param downlinkMbps rate it offers a user
 * @param roundTripMs round trip of its access part
 * @param people whom it would serve, those out of sight by what else they would have
 * @param weightedPeople value it would bring
 * @param extraCostUsd lifetime cost of everything the plan would build or enlarge for it: own
 *     share, site units, missing links at one system, further systems on links in use
 * @param chosen true when the plan chooses it
 * @param allowed false when a locked choice rules it out here
 * @param shareRatio share of the people whom the technology serves, 0–1: those in sight of its mast
 * @param restTechnologyId what the others would have with it; empty for nothing
 */
public record OptionHere(
    String technologyId,
    String siteId,
    boolean siteStands,
    Status status,
    double downlinkMbps,
    double roundTripMs,
    double people,
    double weightedPeople,
    double extraCostUsd,
    boolean chosen,
    boolean allowed,
    double shareRatio,
    String restTechnologyId) {

  /** True when it would bring everybody here to the standard, and may be chosen. */
  public boolean bringsAllToStandard() {
    return allowed && status == Status.STANDARD && !sharesOut();
  }

  /** True when some people are out of sight of its mast. */
  public boolean sharesOut() {
    return shareRatio < 1;
  }
}
