package org.kiungo.planner.place.network;

import java.util.List;
import org.kiungo.planner.model.service.RoundTrips;

/**
 * Round trips of users to sites over a network: each user reaches a node over its access, each site
 * stands at a node, and the network lies between.
 */
public final class NetworkRoundTrips implements RoundTrips {

  private final ServiceNetwork network;
  private final int[] userNode;
  private final double[] accessMs;
  private final List<NetworkAccess.Way> ways;
  private final TravelTime travel;

  /**
   * @param network nodes and links
   * @param userNode userNode[i] = node over which user i reaches the network, −1 = none
   * @param accessMs accessMs[i] = round trip between user i and that node, ≥ 0
   * @param siteNode siteNode[j] = node at which site j stands
   */
  public NetworkRoundTrips(
      ServiceNetwork network, int[] userNode, double[] accessMs, int[] siteNode) {
    this(network, userNode, accessMs, List.of(), travel(network, siteNode));
  }

  /**
   * @param network nodes and links
   * @param users how user i reaches the network
   * @param siteNode siteNode[j] = node at which site j stands
   */
  public NetworkRoundTrips(ServiceNetwork network, List<NetworkAccess> users, int[] siteNode) {
    this(
        network,
        users.stream().mapToInt(NetworkAccess::node).toArray(),
        users.stream().mapToDouble(NetworkAccess::roundTripMs).toArray(),
        users.stream().map(NetworkAccess::way).toList(),
        travel(network, siteNode));
  }

  private static TravelTime travel(ServiceNetwork network, int[] siteNode) {
    return TravelTime.of(
        network.nodes(), network.from(), network.to(), network.roundTripMs(), siteNode);
  }

  private NetworkRoundTrips(
      ServiceNetwork network,
      int[] userNode,
      double[] accessMs,
      List<NetworkAccess.Way> ways,
      TravelTime travel) {
    this.ways = ways;
    this.network = network;
    this.userNode = userNode.clone();
    this.accessMs = accessMs.clone();
    this.travel = travel;
  }

  /** The same sites over a changed network; the table is kept where its core did not change. */
  public NetworkRoundTrips updated(
      ServiceNetwork changed, int[] changedUserNode, double[] changedAccessMs) {
    return new NetworkRoundTrips(
        changed,
        changedUserNode,
        changedAccessMs,
        List.of(),
        travel.updated(changed.nodes(), changed.from(), changed.to(), changed.roundTripMs()));
  }

  @Override
  public double roundTripMs(int user, int site) {
    return userNode[user] < 0
        ? Double.POSITIVE_INFINITY
        : accessMs[user] + travel.roundTripMs(userNode[user], site);
  }

  public ServiceNetwork network() {
    return network;
  }

  /** Node over which a user reaches the network; −1 = none. */
  public int userNode(int user) {
    return userNode[user];
  }

  /** Round trip between a user and its node. */
  public double accessMs(int user) {
    return accessMs[user];
  }

  /** Over what a user reaches the network; null where that was not told. */
  public NetworkAccess.Way way(int user) {
    return ways.isEmpty() ? null : ways.get(user);
  }

  /** Node at which a site stands. */
  public int siteNode(int site) {
    return travel.siteNode(site);
  }

  /** True when both read one table in memory: a change of plan left its core alone. */
  boolean sharesTable(NetworkRoundTrips other) {
    return travel.sharesTable(other.travel);
  }
}
