package org.kiungo.web.placement;

import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.Progress;
import org.kiungo.web.job.Leases.Lease;
import org.kiungo.web.run.RunEvents;

/** A placement under way here: its stop button, its progress and its events. */
final class LivePlacement implements Progress {

  /** Between two events of one phase. */
  private static final long EVENT_NANOS = 250_000_000L;

  final PlacementBody body;
  private final Lease lease;
  private final RunEvents events;
  private volatile boolean stopped;
  private volatile boolean lost;
  private volatile Map<String, Double> numbers =
      Map.of("doneRatio", 0.0, "value", Double.NaN, "bound", Double.NaN, "gapRatio", Double.NaN);
  private volatile String phase = "";
  private long lastEvent = Long.MIN_VALUE;

  LivePlacement(PlacementBody body, Lease lease, RunEvents events) {
    this.body = body;
    this.lease = lease;
    this.events = events;
  }

  Lease lease() {
    return lease;
  }

  String id() {
    return lease.id();
  }

  @Override
  public void report(
      String newPhase, double doneRatio, double value, double bound, double gapRatio) {
    boolean begins = !newPhase.equals(phase);
    phase = newPhase;
    numbers = Map.of("doneRatio", doneRatio, "value", value, "bound", bound, "gapRatio", gapRatio);
    long now = System.nanoTime();
    if (begins || now - lastEvent > EVENT_NANOS) {
      lastEvent = now;
      events.add("progress", shown(List.of()), false);
    }
  }

  void stop() {
    stopped = true;
  }

  boolean isStopped() {
    return stopped;
  }

  /** Another server has it, or it is over: nothing of it may be kept from here. */
  void lose() {
    lost = true;
  }

  boolean isLost() {
    return lost;
  }

  Placement shown(List<String> files) {
    return new Placement(
        id(),
        Placement.State.RUNNING,
        phase,
        numbers.get("doneRatio"),
        numbers.get("value"),
        numbers.get("bound"),
        numbers.get("gapRatio"),
        0,
        files,
        null);
  }
}
