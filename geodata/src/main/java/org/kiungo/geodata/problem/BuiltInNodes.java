package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.Confidence;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.reference.facts.Evidence;
import org.kiungo.geodata.reference.facts.ExchangePoint;
import org.kiungo.geodata.reference.facts.LandingCity;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.NetworkNode.Kind;
import org.kiungo.planner.model.NetworkNodeBuilder;
import org.kiungo.planner.model.value.LonLat;

/** Where networks of a country can start, as far as the built-in data tells. */
final class BuiltInNodes {

  private static final double MERGE_KM = 10;
  private static final double CITY_PEOPLE = 300_000;

  private BuiltInNodes() {}

  /** Nodes sorted by id; those nearer than 10 km to a better sourced one are merged into it. */
  static List<NetworkNode> of(Reference reference, String iso3) {
    List<NetworkNode> merged = new ArrayList<>();
    candidates(reference, iso3).forEach(candidate -> merge(merged, candidate));
    merged.sort(Comparator.comparing(NetworkNode::id));
    return List.copyOf(merged);
  }

  /** Whether two nodes are so near that one stands for both. */
  static boolean isSame(NetworkNode one, NetworkNode other) {
    return one.location().distanceKm(other.location()) <= MERGE_KM;
  }

  private static void merge(List<NetworkNode> merged, NetworkNode candidate) {
    for (int k = 0; k < merged.size(); k++) {
      NetworkNode node = merged.get(k);
      if (isSame(node, candidate)) {
        // what no source backs adds nothing to a node that has one
        if (node.assumed() == candidate.assumed()) {
          merged.set(k, node.withSource(joined(node.source(), candidate.source())));
        }
        return;
      }
    }
    merged.add(candidate);
  }

  private static String joined(String source, String other) {
    return Stream.concat(Stream.of(source.split("; ")), Stream.of(other.split("; ")))
        .distinct()
        .reduce((a, b) -> a + "; " + b)
        .orElseThrow();
  }

  /** Sourced ones first, else as listed: what stands first keeps its place and kind in a merge. */
  private static Stream<NetworkNode> candidates(Reference reference, String iso3) {
    Stream<NetworkNode> exchanges = reference.exchangePoints(iso3).stream().map(BuiltInNodes::of);
    Stream<NetworkNode> landings = reference.landingCities(iso3).stream().map(BuiltInNodes::of);
    Stream<NetworkNode> cities =
        reference.places(iso3).stream()
            .filter(p -> p.population() >= CITY_PEOPLE)
            .sorted(
                Comparator.comparingDouble(PopulatedPlace::population)
                    .reversed()
                    .thenComparing(PopulatedPlace::geonamesId))
            .map(BuiltInNodes::of);
    Stream<NetworkNode> fibre =
        reference.fibreNodes(iso3).stream()
            .filter(node -> reference.contains(iso3, node.location()));
    return Stream.of(
            exchanges, landings, fibre, Stream.of(capital(reference.country(iso3))), cities)
        .flatMap(s -> s)
        .sorted(Comparator.comparing(NetworkNode::assumed));
  }

  private static NetworkNode of(ExchangePoint point) {
    return node(
        point.iso3(),
        point.city(),
        point.location(),
        Kind.EXCHANGE_POINT,
        isWeak(point.evidence()),
        point.evidence().source());
  }

  private static NetworkNode of(LandingCity city) {
    return node(
        city.iso3(),
        city.city(),
        city.location(),
        Kind.LANDING_STATION,
        city.isRough() || !city.isSourced() || isWeak(city.evidence()),
        city.evidence().source());
  }

  private static boolean isWeak(Evidence evidence) {
    return evidence.mustVerify() || evidence.confidence() == Confidence.LOW;
  }

  private static NetworkNode capital(CountryFacts country) {
    return node(
        country.iso3(),
        country.capital(),
        country.capitalLocation(),
        Kind.CITY,
        true,
        "GeoNames (capital)");
  }

  private static NetworkNode of(PopulatedPlace city) {
    return node(
        city.country(),
        city.name(),
        city.location(),
        Kind.CITY,
        true,
        "GeoNames (300,000 people or more)");
  }

  private static NetworkNode node(
      String iso3, String name, LonLat at, Kind kind, boolean assumed, String source) {
    double lon = Math.rint(at.lon() * 1e3) / 1e3;
    double lat = Math.rint(at.lat() * 1e3) / 1e3;
    String id = iso3 + "_node_" + lon + "_" + lat;
    return NetworkNodeBuilder.builder()
        .id(id)
        .name(name)
        .location(at)
        .country(iso3)
        .kind(kind)
        .assumed(assumed)
        .source(source)
        .build();
  }
}
