package org.kiungo.geodata.openness;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.LonLat;

/** What people call a place on a line: its fibre node's name, else the nearest town's. */
final class PlaceNames {

  private static final double NODE_DEGREES = 0.03;
  private static final double TOWN_DEGREES = 0.25;

  /** A name and where it stands. */
  private record Named(String name, LonLat at) {}

  private final List<Named> nodes;
  private final List<Named> towns;

  PlaceNames(Reference reference, String iso3) {
    nodes =
        reference.fibreNodes(iso3).stream()
            .filter(node -> !node.name().isBlank() && !node.name().equals("Undefined"))
            .map(node -> new Named(node.name(), node.location()))
            .toList();
    towns =
        reference.places(iso3).stream()
            .sorted(Comparator.comparing(PopulatedPlace::geonamesId))
            .map(place -> new Named(place.name(), place.location()))
            .toList();
  }

  String of(LonLat at) {
    String node = nearest(nodes, at, NODE_DEGREES);
    String name = node.isEmpty() ? nearest(towns, at, TOWN_DEGREES) : node;
    return name.isEmpty() ? String.format(Locale.ROOT, "%.3f, %.3f", at.lat(), at.lon()) : name;
  }

  private static String nearest(List<Named> all, LonLat at, double within) {
    String best = "";
    double bestDegrees = within;
    for (Named each : all) {
      double degrees = Math.hypot(each.at.lon() - at.lon(), each.at.lat() - at.lat());
      if (degrees < bestDegrees) {
        bestDegrees = degrees;
        best = each.name;
      }
    }
    return best;
  }
}
