package org.kiungo.geodata.feed;

import java.util.List;
import org.kiungo.planner.scenario.Feed.Layer;

/**
 * What sources give together, layer by layer.
 *
 * @param places settlements
 * @param planned people in them, by where they are from
 * @param censusPeople in the districts of a census that is chosen; 0 for none
 * @param coveredPeople of those who have 4G today
 * @param unknownPlaces settlements of which no source tells who has 4G today
 * @param unknownPeople in them, as far as known
 * @param nodes where networks can start, without those that covered places must have
 * @param fibreKm of lines of fibre that work, as their sources say
 * @param fibreUnbuiltKm of those that do not work yet, or no longer
 * @param fibreUnknownKm of those of which no source says whether they work
 * @param towers imported masts, without those that covered places must have
 * @param roadsKm of lines
 * @param gridKm of power lines in service
 * @param hazardPlaces settlements that hazards close to new sites, or make dearer to build on
 * @param parts what each source of people gave
 * @param columns sources whose rows say themselves who has 4G, before the sources of coverage
 */
public record FeedTotals(
    int places,
    PlannedPeople planned,
    double censusPeople,
    double coveredPeople,
    int unknownPlaces,
    double unknownPeople,
    int nodes,
    double fibreKm,
    double fibreUnbuiltKm,
    double fibreUnknownKm,
    int towers,
    double roadsKm,
    double gridKm,
    long hazardPlaces,
    List<MergedPlaces.Part> parts,
    List<CoverageColumn> columns) {

  public FeedTotals {
    parts = List.copyOf(parts);
    columns = List.copyOf(columns);
  }

  /** In the unit of a layer; of coverage the people who have it. */
  public double of(Layer layer) {
    return switch (layer) {
      case SETTLEMENTS -> planned.people();
      case CENSUS -> censusPeople;
      case COVERAGE -> coveredPeople;
      case NODES -> nodes;
      case FIBRE_LINES -> fibreKm;
      case TOWERS -> towers;
      case ROADS -> roadsKm;
      case GRID -> gridKm;
      case HAZARD -> hazardPlaces;
      case ELEVATION -> Double.NaN;
    };
  }
}
