package org.kiungo.geodata.openness;

import java.util.List;
import java.util.function.IntPredicate;
import org.kiungo.planner.model.value.LonLat;

/** The shortest link between two parts of networks. */
final class Steps {

  private Steps() {}

  /** A link between two places on maps. */
  record Link(FibreMap.Spot from, FibreMap.Spot to, double km) {}

  /**
   * Every drawn place of either part against the nearest place on the other's spans.
   *
   * @param here vertices that the link may start at; spans with both ends among them count
   * @param there the same at its other end
   * @return null where one part is empty
   */
  static Link shortest(FibreMap from, IntPredicate here, FibreMap to, IntPredicate there) {
    Link best = oneWay(from, here, to, there, null);
    Link back = oneWay(to, there, from, here, best);
    return back == best || back == null ? best : new Link(back.to(), back.from(), back.km());
  }

  private static Link oneWay(
      FibreMap from, IntPredicate here, FibreMap to, IntPredicate there, Link shortest) {
    Link best = shortest;
    for (int v = 0; v < from.vertices().size(); v++) {
      if (here.test(v)) {
        best = nearer(new FibreMap.Spot(-1, v, from.vertices().get(v)), to, there, best);
      }
    }
    for (int s = 0; s < from.spans().size(); s++) {
      if (within(from.spans().get(s), here)) {
        List<LonLat> path = from.spans().get(s).path();
        for (int k = 1; k < path.size() - 1; k++) {
          best = nearer(new FibreMap.Spot(s, k, path.get(k)), to, there, best);
        }
      }
    }
    return best;
  }

  private static boolean within(FibreMap.Span span, IntPredicate part) {
    return part.test(span.from()) && part.test(span.to());
  }

  /** Lone vertices count too: a span may lead on into the other part. */
  private static Link nearer(FibreMap.Spot spot, FibreMap to, IntPredicate there, Link best) {
    Link nearest = best;
    for (int s : near(spot, to, nearest)) {
      FibreMap.Span span = to.spans().get(s);
      if (within(span, there)) {
        FibreMap.Spot on = to.nearestOn(s, spot.at());
        nearest = shorter(spot, on, nearest);
      } else if (there.test(span.from())) {
        nearest = shorter(spot, vertex(to, span.from()), nearest);
      } else if (there.test(span.to())) {
        nearest = shorter(spot, vertex(to, span.to()), nearest);
      }
    }
    return nearest;
  }

  /** Nothing beyond the best so far needs a look. */
  private static List<Integer> near(FibreMap.Spot spot, FibreMap to, Link best) {
    return to.spansNear(spot.at(), best == null ? 10_000 : best.km() * 1.05);
  }

  private static FibreMap.Spot vertex(FibreMap map, int vertex) {
    return new FibreMap.Spot(-1, vertex, map.vertices().get(vertex));
  }

  private static Link shorter(FibreMap.Spot from, FibreMap.Spot to, Link best) {
    double km = from.at().distanceKm(to.at());
    return best == null || km < best.km() ? new Link(from, to, km) : best;
  }

  /** The link with names and cost. */
  static Step step(Steps.Link link, PlaceNames here, PlaceNames there, String into) {
    LonLat from = link.from().at();
    LonLat to = link.to().at();
    return new Step(
        here.of(from), there.of(to), from, to, into, LinkCost.of(link.km()), Double.NaN);
  }
}
