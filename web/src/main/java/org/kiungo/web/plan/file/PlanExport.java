package org.kiungo.web.plan.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.export.LayerStyle;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.catalogue.TechnologyFamilies;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.cost.ServiceAbroad;
import org.kiungo.planner.finance.CrossSubsidy.Funded;
import org.kiungo.planner.finance.PlanFinance;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.Plan.Status;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.border.Abroad;
import org.kiungo.planner.model.road.RoadRoutes;
import org.kiungo.planner.radio.RadioHops;
import org.kiungo.planner.radio.Sight;
import org.kiungo.web.plan.PlanContent;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** A plan as layers of a map file, coloured as on the page; columns are the record components. */
public final class PlanExport {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  /** As the style sheet has the places without service. */
  private static final String UNSERVED = "#5A6770";

  /** As it has the places that are served today. */
  private static final String SERVED_TODAY = "#7F8B92";

  private PlanExport() {}

  /** Settlements, links and sites, in that order. */
  public static List<ExportLayer> layers(PlanFolder folder) {
    return List.of(settlements(folder), links(folder), sites(folder));
  }

  private static ExportLayer settlements(PlanFolder folder) {
    Map<String, Settlement> byId = byId(folder.problem());
    Map<String, Settlement> counted = byId(folder.counted());
    PlanFinance finance = folder.finance();
    Map<String, Funded> money = new HashMap<>();
    if (!finance.revenueUnknown()) {
      finance.settlements().forEach(each -> money.put(each.account().id(), each));
    }
    ServiceAbroad abroad = ServiceAbroad.of(folder.problem());
    Map<String, String> placeOfSite = new HashMap<>();
    folder.plan().sites().forEach(each -> placeOfSite.put(each.id(), each.placeId()));
    List<Feature> rows = new ArrayList<>();
    for (SettlementService each : folder.plan().settlements()) {
      Settlement at = byId.get(each.settlementId());
      Funded funded = money.get(at.id());
      rows.add(
          row(
              rows.size(),
              at.id(),
              point(at.location()),
              columns(
                  "settlementId", at.id(),
                  "name", at.name(),
                  "country", at.country(),
                  "district", at.district(),
                  "population", at.population(),
                  "modelled", at.modelled(),
                  "baselineCoverageRatio", at.baselineCoverageRatio(),
                  "baselineLowRatio", at.baselineLowRatio(),
                  "baselineHighRatio", at.baselineHighRatio(),
                  "baselineModelled", at.baselineModelled(),
                  "status", each.status().name(),
                  "service", service(counted.get(at.id()), each),
                  "technologyId", each.technologyId(),
                  "siteId", each.siteId(),
                  "servedFromCountry",
                      abroad.find(each, placeOfSite).map(Abroad::siteCountry).orElse(""),
                  "peopleServed", each.peopleServed(),
                  "demandMbps", each.demandMbps(),
                  "roundTripMs", each.roundTripMs(),
                  "buildYear", (long) each.buildYear(),
                  "capexUsd", each.capexUsd(),
                  "opexUsdPerYear", each.opexUsdPerYear(),
                  "lifetimeCostUsd", each.lifetimeCostUsd(),
                  "revenueUsd", usd(funded, f -> f.account().revenueCents()),
                  "viabilityGapUsd", usd(funded, f -> f.account().gapCents()),
                  "publicUsd", usd(funded, Funded::publicCents),
                  "reason", each.reason() == null ? "" : each.reason().name(),
                  "technologyShares", shares(each))));
    }
    return layer("settlements", rows, new LayerStyle("service", colours(folder)));
  }

  private static Map<String, Settlement> byId(PlanningProblem problem) {
    return problem.settlements().stream()
        .collect(Collectors.toMap(Settlement::id, Function.identity()));
  }

  /** What a place has once the plan stands: a technology of the plan, or a status. */
  private static String service(Settlement counted, SettlementService service) {
    return service.technologyId().isEmpty()
        ? PlanContent.Place.shown(counted, service.status()).name()
        : service.technologyId();
  }

  /** Shares of the people by technology, as 0.5 fwa, 0.5 leo; empty where all have the same. */
  private static String shares(SettlementService service) {
    return service.parts().stream()
        .map(part -> part.shareRatio() + " " + technology(part))
        .collect(Collectors.joining(", "));
  }

  private static String technology(PartService part) {
    return part.technologyId().isEmpty() ? part.status().name() : part.technologyId();
  }

  /** Not a number where revenue is not known or the plan does nothing. */
  private static double usd(Funded funded, ToLongFunction<Funded> cents) {
    return funded == null ? Double.NaN : AssetCost.usd(cents.applyAsLong(funded));
  }

