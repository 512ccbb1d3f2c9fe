package org.kiungo.planner.deploy.protect;

import java.util.HashSet;
import java.util.Set;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.model.resilience.Disjoint;

/** What a way may not use if it is to share nothing with another one. */
final class Apart {

  private final CandidateLinks links;
  private final Ends ends;
  private final Disjoint disjoint;
  private final Set<Integer> usedLinks = new HashSet<>();
  private final Set<Integer> usedPlaces = new HashSet<>();
  private final Set<String> usedBorders = new HashSet<>();
  private String end = Ends.UNKNOWN;

  /**
   * @param arcs of the other way, from where both start to the network
   */
  Apart(Hubs hubs, int start, int[] arcs) {
    links = hubs.question().links();
    ends = hubs.ends();
    disjoint = hubs.disjoint();
    int v = start;
    String country = ends.country(start);
    for (int arc : arcs) {
      usedLinks.add(links.link(arc));
      usedPlaces.add(v);
      String next = ends.country(v, arc);
      if (isBorder(country, next)) {
        usedBorders.add(border(country, next));
      }
      country = next.isEmpty() ? country : next;
      if (links.head(arc) == links.root()) {
        end = ends.id(v, arc);
      }
      v = links.head(arc);
    }
  }

  /**
   * True when a second way may go on over an arc.
   *
   * @param country the last one known on the way to the arc
   */
  boolean allows(int place, int arc, String country) {
    int link = links.link(arc);
    if (links.isUp(link) || usedLinks.contains(link)) {
      return false;
    }
    boolean last = links.head(arc) == links.root();
    return switch (disjoint) {
      case LINK -> true;
      case NODE -> last ? !ends.id(place, arc).equals(end) : !usedPlaces.contains(links.head(arc));
      case OPERATOR -> !last || isOther(ends.operator(ends.id(place, arc)));
      case BORDER -> {
        String next = ends.country(place, arc);
        yield !isBorder(country, next) || !usedBorders.contains(border(country, next));
      }
    };
  }

  /** A way that ends in the sky is run by nobody on the ground. */
  private boolean isOther(String operator) {
    String first = ends.operator(end);
    return !operator.isEmpty()
        && (end.equals("sky") || !first.isEmpty() && !first.equals(operator));
  }

  private static boolean isBorder(String country, String next) {
    return !country.isEmpty() && !next.isEmpty() && !country.equals(next);
  }

  private static String border(String country, String next) {
    return country.compareTo(next) < 0 ? country + next : next + country;
  }
}
