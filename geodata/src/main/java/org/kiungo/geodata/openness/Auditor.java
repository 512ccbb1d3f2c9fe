package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.kiungo.geodata.conflate.Plane;
import org.kiungo.geodata.openness.CountryAudit.GatesCounted;
import org.kiungo.planner.model.value.LonLat;

/** Finds the single points of one country. */
final class Auditor {

  /** Spans with fewer people behind them are not listed. */
  private static final double LEAST_RATIO = 0.005;

  private static final int MOST_SPANS = 12;

  private final CountryNetwork country;
  private final Predicate<String> abroad;
  private final Function<String, CountryNetwork> networks;
  private final Function<String, PlaceNames> names;
  private final List<String> neighbours;
  private final double everybody;

  Auditor(
      CountryNetwork country,
      List<String> neighbours,
      Predicate<String> abroad,
      Function<String, CountryNetwork> networks,
      Function<String, PlaceNames> names) {
    this.country = country;
    this.neighbours = List.copyOf(neighbours);
    this.abroad = abroad;
    this.networks = networks;
    this.names = names;
    everybody = country.peopleInAll();
  }

  /** Cables where there are any, else borders: a landlocked country has no others. */
  GatesCounted counted() {
    boolean unnamed = country.landings().stream().anyMatch(city -> city.cables().isEmpty());
    if (unnamed || country.cables().stream().anyMatch(abroad)) {
      return GatesCounted.SEA;
    }
    return country.crossings().isEmpty() ? GatesCounted.NONE : GatesCounted.BORDERS;
  }

  GateGraph gates(CountryNetwork network) {
    return GateGraph.country(network, abroad, counted() == GatesCounted.BORDERS);
  }

  Exposure exposure() {
    return Exposure.of(gates(country), everybody);
  }

  Exposure exposureWithBorders() {
    return Exposure.of(GateGraph.country(country, abroad, true), everybody);
  }

  List<NearMiss> nearMisses() {
    return NearMisses.of(country, this::gates, names.apply(country.iso3()));
  }

  /** What hangs on what if every line that ends a little short is joined in truth. */
  Exposure exposureIfJoined(List<NearMiss> misses) {
    FibreMap map = country.map();
    for (NearMiss miss : misses) {
      map = map.joined(miss.end(), miss.other());
    }
    return Exposure.of(gates(country.withMap(map)), everybody);
  }

  /**
   * What has people behind it; none where no line is published: how landings, cables and borders
   * are joined inland is not known then, so nobody can be counted behind one of them.
   */
  List<SinglePoint> singlePoints() {
    if (country.map().isEmpty()) {
      return List.of();
    }
    GateGraph gates = gates(country);
    Cuts cuts = gates.cuts();
    List<SinglePoint> points = new ArrayList<>();
    Step abroadStep = stepAbroad(gates, cuts, v -> cuts.reached(v));
    gates.landings.forEach(
        (name, vertex) -> {
          double people = cuts.reached(vertex) ? cuts.behindVertex(vertex) : 0;
          gate(points, SinglePoint.Kind.LANDING, name.replaceFirst(".*/", ""), people, abroadStep);
        });
    gates.cables.forEach(
        (name, vertex) ->
            gate(points, SinglePoint.Kind.CABLE, name, behindGate(cuts, vertex), abroadStep));
    gates.borders.forEach(
        (name, vertex) ->
            gate(points, SinglePoint.Kind.BORDER, name, behindGate(cuts, vertex), null));
    points.sort(
        Comparator.comparingDouble((SinglePoint each) -> -each.people())
            .thenComparing(SinglePoint::kind)
            .thenComparing(SinglePoint::name));
    new SingleSpans(gates, cuts, country)
        .rows(LEAST_RATIO * everybody).stream()
            .limit(MOST_SPANS)
            .forEach(row -> points.add(span(row, gates, cuts)));
    return points;
  }

  private static double behindGate(Cuts cuts, int vertex) {
    return cuts.reached(vertex) ? cuts.behindVertex(vertex) : 0;
  }

  private void gate(
      List<SinglePoint> points, SinglePoint.Kind kind, String name, double people, Step step) {
    if (people >= LEAST_RATIO * everybody) {
      points.add(
          new SinglePoint(
              kind, name, List.of(), Double.NaN, people, people / everybody, null, step));
    }
  }

  private SinglePoint span(SingleSpans.Row row, GateGraph gates, Cuts cuts) {
    int first = gates.firstVertex.get(country.iso3());
    boolean[] behind = cuts.under(first + row.top());
    boolean[] far = cuts.under(first + row.last());
    IntPredicate isFar = v -> far[first + v];
    PlaceNames here = names.apply(country.iso3());
    Steps.Link link =
        Steps.shortest(
            country.map(),
            isFar,
            country.map(),
            v -> cuts.reached(first + v) && !behind[first + v]);
    Step step = link == null ? null : Steps.step(link, here, here, "").leaving(left(link));
    Step other = stepAbroad(gates, cuts, v -> far[v]);
    boolean shorter = other != null && (step == null || other.cost().km() < step.cost().km());
    return new SinglePoint(
        SinglePoint.Kind.SPAN,
        name(row, here),
        row.path(),
        Plane.lengthKm(row.path()),
        row.people(),
        row.people() / everybody,
        step,
        shorter ? other : null);
  }

  /** Share behind single spans once a link is built. */
  private double left(Steps.Link link) {
    FibreMap built = country.map().linked(link.from(), link.to(), link.km());
    return Exposure.of(gates(country.withMap(built)), everybody).singleSpanRatio();
  }

  /** First and last place of a row, and the one in its middle. */
  private String name(SingleSpans.Row row, PlaceNames here) {
    List<LonLat> places =
        row.vertices().stream().map(v -> country.map().vertices().get(v)).toList();
    Set<String> told = new LinkedHashSet<>();
    told.add(here.of(places.get(0)));
    told.add(here.of(places.get(places.size() / 2)));
    told.add(here.of(places.get(places.size() - 1)));
    return String.join(" – ", told);
  }

  /** The shortest link from a part of the country into a neighbour; null where none is known. */
  private Step stepAbroad(GateGraph gates, Cuts cuts, IntPredicate part) {
    int first = gates.firstVertex.get(country.iso3());
    Step best = null;
    for (String iso3 : neighboursWithLines()) {
      Steps.Link link =
          Steps.shortest(
              country.map(), v -> part.test(first + v), networks.apply(iso3).map(), v -> true);
      if (link != null && (best == null || link.km() < best.cost().km())) {
        best = Steps.step(link, names.apply(country.iso3()), names.apply(iso3), iso3);
      }
    }
    return best;
  }

  private List<String> neighboursWithLines() {
    return country.map().isEmpty()
        ? List.of()
        : neighbours.stream().filter(each -> !networks.apply(each).map().isEmpty()).toList();
  }

  /** Neighbours whose lines come near, with the smallest gap. */
  Map<String, Double> meets() {
    Map<String, Double> meets = new TreeMap<>();
    country.crossings().forEach(each -> meets.merge(each.neighbour(), each.gapKm(), Math::min));
    return meets;
  }
}
