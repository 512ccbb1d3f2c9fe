package org.kiungo.web.placement;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.kiungo.planner.model.Certificate;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.place.ServicePlacement;
import org.kiungo.planner.place.ServicePlan;
import org.kiungo.planner.place.ServiceRequest;
import org.kiungo.planner.servicefolder.ServiceFolder;

/**
 * What data laws cost: the same request with them and without.
 *
 * @param valueWith objective value with data laws
 * @param valueWithout likewise without
 * @param boundWithout no placement without data laws is worth more
 * @param gapRatioWithout of the placement without
 * @param meanRoundTripMsWith people-weighted, over those whom both placements serve
 * @param meanRoundTripMsWithout likewise
 * @param priceMs the difference: what the laws add to a mean round trip
 * @param peopleWith people served, each counted once
 * @param peopleWithout likewise
 * @param usdWith lifetime cost with data laws
 * @param usdWithoutForSameValue least budget tried that reaches the same value without them
 * @param priceUsd the difference: what the same value would cost less
 * @param priceUsdResolution width of the last budget interval tried
 */
public record SovereigntyPrice(
    double valueWith,
    double valueWithout,
    double boundWithout,
    double gapRatioWithout,
    double meanRoundTripMsWith,
    double meanRoundTripMsWithout,
    double priceMs,
    double peopleWith,
    double peopleWithout,
    double usdWith,
    double usdWithoutForSameValue,
    double priceUsd,
    double priceUsdResolution) {

  private static final int HALVINGS = 5;

  /**
   * @param with placement with data laws, as solved already
   * @param request that it answers
   */
  public static SovereigntyPrice of(
      ServicePlacer placer,
      ServiceRequest request,
      ServiceFolder with,
      Progress progress,
      BooleanSupplier stop) {
    ServiceRequest free = request.withLaw(ServiceRequest.Law.OFF);
    ServicePlan on = with.solved().plan();
    ServicePlan found = placer.place(free, progress, stop).solved().plan();
    double value = on.certificate().value();
    // what the laws allow is allowed without them too
    ServicePlan off = found.certificate().value() < value ? on : found;
    double usd = on.totals().lifetimeCostUsd();
    double high = Math.min(usd, off.totals().lifetimeCostUsd());
    double low;
    ServicePlacement.Limits limits = request.limits();
    ServicePlacement.Limits quick =
        new ServicePlacement.Limits(limits.seed(), limits.tries() / 2, 1, 0);
    low = off == on ? high : high / 2;
    for (int k = 0; k < HALVINGS && high > low && !stop.getAsBoolean(); k++) {
      double middle = (low + high) / 2;
      ServicePlan tried =
          placer
              .place(free.withBudgetUsd(middle).withLimits(quick), Progress.NONE, stop)
              .solved()
              .plan();
      if (tried.certificate().value() >= value) {
        high = Math.min(middle, tried.totals().lifetimeCostUsd());
      } else {
        low = middle;
      }
      low = Math.min(low, high);
    }
    double[] ms = meanMs(on, off);
    return new SovereigntyPrice(
        value,
        off.certificate().value(),
        found.certificate().bound(),
        Certificate.gapRatio(
            Certificate.Sense.MAXIMISE, off.certificate().value(), found.certificate().bound()),
        ms[0],
        ms[1],
        ms[0] - ms[1],
        on.totals().peopleServed(),
        off.totals().peopleServed(),
        usd,
        high,
        usd - high,
        high - low);
  }

  private static double[] meanMs(ServicePlan on, ServicePlan off) {
    Map<String, Double> without = new HashMap<>();
    for (ServicePlan.UserService u : off.users()) {
      if (u.unserved() == null) {
        without.put(u.userId() + " " + u.serviceId(), u.roundTripMs());
      }
    }
    double people = 0;
    double with = 0;
    double free = 0;
    for (ServicePlan.UserService u : on.users()) {
      Double ms = without.get(u.userId() + " " + u.serviceId());
      if (u.unserved() == null && ms != null) {
        people += u.people();
        with += u.people() * u.roundTripMs();
        free += u.people() * ms;
      }
    }
    return new double[] {with / people, free / people};
  }
}
