package org.kiungo.planner.progress;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.value.Figure;

/**
 * Prices learnt of what was paid. With θ the ratio of the real price to the catalogue's, ln θ is
 * normal around 0 before anything is paid, its 90 % interval as wide as that of the catalogue's
 * range, {@code τ = ln(high / low) / (2 · 1.645)}. Of n works paid, {@code x = ln(paid / planned)}
 * is normal around ln θ with variance {@code σ² = (ν₀ σ₀² + Σ (x − x̄)²) / (ν₀ + n − 1)}. Then ln θ
 * is normal with variance {@code 1 / (1/τ² + n/σ²)} around {@code (n x̄ / σ²) · variance}. A site
 * is one sum, so its ratio counts for its equipment, its mast and its energy alike. Repairs of
 * works that were lost are no evidence of what building costs.
 *
 * @see <a href="https://sites.stat.columbia.edu/gelman/book/">Gelman and others 2013, Bayesian Data
 *     Analysis, third edition, equations 2.12 and 3.3</a>
 */
final class UnitCosts {

  /** Half of the normal's 90 % interval, in deviations. */
  static final double NORMAL_90 = 1.6448536269514722;

  /** How much works of one kind differ before any are known, in the logarithm: assumed. */
  static final double SPREAD = 0.25;

  /** As how many works that counts: assumed. */
  static final double SPREAD_WORKS = 4;

  /** A figure without a range is not known better than so, in the logarithm: assumed. */
  static final double LEAST_DEVIATION = 0.05;

  private static final class Evidence {
    final List<Double> logs = new ArrayList<>();
    double planned;
    double paid;
  }

  private UnitCosts() {}

  static List<UnitCost> learnt(PlanFolder folder, Standing standing) {
    Plan plan = folder.plan();
    SortedMap<String, Evidence> technologies = new TreeMap<>();
    SortedMap<String, Evidence> media = new TreeMap<>();
    for (AccessSite each : plan.sites()) {
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      add(technologies, each.technologyId(), standing.built(Kind.SITE, each.id()), planned);
    }
    for (BuiltLink each : plan.links()) {
      double planned = Standing.firstCapexUsd(plan, each.id(), each.capexUsd());
      add(media, each.mediumId(), standing.built(Kind.LINK, each.id()), planned);
    }
    List<UnitCost> costs = new ArrayList<>();
    Catalogue catalogue = folder.problem().catalogue();
    for (AccessTechnology each : catalogue.technologies()) {
      if (technologies.containsKey(each.id())) {
        costs.add(
            learnt("technology", each.id(), each.siteCapexUsd(), technologies.get(each.id())));
      }
    }
    for (Medium each : catalogue.media()) {
      if (media.containsKey(each.id())) {
        costs.add(learnt("medium", each.id(), price(each), media.get(each.id())));
      }
    }
    return costs;
  }

  private static Figure price(Medium medium) {
    return medium.hops().isEmpty() ? medium.capexUsdPerKm() : medium.hops().get(0).capexUsd();
  }

  private static void add(
      SortedMap<String, Evidence> all, String id, BuiltRow row, double plannedUsd) {
    if (row != null && row.costUsd() > 0 && plannedUsd > 0) {
      Evidence evidence = all.computeIfAbsent(id, k -> new Evidence());
      evidence.logs.add(StrictMath.log(row.costUsd() / plannedUsd));
      evidence.planned += plannedUsd;
      evidence.paid += row.costUsd();
    }
  }

  private static UnitCost learnt(String by, String id, Figure figure, Evidence evidence) {
    int n = evidence.logs.size();
    double range =
        figure != null && figure.low() > 0 ? StrictMath.log(figure.high() / figure.low()) : 0;
    double tau = Math.max(LEAST_DEVIATION, range / (2 * NORMAL_90));
    double mean = 0;
    for (double each : evidence.logs) {
      mean += each / n;
    }
    double squares = SPREAD_WORKS * SPREAD * SPREAD;
    for (double each : evidence.logs) {
      squares += (each - mean) * (each - mean);
    }
    double variance = squares / (SPREAD_WORKS + n - 1);
    double after = 1 / (1 / (tau * tau) + n / variance);
    double centre = after * n * mean / variance;
    double half = NORMAL_90 * Math.sqrt(after);
    return new UnitCost(
        by,
        id,
        n,
        evidence.planned / n,
        evidence.paid / n,
        StrictMath.exp(-NORMAL_90 * tau),
        StrictMath.exp(NORMAL_90 * tau),
        StrictMath.exp(centre),
        StrictMath.exp(centre - half),
        StrictMath.exp(centre + half));
  }

  /** A catalogue at the prices learnt; the same one where nothing was. */
  static Catalogue applied(Catalogue catalogue, List<UnitCost> costs) {
    if (costs.isEmpty()) {
      return catalogue;
    }
    List<AccessTechnology> technologies = new ArrayList<>();
    double logs = 0;
    int works = 0;
    for (AccessTechnology each : catalogue.technologies()) {
      UnitCost cost = find(costs, "technology", each.id());
      technologies.add(cost == null ? each : each.withSiteCapex(f -> priced(f, cost)));
      logs += cost == null ? 0 : cost.works() * StrictMath.log(cost.ratio());
      works += cost == null ? 0 : cost.works();
    }
    List<Medium> media = new ArrayList<>();
    for (Medium each : catalogue.media()) {
      UnitCost cost = find(costs, "medium", each.id());
      media.add(cost == null ? each : each.withCapexTimes(ratio(cost.ratio())));
    }
    EnergyPrices energy = catalogue.energy();
    if (energy != null && works > 0) {
      double ratio = ratio(StrictMath.exp(logs / works));
      energy = energy.withPurchases(years -> ratio);
    }
    return new Catalogue(
        version(catalogue.version(), costs),
        technologies,
        media,
        catalogue.volumes(),
        catalogue.transit(),
        energy,
        catalogue.borders());
  }

  private static UnitCost find(List<UnitCost> costs, String by, String id) {
    return costs.stream()
        .filter(each -> each.by().equals(by) && each.id().equals(id))
        .findFirst()
        .orElse(null);
  }

  private static Figure priced(Figure figure, UnitCost cost) {
    return new Figure(
        cents(figure.value() * cost.ratio()),
        cents(figure.value() * cost.lowRatio()),
        cents(figure.value() * cost.highRatio()),
        figure.year(),
        figure.source() + "; learnt of what " + cost.works() + " works cost",
        figure.assumed());
  }

  /** A factor in ten-thousandths. */
  private static double ratio(double factor) {
    return Math.rint(factor * 1e4) / 1e4;
  }

  private static double cents(double usd) {
    return Math.rint(usd * 100) / 100;
  }

  private static String version(String before, List<UnitCost> costs) {
    try {
      byte[] text = (before + costs).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
