package org.kiungo.web.system;

import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.Planner;
import org.kiungo.planner.catalogue.CatalogueReader;

/**
 * What answers here.
 *
 * @param engineVersion of Kiungo
 * @param catalogueVersion hash of the technology catalogue
 * @param referenceVersion hash of the built-in reference data
 * @param java version of the running Java
 */
public record Versions(
    String engineVersion, String catalogueVersion, String referenceVersion, String java) {

  /** Of the running process. */
  public static Versions current() {
    return new Versions(
        Planner.ENGINE_VERSION,
        CatalogueReader.builtIn().version(),
        Reference.builtIn().version(),
        Runtime.version().toString());
  }
}
