package org.kiungo.planner.verify.progress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.folder.progress.BuiltRow;
import org.kiungo.planner.folder.progress.BuiltRow.Kind;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressReport.Indicator;
import org.kiungo.planner.folder.progress.ProgressReport.UnitCost;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.Medium;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.model.value.Figure;
import org.kiungo.planner.model.value.LonLat;

/** Prices learnt and indicators by year. */
public final class ProgressFigures {

  private static final double Z_90 = 1.6448536269514722;
  private static final double DEGREE_KM = 6371.0088 * Math.PI / 180;

  private ProgressFigures() {}

  /** Of technologies, then media, in the catalogue's order. */
  public static List<UnitCost> unitCosts(Plan plan, Catalogue catalogue, Stands stands) {
    SortedMap<String, List<double[]>> ofTechnology = new TreeMap<>();
    SortedMap<String, List<double[]>> ofMedium = new TreeMap<>();
    for (AccessSite each : plan.sites()) {
      double planned = stands.firstUsd(each.id(), each.capexUsd());
      pair(ofTechnology, each.technologyId(), stands, Kind.SITE, each.id(), planned);
    }
    for (BuiltLink each : plan.links()) {
      double planned = stands.firstUsd(each.id(), each.capexUsd());
      pair(ofMedium, each.mediumId(), stands, Kind.LINK, each.id(), planned);
    }
    List<UnitCost> costs = new ArrayList<>();
    for (AccessTechnology each : catalogue.technologies()) {
      if (ofTechnology.containsKey(each.id())) {
        costs.add(
            posterior("technology", each.id(), each.siteCapexUsd(), ofTechnology.get(each.id())));
      }
    }
    for (Medium each : catalogue.media()) {
      if (ofMedium.containsKey(each.id())) {
        Figure price = each.hops().isEmpty() ? each.capexUsdPerKm() : each.hops().get(0).capexUsd();
        costs.add(posterior("medium", each.id(), price, ofMedium.get(each.id())));
      }
    }
    return costs;
  }

  private static void pair(
      Map<String, List<double[]>> all,
      String of,
      Stands stands,
      Kind kind,
      String id,
      double planned) {
    if (stands.built(kind, id) != null) {
      double paid = stands.built(kind, id).costUsd();
      if (paid > 0 && planned > 0) {
        all.computeIfAbsent(of, k -> new ArrayList<>()).add(new double[] {planned, paid});
      }
    }
  }

  /** Normal in the logarithm; Gelman and others 2013, equations 2.12 and 3.3. */
  private static UnitCost posterior(String by, String id, Figure price, List<double[]> works) {
    double width = 0;
    if (price != null && price.low() > 0) {
      width = StrictMath.log(price.high() / price.low());
    }
    double tau = Math.max(0.05, width / (2 * Z_90));
    int n = works.size();
    double planned = 0;
    double paid = 0;
    double mean = 0;
    for (double[] each : works) {
      planned += each[0];
      paid += each[1];
      mean += StrictMath.log(each[1] / each[0]) / n;
    }
    double squares = 4.0 * 0.25 * 0.25;
    for (double[] each : works) {
      double off = StrictMath.log(each[1] / each[0]) - mean;
      squares += off * off;
    }
    double variance = squares / (4.0 + n - 1);
    double left = 1 / (1 / (tau * tau) + n / variance);
    double centre = left * n * mean / variance;
    double half = Z_90 * Math.sqrt(left);
    return new UnitCost(
        by,
        id,
        n,
        planned / n,
        paid / n,
        StrictMath.exp(-Z_90 * tau),
        StrictMath.exp(Z_90 * tau),
        StrictMath.exp(centre),
        StrictMath.exp(centre - half),
        StrictMath.exp(centre + half));
  }

  /** A piece of fibre and the years from which it is there. */
  private record Piece(LonLat from, LonLat to, int planned, int standing) {}

