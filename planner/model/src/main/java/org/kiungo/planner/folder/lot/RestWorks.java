package org.kiungo.planner.folder.lot;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Programme.Further;

/**
 * Works of a rest that nobody has to tender, as its as-built inputs tell: by {@link #site} or
 * {@link #link}, units or systems of each.
 *
 * @param stands works that stand and serve nobody: sites that the rest finishes, and links, which
 *     it may use
 * @param signed works that a firm builds under a contract
 */
public record RestWorks(Map<String, Double> stands, Map<String, Double> signed) {

  private static final String STANDS = "stands";
  private static final String SIGNED = "signed";

  /** Units are whole but for how a computer adds. */
  private static final double SAME = 1e-9;

  public RestWorks {
    stands = new TreeMap<>(stands);
    signed = new TreeMap<>(signed);
  }

  /** Those of a plan made from such inputs; none where it is no rest. */
  public static RestWorks of(List<InputFile> inputs) {
    RestWorks works = new RestWorks(Map.of(), Map.of());
    for (InputFile each : inputs) {
      if (each.role().equals(InputFile.BUILT) && each.reading().containsKey(STANDS)) {
        works = new RestWorks(units(each, STANDS), units(each, SIGNED));
      }
    }
    return works;
  }

  private static Map<String, Double> units(InputFile file, String word) {
    Map<String, Double> units = new HashMap<>();
    if (file.reading().get(word) instanceof Map<?, ?> told) {
      told.forEach((work, many) -> units.put(work.toString(), ((Number) many).doubleValue()));
    }
    return units;
  }

  /** Adds them to what is told of how an as-built file was read. */
  public void tell(Map<String, Object> reading) {
    reading.put(STANDS, stands);
    reading.put(SIGNED, signed);
  }

  /** Units or systems of a work without what later phases add. */
  public static double first(Plan plan, String id, double units) {
    double first = units;
    if (plan.programme() != null) {
      for (Further each : plan.programme().further()) {
        first -= each.assetId().equals(id) ? each.further() : 0;
      }
    }
    return first;
  }

  /** What a site is in the plan that was signed and in the rest. */
  public static String site(AccessSite site) {
    return String.join(" ", "site", site.technologyId(), site.placeId());
  }

  /** A link likewise. */
  public static String link(BuiltLink link) {
    return String.join(" ", "link", link.mediumId(), link.fromId(), link.toId());
  }

  /** How far a work is that has so many units; one that grows is tendered. */
  public Lot.State state(String work, double units) {
    if (stands.getOrDefault(work, 0.0) > units - SAME) {
      return Lot.State.ACCEPTED;
    }
    return signed.getOrDefault(work, 0.0) > units - SAME ? Lot.State.SIGNED : Lot.State.PLANNED;
  }
}
