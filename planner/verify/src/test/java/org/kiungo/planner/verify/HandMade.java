package org.kiungo.planner.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A plan folder written by hand, every sum of it done on paper; two years without discount.
 *
 * <pre>
 *        b 300         b and a share a mast at a: 250 + 150 Mbps
 *        │ 5.5 km
 *        a 500    d 200 left out    e 400 covered today    c 100 with dishes
 *        │ 11 km of microwave
 *        N
 *
 *  a 15,000 · b 9,000 · c 40,000 · mast 40,000 + 2 · 1,000 · hop 30,000 + 2 · 3,000 = 142,000 USD
 * </pre>
 *
 * Of 1,500 people 800 get the standard, 100 basic service, together worth 840.
 */
public final class HandMade {

  public static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, ObjectNode> files = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> sites = new TreeMap<>();
  private final Map<String, String> texts = new LinkedHashMap<>();

  public HandMade() {
    document(
        "scenario.json",
        """
        {"goal": "MOST_PEOPLE_UNDER_BUDGET", "budgetUsd": 150000, "publicBudgetUsd": null,
         "targetRatio": null,
         "standard": {"downlinkMbps": 10, "overbookingFactor": 20, "roundTripMs": 100,
           "basicDownlinkMbps": 2, "basicWeightRatio": 0.4, "adoptionRatio": 1,
           "peoplePerHousehold": 1, "sizing": "RATE"},
         "money": {"discountRateRatio": 0, "firstYear": 2027, "lastYear": 2028, "priceYear": 2025},
         "technologyIds": [], "mediumIds": [], "locks": []}
        """);
    document(
        "economics.json",
        """
        {"economics": [{"country": "BEN", "terms": {
          "arpuLowUsdPerMonth": %1$s2}, "arpuMiddleUsdPerMonth": %1$s4},
          "taxRatio": %1$s0.2}, "administrationRatio": %1$s0.1}, "marginRatio": %1$s0.1}}}]}
        """
            .formatted(
                "{\"low\":0,\"high\":9,\"year\":2025,\"source\":\"x\",\"assumed\":true,\"value\":"));
    catalogue(
        new Catalogue(
            "hand",
            List.of(Round.dish(), Round.mast()),
            List.of(Round.fibre(), Round.microwave())));
    for (String each : List.of("settlements", "towers", "nodes", "fibre", "plan", "links")) {
      document(each + ".geojson", "{\"features\": []}");
    }
    settlement("a", 2, 9.1, 500);
    settlement("b", 2, 9.15, 300);
    settlement("c", 3, 9.1, 100);
    settlement("d", 2.5, 9.1, 200);
    settlement("e", 2.6, 9.1, 400).put("baselineCoverageRatio", 1);
    node("N", 2, 9);
    served("a", "STANDARD", "mast", "a:mast", 500, 250, 12.4, 15_000);
    served("b", "STANDARD", "mast", "a:mast", 300, 150, 12.4, 9_000);
    served("c", "BASIC", "dish", "", 100, 25, 600, 40_000);
    left("d", "UNSERVED", "OVER_BUDGET");
    left("e", "BASELINE", null);
    site("a:mast", "mast", "a", 400);
    link("a", "N", "microwave", 400);
    document(
        "plan.json",
        """
        {"totals": {"population": 1500, "peopleBaseline": 400, "peopleServed": 800,
           "peopleBasic": 100, "peopleUnserved": 200, "capexUsd": 134000, "opexUsdPerYear": 4000,
           "lifetimeCostUsd": 142000, "viabilityGapUsd": 166400},
         "decisions": {
           "settlements": [
             {"settlementId": "a", "technologyId": "mast", "siteId": "a:mast"},
             {"settlementId": "b", "technologyId": "mast", "siteId": "a:mast"},
             {"settlementId": "c", "technologyId": "dish", "siteId": ""}],
           "sites": [{"id": "a:mast", "technologyId": "mast", "placeId": "a"}],
           "links": [{"id": "a>N", "fromId": "a", "toId": "N", "mediumId": "microwave"}]},
         "upgrades": []}
        """);
    document(
        "certificate.json",
        """
        {"sense": "MAXIMISE", "value": 840, "bound": 1100, "gapRatio": 0.23636363636363636,
         "lambdaPeoplePerUsd": 0, "method": "separable Lagrangian", "candidateGraph": "",
         "catalogueVersion": "hand", "relaxed": ["links", "sharedSiteUnits", "beamCapacity"]}
        """);
    // a 63,750 · 1.4 − 18,000, b 38,250 · 1.4 − 10,800, c 40,000 · 1.4 − 3,600
    texts.put(
        "finance.csv",
        """
        settlementId,networkUsd,capitalUsd,administrationUsd,taxUsd,levyUsd,spectrumUsd,marginUsd,\
        subsidyUsd,revenueUsd,gapBeforeCrossSubsidyUsd,givenUsd,receivedUsd,fundUsd,publicUsd
        a,63750,0,6375,12750,0,0,6375,0,18000,71250,0,0,0,71250
        b,38250,0,3825,7650,0,0,3825,0,10800,42750,0,0,0,42750
        c,40000,0,4000,8000,0,0,4000,0,3600,52400,0,0,0,52400
        """);
    // 32,400 of revenue, a third of it in the first year, less 1.3 times the network
    document(
        "finance.json",
        """
        {"networkUsdByYear": [138000, 4000], "cashUsd": [-168600, 16400], "npvUsd": -152200,
         "irrRatio": %s, "paybackYears": null}
        """
            .formatted(16_400 / 168_600.0 - 1));
  }

