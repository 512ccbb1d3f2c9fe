package org.kiungo.planner.place.hosting;

import java.util.Arrays;

/**
 * Who is served from where once services stand at sites: each demand point takes its most valuable
 * open sites with room, as many as copies are asked for and no two in one country, grid or cable,
 * or none. Demand points with most people go first where capacity is short.
 */
public final class HostAssignment {

  private final Hosting hosting;
  private final Integer[] order;
  private final OpenSites open;
  private final ServedAt served;

  /** Demand points of service k: first[k] to first[k + 1] − 1. */
  private final int[] first;

  /** taken[q] = positions in allowed[q] that serve demand point q; empty when unserved. */
  public final int[][] taken;

  public final double[][] loadMbps;
  double value;

  public HostAssignment(Hosting hosting) {
    this.hosting = hosting;
    this.order = new Integer[hosting.demandPoints()];
    this.first = new int[hosting.services + 1];
    for (int k : hosting.serviceOf) {
      first[k + 1]++;
    }
    for (int k = 0; k < hosting.services; k++) {
      first[k + 1] += first[k];
    }
    Arrays.setAll(order, q -> q);
    Arrays.sort(
        order,
        java.util.Comparator.comparingDouble(
                (Integer q) -> -hosting.people[q] / hosting.demandMbps[q])
            .thenComparingDouble(q -> -hosting.people[q]));
    this.open = new OpenSites(hosting);
    this.served = new ServedAt(hosting);
    this.taken = new int[hosting.demandPoints()][];
    this.loadMbps = new double[hosting.services][hosting.sites];
  }

  /** Serves everybody it can from placed[k][j]; returns the value. */
  public double serve(boolean[][] placed) {
    value = 0;
    open.tell(placed);
    for (double[] load : loadMbps) {
      Arrays.fill(load, 0);
    }
    for (int q : order) {
      value += serve(q);
    }
    return value;
  }

  private double serve(int q) {
    int k = hosting.serviceOf[q];
    int need = hosting.copies[k];
    int[] found = new int[need];
    int count = 0;
    double worth = 0;
    int[] allowed = hosting.allowed[q];
    for (int x : open.of(q)) {
      int j = allowed[x];
      if (count == need) {
        break;
      }
      if (loadMbps[k][j] + hosting.demandMbps[q] <= hosting.capacityMbps[k] + 1e-9
          && !sameGroup(q, found, count, j)) {
        found[count++] = x;
        worth += hosting.worth[q][x];
      }
    }
    if (count < need) {
      taken[q] = new int[0];
      return 0;
    }
    taken[q] = found;
    for (int x : found) {
      loadMbps[k][allowed[x]] += hosting.demandMbps[q];
    }
    return worth;
  }

  /**
   * Serves more: whoever found every site in reach full takes the room of a neighbour who moves to
   * another open site, best pair first. Services with one copy only.
   *
   * @return the value of {@link #serve} and what was gained
   */
  public double repair(boolean[][] placed) {
    makeRoom();
    for (int k = 0; k < hosting.services; k++) {
      if (hosting.copies[k] == 1) {
        flow(k, placed);
      }
    }
    return value;
  }

  private void makeRoom() {
    served.tell(taken);
    for (int q : order) {
      if (taken[q].length == 0 && hosting.copies[hosting.serviceOf[q]] == 1) {
        makeRoom(q);
      }
    }
    boolean moved = true;
    while (moved) {
      moved = moveToRoomLeft();
    }
  }

  /** Brings the unserved of one service in by augmenting paths; kept when it is worth more. */
  private void flow(int k, boolean[][] placed) {
    double before = value;
    int[][] takenBefore = Arrays.copyOfRange(taken, first[k], first[k + 1]);
    double[] loadBefore = loadMbps[k].clone();
    new RoomFlow(hosting, this, k, first[k], first[k + 1], placed[k]).serve(order);
    makeRoom();
    if (value < before) {
      System.arraycopy(takenBefore, 0, taken, first[k], takenBefore.length);
      loadMbps[k] = loadBefore;
      value = before;
    }
  }

