package org.kiungo.planner.model;

import java.util.List;

/**
 * The technologies and media a plan may choose from.
 *
 * @param version hash of the catalogue files, so that a plan names the figures it was made with
 * @param technologies sorted by id
 * @param media sorted by id
 */
public record Catalogue(String version, List<AccessTechnology> technologies, List<Medium> media) {

  public Catalogue {
    technologies = List.copyOf(technologies);
    media = List.copyOf(media);
  }
}
