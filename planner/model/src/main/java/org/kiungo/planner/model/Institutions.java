package org.kiungo.planner.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.institution.InstitutionKind;

/**
 * Institutions joined to the settlements of a question: each to its nearest place. What one of a
 * kind takes in the busy hour is in its place's {@link Settlement#institutionMbps()}, so that
 * sites, links and beams are sized for it.
 *
 * @param kinds those that are there, sorted by id
 */
public record Institutions(List<Joined> kinds) {

  /** A question without any. */
  public static final Institutions NONE = new Institutions(List.of());

  public Institutions {
    kinds = List.copyOf(kinds);
  }

  /**
   * What became of the institutions of a kind.
   *
   * @param kind with what one takes
   * @param joined those that have a place
   * @param farther those that lie farther than {@code withinKm} from any place; they take nothing
   * @param withinKm how far a place may lie
   */
  public record Joined(InstitutionKind kind, long joined, long farther, double withinKm) {

    /** Of all that have a place, in the busy hour. */
    public double mbps() {
      return joined * kind.busyHourMbps().value();
    }
  }

  public boolean isNone() {
    return kinds.isEmpty();
  }

  /** The kinds that are there and are, or are part of, the one of an id. */
  public List<InstitutionKind> of(String kindId) {
    return kinds.stream().map(Joined::kind).filter(each -> each.isOf(kindId)).toList();
  }

  /** A settlement as it is without what is joined to it here. */
  public Settlement without(Settlement settlement) {
    if (Double.isNaN(settlement.institutionMbps())) {
      return settlement;
    }
    Map<String, String> attributes = new HashMap<>(settlement.attributes());
    kinds.forEach(each -> attributes.remove(each.kind().column()));
    return settlement.with().attributes(attributes).institutionMbps(Double.NaN).build();
  }

  /** How many of a kind are joined to a settlement. */
  public static long count(Settlement settlement, InstitutionKind kind) {
    String stated = settlement.attributes().get(kind.column());
    return stated == null ? 0 : Long.parseLong(stated);
  }

  private Institutions and(Institutions other) {
    List<Joined> all = new ArrayList<>(kinds);
    for (Joined more : other.kinds) {
      Joined known =
          kinds.stream()
              .filter(each -> each.kind().id().equals(more.kind().id()))
              .findFirst()
              .orElse(null);
      all.remove(known);
      all.add(
          known == null
              ? more
              : new Joined(
                  more.kind(),
                  known.joined() + more.joined(),
                  known.farther() + more.farther(),
                  more.withinKm()));
    }
    all.sort(java.util.Comparator.comparing(each -> each.kind().id()));
    return new Institutions(all);
  }
}