  /**
   * @param counted facts with today's coverage and fibre as the scenario counts them
   */
  public static List<Indicator> indicators(
      Plan plan, PlanningProblem counted, Money money, Stands stands, int asOf) {
    List<Piece> fibre = fibre(plan, counted, stands);
    boolean sourced = fibre.stream().anyMatch(each -> each.planned == 0);
    List<Settlement> places = new ArrayList<>();
    List<int[]> near = new ArrayList<>();
    for (Settlement each : counted.settlements()) {
      if (each.population() > 0) {
        places.add(each);
        near.add(years(each.location(), fibre));
      }
    }
    double today = plan.totals().peopleBaseline();
    today += plan.totals().today() == null ? 0 : plan.totals().today().peopleBaselineBasic();
    List<Indicator> years = new ArrayList<>();
    for (int year = money.firstYear(); year <= money.lastYear(); year++) {
      boolean known = year <= asOf;
      Stands then = known ? stands.at(year) : null;
      double planned = 0;
      double standing = 0;
      for (SettlementService each : plan.settlements()) {
        planned += each.buildYear() <= year ? each.peopleServed() : 0;
        standing += known ? then.people(each) : 0;
      }
      double counting = 0;
      for (BuiltRow each : known ? then.counting() : List.<BuiltRow>of()) {
        boolean told = each.verified() == Verified.ACCEPTED;
        boolean place = each.kind() != Kind.LINK && !each.id().matches(".*@\\d+");
        if (told && (place || !Double.isNaN(each.people()))) {
          counting += each.people();
        }
      }
      double[] reached = new double[4];
      for (int k = 0; k < places.size(); k++) {
        for (int j = 0; j < reached.length; j++) {
          reached[j] += near.get(k)[j] <= year ? places.get(k).population() : 0;
        }
      }
      years.add(
          new Indicator(
              year,
              plan.totals().population(),
              today + planned,
              known ? today + standing : Double.NaN,
              known ? today + counting : Double.NaN,
              sourced ? reached[0] : Double.NaN,
              sourced ? reached[1] : Double.NaN,
              sourced && known ? reached[2] : Double.NaN,
              sourced && known ? reached[3] : Double.NaN));
    }
    return years;
  }

  private static List<Piece> fibre(Plan plan, PlanningProblem counted, Stands stands) {
    List<Piece> pieces = new ArrayList<>();
    for (NetworkNode each : counted.nodes()) {
      if (!each.assumed()) {
        pieces.add(new Piece(each.location(), each.location(), 0, 0));
      }
    }
    for (FibreLine each : counted.fibreLines()) {
      if (each.status() == FibreLine.Status.OPERATIONAL) {
        for (int k = 1; k < each.path().size(); k++) {
          pieces.add(new Piece(each.path().get(k - 1), each.path().get(k), 0, 0));
        }
      }
    }
    Map<String, Medium> media = new HashMap<>();
    counted.catalogue().media().forEach(each -> media.put(each.id(), each));
    for (BuiltLink each : plan.links()) {
      Medium medium = media.get(each.mediumId());
      boolean cable =
          medium.hops().isEmpty()
              && medium.capexUsdPerKm() != null
              && medium.constellation() == null;
      if (cable) {
        int standing = stands.linkYears().getOrDefault(each.id(), Integer.MAX_VALUE);
        pieces.add(new Piece(each.from(), each.to(), each.buildYear(), standing));
      }
    }
    return pieces;
  }

  private static int[] years(LonLat at, List<Piece> fibre) {
    int never = Integer.MAX_VALUE;
    int[] years = {never, never, never, never};
    for (Piece each : fibre) {
      double km = distanceKm(at, each);
      for (int j = 0; j < 2; j++) {
        if (km <= (j == 0 ? 10 : 25)) {
          years[j] = Math.min(years[j], each.planned);
          years[j + 2] = Math.min(years[j + 2], each.standing);
        }
      }
    }
    return years;
  }

  /** On the plane that touches the sphere at the place. */
  private static double distanceKm(LonLat at, Piece piece) {
    double east = StrictMath.cos(StrictMath.toRadians(at.lat()));
    double ax = (piece.from.lon() - at.lon()) * east * DEGREE_KM;
    double ay = (piece.from.lat() - at.lat()) * DEGREE_KM;
    double dx = (piece.to.lon() - piece.from.lon()) * east * DEGREE_KM;
    double dy = (piece.to.lat() - piece.from.lat()) * DEGREE_KM;
    double square = dx * dx + dy * dy;
    double along = square == 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square));
    return Math.hypot(ax + along * dx, ay + along * dy);
  }
}
