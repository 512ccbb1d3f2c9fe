package org.kiungo.web.dataset;

import java.util.Optional;
import org.kiungo.geodata.problem.ProblemLayers;

/** What was imported of a country, wherever it is kept. */
@FunctionalInterface
public interface ImportedLayers {

  /**
   * Imported layers of a country that a plan uses: the current version of each dataset. Built-in
   * settlements stand in where none are imported.
   *
   * @param iso3 ISO 3166-1 alpha-3
   * @return empty when nothing that a plan uses is imported
   */
  Optional<ProblemLayers> layers(String iso3);
}
