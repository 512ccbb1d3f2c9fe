package org.kiungo.planner.place;

import java.util.List;
import org.kiungo.planner.model.value.LonLat;

/**
 * Answer of a classic location model over a network.
 *
 * @param model that was solved
 * @param value its objective: people · ms, ms, people, sites or USD
 * @param bound no answer is better than this
 * @param gapRatio distance between both, 0–1
 * @param method literature name of the bound
 * @param sites opened, by id
 * @param users by id; without a site when none serves them
 */
public record ClassicPlan(
    ClassicModel model,
    double value,
    double bound,
    double gapRatio,
    String method,
    List<OpenSite> sites,
    List<ServedUser> users) {

  public ClassicPlan {
    sites = List.copyOf(sites);
    users = List.copyOf(users);
  }

  /**
   * An opened site.
   *
   * @param people served from it
   */
  public record OpenSite(String id, String name, LonLat location, String country, double people) {}

  /**
   * A user and its site.
   *
   * @param siteId empty when unserved
   * @param roundTripMs NaN when unserved
   */
  public record ServedUser(
      String id, String name, LonLat location, double people, String siteId, double roundTripMs) {}
}
