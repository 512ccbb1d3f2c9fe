package org.kiungo.planner.model.institution;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kiungo.planner.model.value.Figure;

/**
 * A kind of institution, as its catalogue file states it.
 *
 * @param id file name in the catalogue
 * @param name English name; other languages under {@code institution.<id>}
 * @param partOf wider kind that this one is part of, such as health sites of hospitals; empty = of
 *     none
 * @param names words of a layer's category or name that mean this kind, lower case
 * @param busyHourMbps what one takes of the network in its busiest hour
 */
public record InstitutionKind(
    String id, String name, String partOf, List<String> names, Figure busyHourMbps) {

  private static final String COUNT = "institutions.";

  public InstitutionKind {
    partOf = partOf == null ? "" : partOf;
    names = names == null ? List.of() : List.copyOf(names);
  }

  /** Column of a settlement that counts those joined to it. */
  public String column() {
    return COUNT + id;
  }

  /** True of the kind of this name and of whatever is part of it. */
  public boolean isOf(String kindId) {
    return id.equals(kindId) || partOf.equals(kindId);
  }

  /**
   * The kind that the first of some texts means, where any does; a narrower kind before the one
   * that it is part of.
   */
  public static Optional<InstitutionKind> meantBy(List<String> texts, List<InstitutionKind> kinds) {
    for (String text : texts) {
      List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
      InstitutionKind meant = null;
      for (InstitutionKind each : kinds) {
        boolean narrower = meant == null || meant.id.equals(each.partOf);
        meant = narrower && words.stream().anyMatch(each.names::contains) ? each : meant;
      }
      if (meant != null) {
        return Optional.of(meant);
      }
    }
    return Optional.empty();
  }
}