  /** Puts a document in place. */
  public ObjectNode document(String name, String json) {
    ObjectNode tree = (ObjectNode) JSON.readTree(json);
    files.put(name, tree);
    return tree;
  }

  public HandMade catalogue(Catalogue catalogue) {
    files.put("catalogue.json", JSON.valueToTree(catalogue));
    return this;
  }

  public ObjectNode document(String name) {
    return files.get(name);
  }

  public HandMade text(String name, String text) {
    texts.put(name, text);
    return this;
  }

  public String text(String name) {
    return texts.get(name);
  }

  /** Adds a feature; its properties. */
  public ObjectNode feature(String file, List<LonLat> path, String properties) {
    if (!files.containsKey(file)) {
      document(file, "{\"features\": []}");
    }
    ObjectNode feature = ((ArrayNode) files.get(file).get("features")).addObject();
    ArrayNode coordinates = feature.putObject("geometry").putArray("coordinates");
    for (LonLat each : path) {
      (path.size() == 1 ? coordinates : coordinates.addArray()).add(each.lon()).add(each.lat());
    }
    ObjectNode own = (ObjectNode) JSON.readTree(properties);
    feature.set("properties", own);
    return own;
  }

  public ObjectNode settlement(String id, double lon, double lat, double people) {
    return feature(
        "settlements.geojson",
        List.of(new LonLat(lon, lat)),
        """
        {"id": "%s", "name": "", "population": %s, "areaKm2": 0.5, "country": "BEN",
         "district": "Zou", "baselineCoverageRatio": null, "distanceToGridKm": 0.5,
         "rainMmPerHour": 30, "modelled": false}
        """
            .formatted(id, people));
  }

  public ObjectNode node(String id, double lon, double lat) {
    return feature(
        "nodes.geojson",
        List.of(new LonLat(lon, lat)),
        "{\"id\":\"%s\",\"country\":\"BEN\",\"rainMmPerHour\":20}".formatted(id));
  }

  public ObjectNode tower(String id, double lon, double lat, double heightM) {
    return feature(
        "towers.geojson",
        List.of(new LonLat(lon, lat)),
        "{\"id\":\"%s\",\"country\":\"BEN\",\"heightM\":%s}".formatted(id, heightM));
  }

  /** Where something of an id lies. */
  public LonLat place(String id) {
    for (String file : List.of("settlements.geojson", "towers.geojson", "nodes.geojson")) {
      for (JsonNode each : files.get(file).get("features")) {
        if (each.get("properties").get("id").stringValue().equals(id)) {
          JsonNode at = each.get("geometry").get("coordinates");
          return new LonLat(at.get(0).doubleValue(), at.get(1).doubleValue());
        }
      }
    }
    throw new IllegalArgumentException(id);
  }

