package org.kiungo.planner.deploy.draft;

import org.kiungo.planner.deploy.options.AccessOptions;

/** Sites of a draft: whom they serve, what they carry, what their units cost. */
final class SiteLoads {

  private final AccessOptions options;
  private final long[] loadBps;

  /** What is taken of the units of each site, in billionths of one. */
  private final long[] taken;

  private final int[] users;
  private long cents;

  SiteLoads(AccessOptions options) {
    this.options = options;
    loadBps = new long[options.sites()];
    taken = new long[options.sites()];
    users = new int[options.sites()];
  }

  long loadBps(int site) {
    return loadBps[site];
  }

  long taken(int site) {
    return taken[site];
  }

  int users(int site) {
    return users[site];
  }

  /** Cost of one site; 0 where nobody uses it. */
  long cents(int site) {
    return users[site] == 0 ? 0 : options.siteCents(site, taken[site]);
  }

  /** Cost of all. */
  long cents() {
    return cents;
  }

  /**
   * Adds load and users, which may be negative.
   *
   * @return 1 = the site opened, −1 = it closed, 0 = neither
   */
  int add(int site, long bps, long parts, int more) {
    cents -= cents(site);
    boolean wasOpen = users[site] > 0;
    loadBps[site] += bps;
    taken[site] += parts;
    users[site] += more;
    cents += cents(site);
    boolean isOpen = users[site] > 0;
    return (isOpen ? 1 : 0) - (wasOpen ? 1 : 0);
  }
}
