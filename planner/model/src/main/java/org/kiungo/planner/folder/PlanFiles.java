package org.kiungo.planner.folder;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.border.Crossing;
import org.kiungo.planner.model.route.RoadRoutes;
import org.kiungo.planner.model.today.PossibleWorks;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.planner.scenario.Phase;
import org.kiungo.planner.scenario.Scenario;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was decided: {@code plan.json} in brief, every settlement in {@code plan.geojson}, every
 * link in {@code links.geojson}, those of second ways alone in {@code second-links.geojson}.
 * Properties are the record components of the plan.
 */
final class PlanFiles {

  static final String PLAN = "plan.json";
  static final String SETTLEMENTS = "plan.geojson";
  static final String LINKS = "links.geojson";

  /** Links that only second ways of hubs need; where there are second ways. */
  static final String SECOND_LINKS = "second-links.geojson";

  /** Follows from the build year: the number of the phase that holds it, 0 = nothing is built. */
  static final String PHASE = "phase";

  private static final String CROSSING = "crossing";
  private static final String ABROAD = "abroad";

  private PlanFiles() {}

  /** {@code plan.json}: scenario, totals and the bare decisions that everything follows from. */
  record Brief(
      String name,
      Scenario scenario,
      Plan.Totals totals,
      Decisions decisions,
      List<Plan.NodeUpgrade> upgrades,
      @JsonInclude(JsonInclude.Include.NON_NULL) Programme programme,
      @JsonInclude(JsonInclude.Include.NON_NULL) List<SecondPaths.Way> secondWays,
      @JsonInclude(JsonInclude.Include.NON_NULL) PossibleWorks possible) {}

  record Decisions(
      List<ServiceChoice> settlements, List<SiteChoice> sites, List<LinkChoice> links) {}

  /**
   * @param shareRatio of the settlement's people, 0–1; absent where all are served alike
   */
  record ServiceChoice(
      String settlementId,
      String technologyId,
      String siteId,
      @JsonInclude(JsonInclude.Include.NON_NULL) Double shareRatio) {}

  record SiteChoice(String id, String technologyId, String placeId) {}

  record LinkChoice(String id, String fromId, String toId, String mediumId) {}

  static void write(Path folder, PlanningProblem problem, Scenario scenario, Plan plan)
      throws IOException {
    List<Settlement> settlements = problem.settlements();
    Sightlines sights = new Sightlines(problem);
    RoadRoutes roads = RoadRoutes.of(problem);
    ServiceAbroad abroad =
        new ServiceAbroad(roads.crossings(), scenario.serviceAbroadUsdPerYear(), problem.money());
    Map<String, String> placeOfSite =
        plan.sites().stream().collect(Collectors.toMap(AccessSite::id, AccessSite::placeId));
    Brief brief =
        new Brief(
            scenario.name(),
            scenario,
            plan.totals(),
            decisions(plan),
            plan.upgrades(),
            plan.programme(),
            plan.secondPaths().isNone() ? null : plan.secondPaths().ways(),
            plan.possible());
    List<Phase> phases = scenario.phases();
    java.nio.file.Files.write(folder.resolve(PLAN), TextFiles.pretty(brief));
    Map<String, Settlement> byId =
        settlements.stream().collect(Collectors.toMap(Settlement::id, Function.identity()));
    FeatureFile.write(
        folder.resolve(SETTLEMENTS),
        plan.settlements(),
        s -> List.of(byId.get(s.settlementId()).location()),
        (out, s) -> {
          service(out, byId.get(s.settlementId()), s, phases);
          abroad.find(s, placeOfSite).ifPresent(each -> abroad(out, each));
        });
    FeatureFile.write(
        folder.resolve(LINKS),
        plan.links(),
        roads::path,
        (out, l) -> link(out, l, roads, sights, phases));
    if (!plan.secondPaths().isNone()) {
      FeatureFile.write(
          folder.resolve(SECOND_LINKS),
          plan.secondPaths().links(),
          roads::path,
          (out, l) -> link(out, l, roads, sights, phases));
    }
  }

  private static Decisions decisions(Plan plan) {
    return new Decisions(
        plan.settlements().stream()
            .flatMap(s -> s.each().stream().map(part -> choice(s, part)))
            .filter(s -> !s.technologyId().isEmpty())
            .toList(),
        plan.sites().stream()
            .map(s -> new SiteChoice(s.id(), s.technologyId(), s.placeId()))
            .toList(),
        plan.links().stream()
            .map(l -> new LinkChoice(l.id(), l.fromId(), l.toId(), l.mediumId()))
            .toList());
  }

  private static ServiceChoice choice(SettlementService s, PartService part) {
    Double share = s.parts().isEmpty() ? null : (Double) part.shareRatio();
    return new ServiceChoice(s.settlementId(), part.technologyId(), part.siteId(), share);
  }

