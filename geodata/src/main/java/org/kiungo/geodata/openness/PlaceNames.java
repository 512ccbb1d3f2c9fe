package org.kiungo.geodata.openness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;

/**
 * What people call a place on a line: its fibre node's name, else the nearest town's, with how far
 * that is when it is not there: {@code Kolda (31 km)}.
 */
final class PlaceNames {

  private static final double NODE_DEGREES = 0.03;
  private static final double TOWN_DEGREES = 0.1;
  private static final Pattern SAID_BESIDE = Pattern.compile("\\s*\\([^)]*\\)$");

  /** A name and where it stands. */
  private record Named(String name, LonLat at) {}

  private final List<Named> nodes;
  private final List<Named> towns;

  PlaceNames(Reference reference, String iso3) {
    nodes =
        reference.fibreNodes(iso3).stream()
            .filter(node -> !node.name().isBlank() && !node.name().equals("Undefined"))
            .map(
                node ->
                    new Named(SAID_BESIDE.matcher(node.name()).replaceFirst(""), node.location()))
            .toList();
    towns =
        reference.places(iso3).stream()
            .sorted(Comparator.comparing(PopulatedPlace::geonamesId))
            .map(place -> new Named(place.name(), place.location()))
            .toList();
  }

  String of(LonLat at) {
    Named node = nearest(nodes, at);
    if (node != null && degrees(node, at) < NODE_DEGREES) {
      return node.name;
    }
    Named town = nearest(towns, at);
    if (town == null) {
      return String.format(Locale.ROOT, "%.3f, %.3f", at.lat(), at.lon());
    }
    return degrees(town, at) < TOWN_DEGREES
        ? town.name
        : String.format(Locale.ROOT, "%s (%.0f km)", town.name, town.at.distanceKm(at));
  }

  private static Named nearest(List<Named> all, LonLat at) {
    Named best = null;
    for (Named each : all) {
      if (best == null || degrees(each, at) < degrees(best, at)) {
        best = each;
      }
    }
    return best;
  }

  private static double degrees(Named named, LonLat at) {
    return Math.hypot(named.at.lon() - at.lon(), named.at.lat() - at.lat());
  }
}