  private static ExportLayer links(PlanFolder folder) {
    RadioHops hops = new RadioHops(folder.problem());
    RoadRoutes roads = RoadRoutes.of(folder.problem().roads());
    List<Feature> rows = new ArrayList<>();
    for (BuiltLink each : folder.plan().links()) {
      Geometry line =
          GEOMETRIES.createLineString(
              roads.path(each).stream().map(PlanExport::coordinate).toArray(Coordinate[]::new));
      rows.add(
          row(
              rows.size(),
              each.id(),
              line,
              columns(
                  "linkId", each.id(),
                  "fromId", each.fromId(),
                  "toId", each.toId(),
                  "mediumId", each.mediumId(),
                  "systems", (long) each.systems(),
                  "distanceKm", each.distanceKm(),
                  "lineOfSight", hops.sight(each).map(Sight::name).orElse(""),
                  "rainMmPerHour", rain(hops, each),
                  "loadMbps", each.loadMbps(),
                  "buildYear", (long) each.buildYear(),
                  "capexUsd", each.capexUsd(),
                  "opexUsdPerYear", each.opexUsdPerYear(),
                  "lifetimeCostUsd", each.lifetimeCostUsd())));
    }
    return layer("links", rows, new LayerStyle("mediumId", mediumColours(folder)));
  }

  /** Of radio links only. */
  private static double rain(RadioHops hops, BuiltLink link) {
    return hops.sight(link).isPresent()
        ? hops.rainMmPerHour(link.fromId(), link.toId())
        : Double.NaN;
  }

  private static ExportLayer sites(PlanFolder folder) {
    List<Feature> rows = new ArrayList<>();
    for (AccessSite each : folder.plan().sites()) {
      rows.add(
          row(
              rows.size(),
              each.id(),
              point(each.location()),
              columns(
                  "siteId", each.id(),
                  "technologyId", each.technologyId(),
                  "placeId", each.placeId(),
                  "units", (long) each.units(),
                  "masts", (long) each.masts(),
                  "energy", each.energy() == null ? "" : each.energy().name(),
                  "loadMbps", each.loadMbps(),
                  "buildYear", (long) each.buildYear(),
                  "capexUsd", each.capexUsd(),
                  "opexUsdPerYear", each.opexUsdPerYear(),
                  "lifetimeCostUsd", each.lifetimeCostUsd())));
    }
    return layer("sites", rows, new LayerStyle("technologyId", colours(folder)));
  }

  /** The colours of the page's map: each technology in its family's. */
  private static Map<String, String> colours(PlanFolder folder) {
    TechnologyFamilies families = TechnologyFamilies.builtIn();
    Map<String, String> colours = new LinkedHashMap<>();
    folder
        .problem()
        .catalogue()
        .technologies()
        .forEach(each -> colours.put(each.id(), families.shown(each.family()).colour()));
    colours.put(Status.BASELINE.name(), SERVED_TODAY);
    colours.put(Status.UNSERVED.name(), UNSERVED);
    return colours;
  }

  private static Map<String, String> mediumColours(PlanFolder folder) {
    Map<String, String> colours = new LinkedHashMap<>();
    MediumLooks looks = MediumLooks.builtIn();
    folder
        .problem()
        .catalogue()
        .media()
        .forEach(each -> colours.put(each.id(), looks.shown(each.id()).colour()));
    return colours;
  }

  private static ExportLayer layer(String name, List<Feature> rows, LayerStyle style) {
    Map<String, Field.Type> types = new LinkedHashMap<>();
    for (Feature row : rows) {
      row.attributes().forEach((column, value) -> types.putIfAbsent(column, type(value)));
    }
    List<Field> fields =
        types.entrySet().stream().map(each -> new Field(each.getKey(), each.getValue())).toList();
    return new ExportLayer(name, fields, rows, style);
  }

  private static Field.Type type(Object value) {
    if (value instanceof Long) {
      return Field.Type.INTEGER;
    }
    if (value instanceof Boolean) {
      return Field.Type.BOOLEAN;
    }
    return value instanceof String ? Field.Type.TEXT : Field.Type.REAL;
  }

  private static Feature row(int before, String id, Geometry place, Map<String, Object> columns) {
    return new Feature(before + 1L, id, place, columns);
  }

  /** A number that is not known is an empty cell. */
  private static Map<String, Object> columns(Object... namesAndValues) {
    Map<String, Object> columns = new LinkedHashMap<>();
    for (int k = 0; k < namesAndValues.length; k += 2) {
      Object value = namesAndValues[k + 1];
      boolean unknown = value instanceof Double number && number.isNaN();
      columns.put((String) namesAndValues[k], unknown ? null : value);
    }
    return columns;
  }

  private static Geometry point(LonLat place) {
    return GEOMETRIES.createPoint(coordinate(place));
  }

  private static Coordinate coordinate(LonLat place) {
    return new Coordinate(place.lon(), place.lat());
  }
}