  private static void service(
      JsonGenerator out, Settlement at, SettlementService s, List<Phase> phases) {
    out.writeStringProperty("settlementId", s.settlementId());
    out.writeStringProperty("name", at.name());
    out.writeStringProperty("country", at.country());
    out.writeStringProperty("district", at.district());
    number(out, "population", at.population());
    out.writeStringProperty("status", s.status().name());
    out.writeStringProperty("technologyId", s.technologyId());
    out.writeStringProperty("siteId", s.siteId());
    number(out, "peopleServed", s.peopleServed());
    number(out, "demandMbps", s.demandMbps());
    number(out, "roundTripMs", s.roundTripMs());
    built(out, s.buildYear(), phases);
    number(out, "capexUsd", s.capexUsd());
    number(out, "opexUsdPerYear", s.opexUsdPerYear());
    number(out, "lifetimeCostUsd", s.lifetimeCostUsd());
    out.writeStringProperty("reason", s.reason() == null ? null : s.reason().name());
    if (!s.parts().isEmpty()) {
      out.writeArrayPropertyStart("parts");
      s.parts().forEach(part -> part(out, part));
      out.writeEndArray();
    }
  }

  private static void part(JsonGenerator out, PartService part) {
    out.writeStartObject();
    number(out, "shareRatio", part.shareRatio());
    out.writeStringProperty("status", part.status().name());
    out.writeStringProperty("technologyId", part.technologyId());
    out.writeStringProperty("siteId", part.siteId());
    number(out, "peopleServed", part.peopleServed());
    number(out, "demandMbps", part.demandMbps());
    number(out, "roundTripMs", part.roundTripMs());
    number(out, "capexUsd", part.capexUsd());
    number(out, "opexUsdPerYear", part.opexUsdPerYear());
    number(out, "lifetimeCostUsd", part.lifetimeCostUsd());
    out.writeStringProperty("reason", part.reason() == null ? null : part.reason().name());
    out.writeEndObject();
  }

  /** The year of a build, and the phase that holds it where there are phases. */
  private static void built(JsonGenerator out, int buildYear, List<Phase> phases) {
    out.writeNumberProperty("buildYear", buildYear);
    if (!phases.isEmpty()) {
      out.writeNumberProperty(PHASE, Phase.of(phases, buildYear));
    }
  }

  private static void link(
      JsonGenerator out, BuiltLink l, RoadRoutes roads, Sightlines sights, List<Phase> phases) {
    out.writeStringProperty("id", l.id());
    out.writeStringProperty("fromId", l.fromId());
    out.writeStringProperty("toId", l.toId());
    out.writeStringProperty("mediumId", l.mediumId());
    out.writeNumberProperty("systems", l.systems());
    number(out, "distanceKm", l.distanceKm());
    number(out, "loadMbps", l.loadMbps());
    built(out, l.buildYear(), phases);
    number(out, "capexUsd", l.capexUsd());
    number(out, "opexUsdPerYear", l.opexUsdPerYear());
    number(out, "lifetimeCostUsd", l.lifetimeCostUsd());
    sights.write(out, l);
    roads
        .crossings()
        .find(l.fromId(), l.toId(), l.mediumId())
        .ifPresent(each -> crossing(out, each));
  }

  private static void crossing(JsonGenerator out, Crossing crossing) {
    out.writeObjectPropertyStart(CROSSING);
    out.writeStringProperty("border", crossing.border());
    number(out, "capexUsd", crossing.capexUsd());
    number(out, "opexUsdPerYear", crossing.opexUsdPerYear());
    out.writeEndObject();
  }

  private static void abroad(JsonGenerator out, Abroad abroad) {
    out.writeObjectPropertyStart(ABROAD);
    out.writeStringProperty("border", abroad.border());
    out.writeStringProperty("siteCountry", abroad.siteCountry());
    number(out, "opexUsdPerYear", abroad.opexUsdPerYear());
    out.writeEndObject();
  }

  private static void number(JsonGenerator out, String name, double value) {
    out.writeName(name);
    FolderJson.number(out, value);
  }

  static Plan read(Path folder) {
    Brief brief = TextFiles.read(folder, PLAN, Brief.class);
    List<SettlementService> services =
        FeatureFile.read(
            folder,
            SETTLEMENTS,
            (path, p) -> FolderJson.LENIENT.treeToValue(p, SettlementService.class));
    List<BuiltLink> links = new ArrayList<>();
    links.addAll(FeatureFile.read(folder, LINKS, PlanFiles::link));
    // folders from before nodes were held to their limits have none
    List<Plan.NodeUpgrade> upgrades = brief.upgrades() == null ? List.of() : brief.upgrades();
    SecondPaths second =
        brief.secondWays() == null
            ? SecondPaths.NONE
            : new SecondPaths(
                brief.secondWays(), FeatureFile.read(folder, SECOND_LINKS, PlanFiles::link));
    return new Plan(
        services,
        SitesCsv.read(folder),
        links,
        upgrades,
        brief.totals(),
        brief.programme(),
        second,
        brief.possible());
  }

  private static BuiltLink link(List<LonLat> path, tools.jackson.databind.JsonNode properties) {
    ObjectNode whole = (ObjectNode) properties;
    whole.remove(Sightlines.PROPERTIES);
    whole.remove(PHASE);
    whole.remove(CROSSING);
    whole.set("from", FolderJson.STRICT.valueToTree(path.get(0)));
    whole.set("to", FolderJson.STRICT.valueToTree(path.get(path.size() - 1)));
    return FolderJson.STRICT.treeToValue(whole, BuiltLink.class);
  }
}
