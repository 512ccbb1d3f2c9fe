package org.kiungo.planner.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The registry of the media's looks: every {@code medium-look/*.yaml} on the class path. They are
 * no part of a catalogue's version: a plan does not depend on them.
 */
public final class MediumLooks {

  /** Folder of the class path. */
  static final String FOLDER = "medium-look";

  /** Stands for a medium without a look of its own. */
  private static final String OTHER = "other";

  private final Map<String, MediumLook> byId = new LinkedHashMap<>();

  private MediumLooks(List<MediumLook> looks) {
    looks.forEach(each -> byId.put(each.id(), each));
  }

  private static final class BuiltIn {
    private static final MediumLooks LOOKS = read(MediumLooks.class.getClassLoader());
  }

  /** The looks shipped with Kiungo and those of other jars on its class path. */
  public static MediumLooks builtIn() {
    return BuiltIn.LOOKS;
  }

  /**
   * The looks that a class loader sees.
   *
   * @throws InputRefused naming the file and the key or value that cannot be used
   */
  static MediumLooks read(ClassLoader loader) {
    return new MediumLooks(
        CatalogueReader.parseAll(
            ResourceFolder.read(loader, FOLDER), FOLDER, MediumLook.class, MediumLook::id));
  }

  /** All of them, sorted by id. */
  public List<MediumLook> all() {
    return List.copyOf(byId.values());
  }

  /** How links of a medium are drawn: its own look, or the one that stands for those without. */
  public MediumLook shown(String mediumId) {
    return byId.getOrDefault(mediumId, byId.get(OTHER));
  }
}
