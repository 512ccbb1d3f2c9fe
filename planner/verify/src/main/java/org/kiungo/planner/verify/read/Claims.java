package org.kiungo.planner.verify.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.json.Cells;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Rows;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.NodeUpgrade;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.Plan.UnservedReason;
import org.kiungo.planner.model.Programme.Further;
import org.kiungo.planner.model.Programme.Replaced;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.energy.EnergySupply;
import org.kiungo.planner.model.value.LonLat;
import tools.jackson.databind.JsonNode;

/** What a plan folder claims about settlements, sites and links. */
public final class Claims {

  private final List<SettlementService> services = new ArrayList<>();
  private final List<LonLat> servicePlaces = new ArrayList<>();
  private final List<AccessSite> sites = new ArrayList<>();
  private final List<BuiltLink> links = new ArrayList<>();

  private final List<NodeUpgrade> upgrades = new ArrayList<>();

  private final List<JsonNode> phases = new ArrayList<>();

  private final List<Further> further = new ArrayList<>();
  private final List<Replaced> replaced = new ArrayList<>();

  private final Map<String, PhaseNumber> phaseNumbers = new LinkedHashMap<>();

  private final List<SightClaim> sights = new ArrayList<>();

  private final List<Optional<Crossing>> crossings = new ArrayList<>();
  private final Map<String, Abroad> abroad = new HashMap<>();

  private final List<List<LonLat>> ways = new ArrayList<>();

  private final SecondClaims second;

  private final boolean olderModel;

  /** The phase that is told beside the year of a build. */
  public record PhaseNumber(int buildYear, int phase) {}

  public Claims(FolderReader reader) {
    reader.features(
        "plan.geojson",
        (path, p) -> {
          services.add(service(p));
          number(Fields.text(p, "settlementId"), p);
          servicePlaces.add(path.get(0));
          if (p.has("abroad")) {
            abroad.put(Fields.text(p, "settlementId"), abroad(p.get("abroad")));
          }
        });
    reader.features(
        "links.geojson",
        (path, p) -> {
          links.add(link(path, p));
          number(Fields.text(p, "id"), p);
          ways.add(path);
          sights.add(SightClaim.of(p));
          crossings.add(crossing(p.path("crossing")));
        });
    readSites(reader);
    second = new SecondClaims(reader);
    // of before coverage of today came from masts
    olderModel = !reader.hasColumn("sites.csv", "hopsBetweenMasts");
    reader.elements("plan.json", List.of("upgrades"), p -> upgrades.add(upgrade(p)));
    reader.elements("plan.json", List.of("programme", "phases"), phases::add);
    reader.elements("plan.json", List.of("programme", "further"), p -> further.add(further(p)));
    reader.elements("plan.json", List.of("programme", "replaced"), p -> replaced.add(replaced(p)));
  }

  private Claims(Claims other) {
    second = other.second;
    olderModel = other.olderModel;
    abroad.putAll(other.abroad);
  }

  /**
   * What the plan claims about some of the places that it serves, if more people are without
   * service there: of those whom a mast must see, no more than see it; nothing stands for the
   * places left out. Any node may be widened.
   */
  public Claims without(Set<String> left, Facts facts) {
    Claims some = new Claims(this);
    Set<String> used = new HashSet<>();
    for (int k = 0; k < services.size(); k++) {
      SettlementService service = services.get(k);
      Settlement at = facts.settlements().get(service.settlementId());
      boolean isServed = service.each().stream().anyMatch(part -> !part.technologyId().isEmpty());
      if (at != null && isServed && !left.contains(service.settlementId())) {
        service.each().forEach(part -> used.add(part.siteId()));
        some.services.add(PartClaim.inSight(facts, at, service));
        some.servicePlaces.add(servicePlaces.get(k));
      }
    }
    Set<String> ends = new HashSet<>();
    for (AccessSite site : sites) {
      if (used.contains(site.id())) {
        some.sites.add(site);
        ends.add(site.placeId());
      }
    }
    Map<String, String> next = new HashMap<>();
    links.forEach(link -> next.put(link.fromId(), link.toId()));
    for (String end : List.copyOf(ends)) {
      for (String at = next.get(end); at != null && ends.add(at); at = next.get(at)) {
        // all that lies on the way carries something
      }
    }
    for (int k = 0; k < links.size(); k++) {
      if (ends.contains(links.get(k).fromId())) {
        some.links.add(links.get(k));
        some.sights.add(sights.get(k));
        some.crossings.add(crossings.get(k));
        some.ways.add(ways.get(k));
      }
    }
    facts.nodeLimits().sellers().keySet().stream()
        .map(id -> new NodeUpgrade(id, 0, 0, 0, 0))
        .forEach(some.upgrades::add);
    return some;
  }

