package org.kiungo.geodata.conflate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.export.ofds.OfdsDocument;
import org.kiungo.geodata.export.ofds.OfdsGeoPackage;
import org.kiungo.geodata.format.Feature;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A merged network in the words of the Open Fibre Data Standard 0.3: spans between nodes where they
 * meet or end, network providers, physical infrastructure provider, medium, capacity in Gbps, day
 * of service, and who they are as organisations. An unknown status is absent, as the standard
 * wants.
 */
public final class ConflatedOfds {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final double MBPS_PER_GBPS = 1000;
  private static final Set<String> MEDIA = Set.of("fibre", "microwave", "coaxial", "copper");

  private final Map<LonLat, Feature> nodes = new LinkedHashMap<>();
  private final List<Feature> spans = new ArrayList<>();
  private final Set<String> organisations = new TreeSet<>();

  private ConflatedOfds() {}

  /** Writes the network as JSON; the stream stays open. */
  public static void write(String name, ConflatedNetwork network, OutputStream out) {
    ConflatedOfds document = of(network);
    OfdsDocument.write(name, document.nodes.values(), document.spans, out);
  }

  /** Writes the network as a GeoPackage, in place of what may be there. */
  public static void write(String name, ConflatedNetwork network, Path out) throws IOException {
    ConflatedOfds document = of(network);
    OfdsGeoPackage.write(name, document.nodes.values(), document.spans, out);
  }

  private static ConflatedOfds of(ConflatedNetwork network) {
    ConflatedOfds document = new ConflatedOfds();
    network.segments().forEach(document::add);
    if (!document.organisations.isEmpty() && !document.spans.isEmpty()) {
      document
          .spans
          .get(0)
          .attributes()
          .put(
              "network.organisations",
              OfdsDocument.organisations(List.copyOf(document.organisations)));
    }
    return document;
  }

  private void add(Segment segment) {
    Map<String, Object> columns = new LinkedHashMap<>();
    Map<String, String> told = segment.told();
    columns.put("id", segment.id());
    put(columns, "name", told.get("name"));
    if (segment.status() != FibreLine.Status.UNKNOWN) {
      boolean works = segment.status() == FibreLine.Status.OPERATIONAL;
      columns.put("status", works ? "operational" : "planned");
    }
    String date = told.getOrDefault("serviceDate", "");
    put(columns, "readyForServiceDate", date.matches("\\d{4}-\\d{2}-\\d{2}") ? date : null);
    columns.put("start", node(segment.path().get(0)));
    columns.put("end", node(segment.path().get(segment.path().size() - 1)));
    providers(columns, told);
    String medium =
        told.getOrDefault("medium", "").strip().toLowerCase(Locale.ROOT).replace("fiber", "fibre");
    List<String> media = MEDIA.stream().filter(medium::contains).sorted().toList();
    if (medium.isEmpty()) { // drawings of fibre that say nothing else
      media = List.of("fibre");
    }
    if (!media.isEmpty()) { // the standard has no code for other words
      columns.put("transmissionMedium", "[\"" + String.join("\",\"", media) + "\"]");
    }
    String capacity = told.getOrDefault("capacityMbps", "");
    if (capacity.matches("\\d+(\\.\\d+)?")) {
      columns.put("capacity", Double.parseDouble(capacity) / MBPS_PER_GBPS);
    }
    spans.add(new Feature(spans.size() + 1L, "", ConflatedLayer.line(segment.path()), columns));
  }

  private void providers(Map<String, Object> columns, Map<String, String> told) {
    String owner = told.getOrDefault("owner", "").strip();
    if (!owner.isEmpty()) {
      organisations.add(owner);
      columns.put("physicalInfrastructureProvider.id", OfdsDocument.uuid(owner));
      columns.put("physicalInfrastructureProvider.name", owner);
    }
    List<String> operators =
        Arrays.stream(told.getOrDefault("operator", "").split(";"))
            .map(String::strip)
            .filter(each -> !each.isEmpty())
            .toList();
    if (!operators.isEmpty()) {
      organisations.addAll(operators);
      columns.put("networkProviders", OfdsDocument.organisations(operators));
    }
  }

  private static void put(Map<String, Object> columns, String name, String value) {
    if (value != null) {
      columns.put(name, value);
    }
  }

  private String node(LonLat at) {
    LonLat place = new LonLat(Math.round(at.lon() * 1e6) / 1e6, Math.round(at.lat() * 1e6) / 1e6);
    return String.valueOf(
        nodes
            .computeIfAbsent(
                place,
                key ->
                    new Feature(
                        nodes.size() + 1L,
                        "",
                        GEOMETRIES.createPoint(new Coordinate(key.lon(), key.lat())),
                        Map.of("id", OfdsDocument.uuid(key.lon() + " " + key.lat()))))
            .attributes()
            .get("id"));
  }
}
