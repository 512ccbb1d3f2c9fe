package org.kiungo.planner.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The registry of technology families: every {@code technology-family/*.yaml} on the class path.
 * How they look is no part of a catalogue's version: a plan does not depend on it.
 */
public final class TechnologyFamilies {

  /** Folder of the class path. */
  static final String FOLDER = "technology-family";

  /** Stands for a family that is not installed. */
  private static final String OTHER = "other";

  private final Map<String, TechnologyFamily> byId = new LinkedHashMap<>();

  private TechnologyFamilies(List<TechnologyFamily> families) {
    families.stream()
        .sorted(
            Comparator.comparingInt(TechnologyFamily::order).thenComparing(TechnologyFamily::id))
        .forEach(each -> byId.put(each.id(), each));
  }

  private static final class BuiltIn {
    private static final TechnologyFamilies FAMILIES =
        read(TechnologyFamilies.class.getClassLoader());
  }

  /** The families shipped with Kiungo and those of other jars on its class path. */
  public static TechnologyFamilies builtIn() {
    return BuiltIn.FAMILIES;
  }

  /**
   * The families that a class loader sees.
   *
   * @throws InputRefused naming the file and the key or value that cannot be used
   */
  static TechnologyFamilies read(ClassLoader loader) {
    return new TechnologyFamilies(
        CatalogueReader.parseAll(
            ResourceFolder.read(loader, FOLDER),
            FOLDER,
            TechnologyFamily.class,
            TechnologyFamily::id));
  }

  /** All of them as legends show them; the last stands for families that are not installed. */
  public List<TechnologyFamily> inLegendOrder() {
    return List.copyOf(byId.values());
  }

  /** How a family is shown: itself, or the one that stands for those not installed. */
  public TechnologyFamily shown(String id) {
    return byId.getOrDefault(id, byId.get(OTHER));
  }

  /**
   * The family of an id.
   *
   * @throws InputRefused {@code family.unknown} naming it and those that are installed
   */
  public TechnologyFamily get(String id) {
    TechnologyFamily family = byId.get(id);
    if (family == null) {
      throw new InputRefused("family.unknown", "family", id, "known", String.join(", ", ids()));
    }
    return family;
  }

  private List<String> ids() {
    return byId.keySet().stream().sorted().toList();
  }
}