  private void number(String id, JsonNode p) {
    if (p.has("phase")) {
      int buildYear = (int) Fields.number(p, "buildYear");
      phaseNumbers.put(id, new PhaseNumber(buildYear, (int) Fields.number(p, "phase")));
    }
  }

  private static Further further(JsonNode p) {
    return new Further(
        Fields.text(p, "assetId"),
        (int) Fields.number(p, "buildYear"),
        Fields.number(p, "further"),
        Fields.number(p, "capexUsd"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"));
  }

  private static Replaced replaced(JsonNode p) {
    return new Replaced(
        Fields.text(p, "settlementId"),
        Fields.text(p, "technologyId"),
        Status.valueOf(Fields.text(p, "status")),
        (int) Fields.number(p, "buildYear"),
        (int) Fields.number(p, "replacedYear"),
        Fields.number(p, "peopleServed"),
        Fields.number(p, "demandMbps"),
        Fields.number(p, "roundTripMs"),
        Fields.number(p, "capexUsd"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"));
  }

  private static NodeUpgrade upgrade(JsonNode p) {
    return new NodeUpgrade(
        Fields.text(p, "nodeId"),
        Fields.number(p, "loadMbps"),
        Fields.number(p, "furtherMbps"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"));
  }

  private static SettlementService service(JsonNode p) {
    JsonNode reason = p.get("reason");
    return new SettlementService(
        Fields.text(p, "settlementId"),
        Status.valueOf(Fields.text(p, "status")),
        Fields.text(p, "technologyId"),
        Fields.text(p, "siteId"),
        Fields.number(p, "peopleServed"),
        Fields.number(p, "demandMbps"),
        Fields.number(p, "roundTripMs"),
        (int) Fields.number(p, "buildYear"),
        Fields.number(p, "capexUsd"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"),
        reason.isNull() ? null : UnservedReason.valueOf(reason.stringValue()),
        p.path("parts").values().stream().map(Claims::part).toList());
  }

  private static PartService part(JsonNode p) {
    JsonNode reason = p.get("reason");
    return new PartService(
        Fields.number(p, "shareRatio"),
        Status.valueOf(Fields.text(p, "status")),
        Fields.text(p, "technologyId"),
        Fields.text(p, "siteId"),
        Fields.number(p, "peopleServed"),
        Fields.number(p, "demandMbps"),
        Fields.number(p, "roundTripMs"),
        Fields.number(p, "capexUsd"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"),
        reason.isNull() ? null : UnservedReason.valueOf(reason.stringValue()));
  }

  static BuiltLink link(List<LonLat> path, JsonNode p) {
    return new BuiltLink(
        Fields.text(p, "id"),
        Fields.text(p, "fromId"),
        Fields.text(p, "toId"),
        path.get(0),
        path.get(path.size() - 1),
        Fields.text(p, "mediumId"),
        (int) Fields.number(p, "systems"),
        Fields.number(p, "distanceKm"),
        Fields.number(p, "loadMbps"),
        (int) Fields.number(p, "buildYear"),
        Fields.number(p, "capexUsd"),
        Fields.number(p, "opexUsdPerYear"),
        Fields.number(p, "lifetimeCostUsd"));
  }

  private static Abroad abroad(JsonNode p) {
    return new Abroad(
        Fields.text(p, "border"),
        Fields.text(p, "siteCountry"),
        Fields.number(p, "opexUsdPerYear"));
  }

  static Optional<Crossing> crossing(JsonNode p) {
    return p.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Crossing(
                Fields.text(p, "border"),
                Fields.number(p, "capexUsd"),
                Fields.number(p, "opexUsdPerYear")));
  }

  private void readSites(FolderReader reader) {
    try (InputStream in = reader.open("sites.csv")) {
      Rows.read(
          "sites.csv",
          in,
          row -> {
            AccessSite site = site(row, reader.has(Redacted.FILE));
            sites.add(site);
            if (row.isMapped("phase")) {
              int phase = Cells.whole(row, "phase");
              phaseNumbers.put(site.id(), new PhaseNumber(site.buildYear(), phase));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static AccessSite site(CSVRecord row, boolean redacted) {
    return new AccessSite(
        Cells.text(row, "id"),
        Cells.text(row, "technologyId"),
        Cells.text(row, "placeId"),
        redacted && row.get("lon").isEmpty() && row.get("lat").isEmpty()
            ? Redacted.LEFT_OUT
            : new LonLat(Cells.number(row, "lon"), Cells.number(row, "lat")),
        Cells.whole(row, "units"),
        Cells.whole(row, "masts"),
        row.isMapped("hopsBetweenMasts") ? Cells.whole(row, "hopsBetweenMasts") : 0,
        energy(row),
        Cells.number(row, "loadMbps"),
        Cells.whole(row, "buildYear"),
        Cells.number(row, "capexUsd"),
        Cells.number(row, "opexUsdPerYear"),
        Cells.number(row, "lifetimeCostUsd"));
  }

  private static EnergySupply energy(CSVRecord row) {
    String name = row.isMapped("energy") ? row.get("energy") : "";
    return name.isEmpty() ? null : EnergySupply.valueOf(name);
  }

  /** True where covered, unsure and uncovered mean what they did before masts made coverage. */
  public boolean areOfOlderModel() {
    return olderModel;
  }

  public List<SettlementService> services() {
    return Collections.unmodifiableList(services);
  }

  public List<LonLat> servicePlaces() {
    return Collections.unmodifiableList(servicePlaces);
  }

  public List<AccessSite> sites() {
    return Collections.unmodifiableList(sites);
  }

  public List<BuiltLink> links() {
    return Collections.unmodifiableList(links);
  }

  public List<NodeUpgrade> upgrades() {
    return Collections.unmodifiableList(upgrades);
  }

  /** What is told of each phase; empty where there are none. */
  public List<JsonNode> phases() {
    return Collections.unmodifiableList(phases);
  }

  /** What is said to be added to something that stands. */
  public List<Further> further() {
    return Collections.unmodifiableList(further);
  }

  /** What was there before and is replaced. */
  public List<Replaced> replaced() {
    return replaced;
  }

  /** By settlement, site and link, where phases are told. */
  public Map<String, PhaseNumber> phaseNumbers() {
    return Collections.unmodifiableMap(phaseNumbers);
  }

  /** The way of each link as it is drawn, in the order of the links. */
  public List<List<LonLat>> ways() {
    return Collections.unmodifiableList(ways);
  }

  /** Second ways of hubs. */
  public SecondClaims second() {
    return second;
  }

  /** The border that each link says it crosses, in the order of the links. */
  /** Settlements that are said to be served from another country, by id. */
  public Map<String, Abroad> abroad() {
    return Collections.unmodifiableMap(abroad);
  }

  public List<Optional<Crossing>> crossings() {
    return Collections.unmodifiableList(crossings);
  }

  /** What each link says of its line of sight, in the order of the links. */
  public List<SightClaim> sights() {
    return Collections.unmodifiableList(sights);
  }
}
