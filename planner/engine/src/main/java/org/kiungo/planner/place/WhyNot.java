package org.kiungo.planner.place;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.place.ServicePlan.Reason;
import org.kiungo.planner.place.hosting.HostAssignment;
import org.kiungo.planner.place.hosting.Hosting;

/** Says from where a user is served, and which rule keeps a nearer site from serving it. */
final class WhyNot {

  private final Hosting hosting;
  private final boolean[][] placed;
  private final HostAssignment serving;

  WhyNot(Hosting hosting, boolean[][] placed, HostAssignment serving) {
    this.hosting = hosting;
    this.placed = placed;
    this.serving = serving;
  }

  ServicePlan.UserService user(int q) {
    ServiceProblem.User user = hosting.problem.users().get(hosting.userOf[q]);
    EService service = hosting.problem.services().get(hosting.serviceOf[q]);
    List<String> sites = new ArrayList<>();
    double ms = Double.NaN;
    for (int x : serving.taken[q]) {
      int j = hosting.allowed[q][x];
      double copyMs = roundTripMs(q, j);
      sites.add(hosting.problem.sites().get(j).id());
      ms = ms <= copyMs ? ms : copyMs;
    }
    return new ServicePlan.UserService(
        user.id(),
        user.name(),
        user.location(),
        user.country(),
        service.id(),
        sites,
        user.people(),
        hosting.demandMbps[q],
        ms,
        sites.isEmpty() ? unserved(q) : null,
        nearer(q, ms));
  }

  private double roundTripMs(int q, int j) {
    return hosting.problem.roundTrips().roundTripMs(hosting.userOf[q], j);
  }

  /** The nearest site that is closer than the user's own, or nearest of all when unserved. */
  private ServicePlan.NearerSite nearer(int q, double ownMs) {
    int nearest = -1;
    double least = Double.isNaN(ownMs) ? Double.POSITIVE_INFINITY : ownMs;
    for (int j = 0; j < hosting.sites; j++) {
      double ms = roundTripMs(q, j);
      if (ms < least) {
        least = ms;
        nearest = j;
      }
    }
    return nearest < 0
        ? null
        : new ServicePlan.NearerSite(
            hosting.problem.sites().get(nearest).id(), least, reason(q, nearest));
  }

  private Reason reason(int q, int j) {
    int k = hosting.serviceOf[q];
    EService service = hosting.problem.services().get(k);
    if (!lawful(q, j)) {
      return Reason.DATA_LAW;
    }
    if (hosting.serviceUsd[k][j] == Double.POSITIVE_INFINITY) {
      return Reason.NOT_ELIGIBLE;
    }
    if (roundTripMs(q, j) > service.maxRoundTripMs().value()) {
      return Reason.TOO_FAR;
    }
    if (!placed[k][j]) {
      return Reason.NOT_OPENED;
    }
    boolean full = serving.loadMbps[k][j] + hosting.demandMbps[q] > hosting.capacityMbps[k] + 1e-9;
    return full ? Reason.CAPACITY : Reason.REDUNDANCY;
  }

  /** The rule that leaves a user without service: the first that, by itself, leaves no site. */
  private Reason unserved(int q) {
    int k = hosting.serviceOf[q];
    double maxMs = hosting.problem.services().get(k).maxRoundTripMs().value();
    boolean connected = false;
    boolean near = false;
    boolean lawful = false;
    boolean eligible = false;
    for (int j = 0; j < hosting.sites; j++) {
      double ms = roundTripMs(q, j);
      boolean fits = hosting.serviceUsd[k][j] < Double.POSITIVE_INFINITY;
      connected |= ms < Double.POSITIVE_INFINITY;
      eligible |= fits && ms < Double.POSITIVE_INFINITY;
      near |= fits && ms <= maxMs;
      lawful |= fits && ms <= maxMs && lawful(q, j);
    }
    if (!connected) {
      return Reason.NOT_CONNECTED;
    }
    if (!eligible) {
      return Reason.NOT_ELIGIBLE;
    }
    if (!near) {
      return Reason.TOO_FAR;
    }
    if (!lawful) {
      return Reason.DATA_LAW;
    }
    if (groupsAllowed(q) < hosting.copies[k]) {
      return Reason.REDUNDANCY;
    }
    for (int j : hosting.allowed[q]) {
      if (placed[k][j]) {
        return hosting.copies[k] > 1 ? Reason.NOT_OPENED : Reason.CAPACITY;
      }
    }
    return Reason.NOT_OPENED;
  }

  private long groupsAllowed(int q) {
    return java.util.Arrays.stream(hosting.allowed[q])
        .map(j -> hosting.groupOf[hosting.serviceOf[q]][j])
        .distinct()
        .count();
  }

  private boolean lawful(int q, int j) {
    ServiceProblem.User user = hosting.problem.users().get(hosting.userOf[q]);
    EService service = hosting.problem.services().get(hosting.serviceOf[q]);
    return hosting
        .problem
        .sovereignty()
        .allows(user.country(), hosting.problem.sites().get(j).country(), service.dataClass());
  }
}
