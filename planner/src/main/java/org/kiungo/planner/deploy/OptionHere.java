package org.kiungo.planner.deploy;

import org.kiungo.planner.model.Plan.Status;

/**
 * What one technology would mean at one settlement while the rest of the plan stays.
 *
 * @param technologyId access technology
 * @param siteId the site that would serve it, the cheapest for this technology; empty when
 *     free-standing
 * @param siteStands true when that site is in the plan anyway
 * @param status level of service it would give
 * @param weightedPeople value it would bring
 * @param extraCostUsd lifetime cost of everything the plan would build or enlarge for it: own
 *     share, site units, missing links at one system, further systems on links in use
 * @param chosen true when the plan chooses it
 */
public record OptionHere(
    String technologyId,
    String siteId,
    boolean siteStands,
    Status status,
    double weightedPeople,
    double extraCostUsd,
    boolean chosen) {}