  public ObjectNode served(
      String id,
      String status,
      String technology,
      String site,
      double people,
      double mbps,
      double ms,
      double usd) {
    return feature(
        "plan.geojson",
        List.of(place(id)),
        """
        {"settlementId": "%s", "status": "%s", "technologyId": "%s", "siteId": "%s",
         "peopleServed": %s, "demandMbps": %s, "roundTripMs": %s, "buildYear": 2027,
         "capexUsd": %s, "opexUsdPerYear": 0, "lifetimeCostUsd": %s, "reason": null}
        """
            .formatted(id, status, technology, site, people, mbps, ms, usd, usd));
  }

  private void left(String id, String status, String reason) {
    served(id, status, "", "", 0, 0, 0, 0)
        .putNull("roundTripMs")
        .put("buildYear", 0)
        .put("reason", reason);
  }

  private void site(String id, String technology, String place, double mbps) {
    Map<String, Object> site = new LinkedHashMap<>();
    site.put("id", id);
    site.put("technologyId", technology);
    site.put("placeId", place);
    site.put("lon", place(place).lon());
    site.put("lat", place(place).lat());
    site.put("units", 1);
    site.put("masts", 1);
    site.put("hopsBetweenMasts", 0);
    site.put("energy", "");
    site.put("loadMbps", mbps);
    site.put("buildYear", 2027);
    site.put("capexUsd", 40_000);
    site.put("opexUsdPerYear", 1_000);
    site.put("lifetimeCostUsd", 42_000);
    sites.put(id, site);
  }

  /** A site's cells by column. */
  public Map<String, Object> site(String id) {
    return sites.get(id);
  }

  public void copySite(String id, String as) {
    sites.put(as, new LinkedHashMap<>(sites.get(id)));
  }

  /** A hop of microwave of up to 15 km, as its ends lie. */
  public ObjectNode link(String from, String to, String medium, double mbps) {
    LonLat start = place(from);
    LonLat end = place(to);
    return feature(
        "links.geojson",
        List.of(start, end),
        """
        {"id": "%s>%s", "fromId": "%s", "toId": "%s", "mediumId": "%s", "systems": 1,
         "distanceKm": %s, "loadMbps": %s, "buildYear": 2027, "capexUsd": 30000,
         "opexUsdPerYear": 3000, "lifetimeCostUsd": 36000, "lineOfSight": "UNVERIFIED",
         "rainMmPerHour": 30}
        """
            .formatted(from, to, from, to, medium, start.distanceKm(end), mbps));
  }

  /** Properties of the feature of which a field says so. */
  public ObjectNode of(String file, String field, String value) {
    for (JsonNode each : files.get(file).get("features")) {
      if (each.get("properties").get(field).asString("").equals(value)) {
        return (ObjectNode) each.get("properties");
      }
    }
    throw new IllegalArgumentException(file + " " + field + " " + value);
  }

  public ObjectNode settlement(String id) {
    return of("settlements.geojson", "id", id);
  }

  public ObjectNode service(String id) {
    return of("plan.geojson", "settlementId", id);
  }

  public ObjectNode link(String id) {
    return of("links.geojson", "id", id);
  }

  public ObjectNode scenario() {
    return files.get("scenario.json");
  }

  public ObjectNode totals() {
    return (ObjectNode) files.get("plan.json").get("totals");
  }

  /** The folder as it would be read. */
  public FolderReader write(Path folder) {
    try {
      for (Map.Entry<String, ObjectNode> each : files.entrySet()) {
        Files.write(folder.resolve(each.getKey()), JSON.writeValueAsBytes(each.getValue()));
      }
      for (Map.Entry<String, String> each : texts.entrySet()) {
        Files.writeString(folder.resolve(each.getKey()), each.getValue());
      }
      StringBuilder table = new StringBuilder();
      for (Map<String, Object> site : sites.values()) {
        if (table.length() == 0) {
          table.append(String.join(",", site.keySet())).append('\n');
        }
        table.append(String.join(",", site.values().stream().map(String::valueOf).toList()));
        table.append('\n');
      }
      Files.write(folder.resolve("sites.csv"), table.toString().getBytes(StandardCharsets.UTF_8));
      return new FolderReader(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
