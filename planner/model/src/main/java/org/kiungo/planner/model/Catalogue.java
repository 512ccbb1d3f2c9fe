package org.kiungo.planner.model;

import java.util.List;

/**
 * The technologies and media a plan may choose from.
 *
 * @param version hash of the catalogue files, so that a plan names the figures it was made with
 * @param technologies sorted by id
 * @param media sorted by id
 * @param volumes what people use, by countries, sorted by id; empty = not known
 * @param transit what traffic costs beyond the nodes, by countries, sorted by id; empty = nothing
 */
public record Catalogue(
    String version,
    List<AccessTechnology> technologies,
    List<Medium> media,
    List<DemandVolume> volumes,
    List<TransitPrice> transit) {

  public Catalogue {
    technologies = List.copyOf(technologies);
    media = List.copyOf(media);
    volumes = volumes == null ? List.of() : List.copyOf(volumes);
    transit = transit == null ? List.of() : List.copyOf(transit);
  }

  /** A catalogue that says nothing of what people use, nor of what their traffic costs. */
  public Catalogue(String version, List<AccessTechnology> technologies, List<Medium> media) {
    this(version, technologies, media, List.of(), List.of());
  }

  /** The same catalogue with other technologies. */
  public Catalogue withTechnologies(List<AccessTechnology> changed) {
    return new Catalogue(version, changed, media, volumes, transit);
  }

  /** The same catalogue with other media. */
  public Catalogue withMedia(List<Medium> changed) {
    return new Catalogue(version, technologies, changed, volumes, transit);
  }

  /** The same catalogue at other prices of traffic. */
  public Catalogue withTransit(List<TransitPrice> changed) {
    return new Catalogue(version, technologies, media, volumes, changed);
  }
}