  /** Serves q from the site at this position of its list, wherever it was served before. */
  void move(int q, int position) {
    int k = hosting.serviceOf[q];
    if (taken[q].length == 1) {
      loadMbps[k][hosting.allowed[q][taken[q][0]]] -= hosting.demandMbps[q];
    }
    value += hosting.worth[q][position] - worthHeld(q);
    taken[q] = new int[] {position};
    loadMbps[k][hosting.allowed[q][position]] += hosting.demandMbps[q];
  }

  /** Whoever finds room now at an open site worth more than its own moves there. */
  private boolean moveToRoomLeft() {
    boolean moved = false;
    for (int q : order) {
      int k = hosting.serviceOf[q];
      if (hosting.copies[k] == 1) {
        int own = taken[q].length == 0 ? hosting.allowed[q].length : taken[q][0];
        int x = own;
        for (int each : open.of(q)) {
          if (each >= own || over(k, hosting.allowed[q][each], hosting.demandMbps[q]) <= 0) {
            x = Math.min(each, own);
            break;
          }
        }
        if (x < own && hosting.worth[q][x] > worthHeld(q) + 1e-9) {
          value += hosting.worth[q][x] - worthHeld(q);
          if (taken[q].length == 1) {
            loadMbps[k][hosting.allowed[q][own]] -= hosting.demandMbps[q];
          }
          loadMbps[k][hosting.allowed[q][x]] += hosting.demandMbps[q];
          taken[q] = new int[] {x};
          moved = true;
        }
      }
    }
    return moved;
  }

  private double worthHeld(int q) {
    return taken[q].length == 0 ? 0 : hosting.worth[q][taken[q][0]];
  }

  private void makeRoom(int q) {
    int k = hosting.serviceOf[q];
    double best = 1e-9;
    int position = -1;
    int mover = -1;
    int target = -1;
    for (int x : open.of(q)) {
      if (hosting.worth[q][x] <= best) {
        break;
      }
      int j = hosting.allowed[q][x];
      double over = over(k, j, hosting.demandMbps[q]);
      for (int r = served.first(k, j); r != ServedAt.END; r = served.next(r)) {
        if (hosting.demandMbps[r] >= over) {
          int other = otherWithRoom(r, j);
          double gain =
              other < 0
                  ? 0
                  : hosting.worth[q][x] - hosting.worth[r][taken[r][0]] + hosting.worth[r][other];
          if (gain > best) {
            best = gain;
            position = x;
            mover = r;
            target = other;
          }
        }
      }
    }
    if (mover >= 0) {
      int j = hosting.allowed[q][position];
      loadMbps[k][j] += hosting.demandMbps[q] - hosting.demandMbps[mover];
      int away = hosting.allowed[mover][target];
      loadMbps[k][away] += hosting.demandMbps[mover];
      served.remove(k, j, mover);
      served.add(k, away, mover);
      served.add(k, j, q);
      taken[mover] = new int[] {target};
      taken[q] = new int[] {position};
      value += best;
    }
  }

  /** Serves q no more; services with one copy only. */
  void leave(int q) {
    int k = hosting.serviceOf[q];
    value -= worthHeld(q);
    loadMbps[k][hosting.allowed[q][taken[q][0]]] -= hosting.demandMbps[q];
    taken[q] = new int[0];
  }

  /** Mbps beyond site j's capacity if so much more came; at most 0 when it fits. */
  double over(int k, int j, double more) {
    return loadMbps[k][j] + more - hosting.capacityMbps[k] - 1e-9;
  }

  private int otherWithRoom(int r, int not) {
    int k = hosting.serviceOf[r];
    for (int x : open.of(r)) {
      int j = hosting.allowed[r][x];
      if (j != not && over(k, j, hosting.demandMbps[r]) <= 0) {
        return x;
      }
    }
    return -1;
  }

  private boolean sameGroup(int q, int[] found, int count, int j) {
    int[] groups = hosting.groupOf[hosting.serviceOf[q]];
    for (int c = 0; c < count; c++) {
      if (groups[hosting.allowed[q][found[c]]] == groups[j]) {
        return true;
      }
    }
    return false;
  }
}
