package org.kiungo.planner.model;

import java.util.List;
import org.kiungo.planner.model.border.BorderPrice;
import org.kiungo.planner.model.energy.EnergyPrices;
import org.kiungo.planner.model.money.TransitPrice;

/**
 * The technologies and media a plan may choose from.
 *
 * @param version hash of the catalogue files, so that a plan names the figures it was made with
 * @param technologies sorted by id
 * @param media sorted by id
 * @param volumes what people use, by countries, sorted by id; empty = not known
 * @param transit what traffic costs beyond the nodes, by countries, sorted by id; empty = nothing
 * @param energy what the energy of sites costs; null = it is in the technologies' figures
 * @param borders what links across borders cost, sorted by id; empty = one country, or nothing
 */
public record Catalogue(
    String version,
    List<AccessTechnology> technologies,
    List<Medium> media,
    List<DemandVolume> volumes,
    List<TransitPrice> transit,
    EnergyPrices energy,
    List<BorderPrice> borders) {

  public Catalogue {
    technologies = List.copyOf(technologies);
    media = List.copyOf(media);
    volumes = volumes == null ? List.of() : List.copyOf(volumes);
    transit = transit == null ? List.of() : List.copyOf(transit);
    borders = borders == null ? List.of() : List.copyOf(borders);
  }

  /** A catalogue for plans of one country. */
  public Catalogue(
      String version,
      List<AccessTechnology> technologies,
      List<Medium> media,
      List<DemandVolume> volumes,
      List<TransitPrice> transit,
      EnergyPrices energy) {
    this(version, technologies, media, volumes, transit, energy, List.of());
  }

  /** A catalogue that says nothing of what people use, what their traffic costs, nor of energy. */
  public Catalogue(String version, List<AccessTechnology> technologies, List<Medium> media) {
    this(version, technologies, media, List.of(), List.of(), null);
  }

  /** The same catalogue with other technologies. */
  public Catalogue withTechnologies(List<AccessTechnology> changed) {
    return new Catalogue(version, changed, media, volumes, transit, energy, borders);
  }

  /** The same catalogue with other media. */
  public Catalogue withMedia(List<Medium> changed) {
    return new Catalogue(version, technologies, changed, volumes, transit, energy, borders);
  }

  /** The same catalogue at other prices of traffic. */
  public Catalogue withTransit(List<TransitPrice> changed) {
    return new Catalogue(version, technologies, media, volumes, changed, energy, borders);
  }

  /** The same catalogue with other prices of energy. */
  public Catalogue withEnergy(EnergyPrices changed) {
    return new Catalogue(version, technologies, media, volumes, transit, changed, borders);
  }

  /** The same catalogue with other prices of borders. */
  public Catalogue withBorders(List<BorderPrice> changed) {
    return new Catalogue(version, technologies, media, volumes, transit, energy, changed);
  }

  /**
   * What traffic of a country costs beyond the nodes, the first that names it; null where nothing
   * is said.
   */
  public TransitPrice transitOf(String country) {
    TransitPrice others = null;
    for (TransitPrice each : transit) {
      if (each.countries().contains(country)) {
        return each;
      }
      others = each.countries().isEmpty() ? each : others;
    }
    return others;
  }
}
