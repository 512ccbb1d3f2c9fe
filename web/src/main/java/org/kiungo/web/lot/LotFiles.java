package org.kiungo.web.lot;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.WorkWords;
import org.kiungo.web.plan.document.LotDocuments;
import org.kiungo.web.plan.document.LotParts;
import org.kiungo.web.plan.document.PublishedPlan;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** Lots as files: layers for spreadsheets and map programs, documents for registries. */
public final class LotFiles {

  /** Documents by the name that addresses have for them. */
  public static final List<String> DOCUMENTS = List.of("oc4ids", "ocds");

  /** As addresses name the form for what is built of lots. */
  static final String FORM = "form";

  /** Formats of the layers that lie in a folder. */
  private static final String SPREADSHEET = "xlsx";

  private static final List<String> LAYERED = List.of("gpkg", SPREADSHEET);

  /** Layers that are tables of their own there. */
  private static final List<String> TABLES = List.of("sites", "links");

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private LotFiles() {}

  /** Writes a folder with all of it. */
  public static Lots write(LotsFolder folder, PublishedPlan plan, Words words, Path out)
      throws IOException {
    return folder.write(
        out,
        part -> {
          for (String each : DOCUMENTS) {
            try (OutputStream file = Files.newOutputStream(part.resolve(each + ".json"))) {
              document(each, plan, folder.lots(), words, file);
            }
          }
          List<ExportLayer> layers = layers(folder, words);
          for (String each : LAYERED) {
            written(each, headed(layers, each, words), part.resolve("lots." + each));
          }
          written(SPREADSHEET, BuiltForm.of(folder), part.resolve("as-built-form.xlsx"));
          for (ExportLayer each : layers) {
            if (TABLES.contains(each.name())) {
              ExportFormat.named("csv").write(List.of(each), part.resolve(each.name() + ".csv"));
            }
          }
        });
  }

  private static void written(String format, List<ExportLayer> layers, Path file)
      throws IOException {
    ExportFormat.named(format).write(layers, file);
    byte[] bytes = Files.readAllBytes(file);
    Files.delete(file); // some are moved from a private place, and nobody else could read
    Files.write(file, bytes);
  }

  /**
   * Writes one of {@link #DOCUMENTS}.
   *
   * @param out left open
   */
  static void document(String name, PublishedPlan plan, Lots lots, Words words, OutputStream out) {
    if (name.equals(DOCUMENTS.get(0))) {
      LotDocuments.projects(plan, lots, words, out);
    } else {
      LotDocuments.tender(plan, lots, words, out);
    }
  }

  /** Lots, their bills of quantities, money by verification point, sites and links. */
  static List<ExportLayer> layers(LotsFolder folder, Words words) {
    LotParts parts = new LotParts(folder.plan(), words);
    PlaceTable lots = new PlaceTable();
    PlaceTable quantities = new PlaceTable();
    PlaceTable releases = new PlaceTable();
    for (Lot each : folder.lots().lots()) {
      Geometry at = each.location() == null ? null : PlaceTable.point(each.location());
      lots.add(each.id(), at, cells(each, words));
      each.quantities().forEach(q -> quantities.add("", null, cells(each, q, parts, words)));
      for (int k = 0; k < each.releases().size(); k++) {
        Lots.Point point = folder.lots().points().get(k);
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("lotId", each.id());
        cells.put("point", point.code());
        cells.put("pointName", LotDocuments.point(point.code(), words));
        cells.put("releaseRatio", point.releaseRatio());
        cells.put("assumed", point.assumed());
        cells.put("usd", each.releases().get(k).usd());
        cells.put("dueDate", each.releases().get(k).dueDate());
        releases.add("", null, cells);
      }
    }
    PlaceTable sites = new PlaceTable();
    PlaceTable links = new PlaceTable();
    members(folder, parts, sites, links);
    return List.of(
        lots.layer("lots", null),
        quantities.layer("quantities", null),
        releases.layer("releases", null),
        sites.layer("sites", null),
        links.layer("links", null));
  }

  private static Map<String, Object> cells(Lot lot, Words words) {
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("lotId", lot.id());
    cells.put("name", lot.name());
    cells.put("country", lot.country());
    cells.put("regions", String.join("; ", lot.regions()));
    cells.put("phase", lot.phase());
    cells.put("part", lot.part());
    cells.put("firstYear", lot.firstYear());
    cells.put("lastYear", lot.lastYear());
    cells.put("completionDate", lot.completionDate());
    cells.put("state", lot.state().name());
    cells.put("stateName", words.text("lots.state." + lot.state()));
    cells.put("sites", lot.newSites());
    cells.put("links", lot.newLinks());
    cells.put("mastsNew", count(lot, Item.MASTS_NEW) + count(lot, Item.MASTS_WITHIN));
    cells.put("mastsStanding", count(lot, Item.MASTS_STANDING));
    cells.put("units", count(lot, Item.UNITS));
    cells.put("hops", count(lot, Item.HOPS));
    cells.put("cableKm", count(lot, Item.CABLE_KM));
    cells.put("terminals", count(lot, Item.TERMINALS));
    cells.put("capexUsd", lot.cost().capexUsd());
    cells.put("opexUsdPerYear", lot.cost().opexUsdPerYear());
    cells.put("lifetimeUsd", lot.cost().lifetimeUsd());
    cells.put("peopleLikely", lot.people().likely());
    cells.put("peopleSure", lot.people().sure());
    cells.put("requires", String.join("; ", lot.requires()));
    cells.put("drawn", String.join("; ", lot.drawn()));
    return cells;
  }

  /** In spreadsheets, which people read, heads of columns are words; programs know their names. */
  static List<ExportLayer> headed(List<ExportLayer> layers, String format, Words words) {
    if (!format.equals(SPREADSHEET)) {
      return layers;
    }
    List<ExportLayer> headed = new ArrayList<>();
    for (ExportLayer layer : layers) {
      List<Field> fields =
          layer.fields().stream().map(f -> new Field(head(f.name(), words), f.type())).toList();
      List<Feature> rows = new ArrayList<>();
      for (Feature row : layer.features()) {
        Map<String, Object> cells = new LinkedHashMap<>();
        row.attributes().forEach((name, value) -> cells.put(head(name, words), value));
        rows.add(new Feature(row.row(), row.line(), row.id(), row.geometry(), cells));
      }
      headed.add(new ExportLayer(layer.name(), fields, rows, layer.style(), layer.notes()));
    }
    return headed;
  }

  private static String head(String column, Words words) {
    String key = "lots.head." + column;
    return words.has(key) ? words.text(key) : column;
  }

  /** How many of an item, whatever it is of. */
  public static double count(Lot lot, Item item) {
    return lot.quantities().stream()
            .filter(each -> each.item().equals(item.word()))
            .mapToLong(each -> Math.round(1000 * each.quantity()))
            .sum()
        / 1000.0;
  }

  private static Map<String, Object> cells(
      Lot lot, Lot.Quantity each, LotParts parts, Words words) {
    Item item = LotDocuments.item(each);
    Map<String, Object> cells = new LinkedHashMap<>();
    cells.put("lotId", lot.id());
    cells.put("lotName", lot.name());
    cells.put("item", each.item());
    cells.put("ofId", each.of());
    cells.put("name", WorkWords.label(item, each.of(), words));
    cells.put("quantity", each.quantity());
    cells.put("unit", WorkWords.unit(item, words));
    LotSupply supply = LotSupply.of(lot, each, parts);
    cells.put("heightM", supply.heightM());
    cells.put("panelsKwp", supply.panelsKwp());
    cells.put("batteryKwh", supply.batteryKwh());
    cells.put("unitCapexUsd", each.unitCapexUsd());
    cells.put("unitLowUsd", each.unitLowUsd());
    cells.put("unitHighUsd", each.unitHighUsd());
    cells.put("capexUsd", each.cost().capexUsd());
    cells.put("opexUsdPerYear", each.cost().opexUsdPerYear());
    cells.put("lifetimeUsd", each.cost().lifetimeUsd());
    return cells;
  }

  private static void members(
      LotsFolder folder, LotParts parts, PlaceTable sites, PlaceTable links) {
    for (Lot lot : folder.lots().lots()) {
      for (LotParts.Site each : parts.sites(lot)) {
        AccessSite site = each.site();
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("siteId", site.id());
        cells.put("lotId", lot.id());
        cells.put("placeId", site.placeId());
        cells.putAll(LotParts.cells(each.place(), ""));
        cells.put("added", each.added());
        cells.put("technologyId", site.technologyId());
        cells.put("masts", each.masts());
        cells.put("units", each.units());
        cells.put("heightM", each.sheet().heightM());
        cells.put("panelsKwp", each.panelsKwp());
        cells.put("batteryKwh", each.batteryKwh());
        cells.put("energy", site.energy() == null ? null : site.energy().name());
        cells.put("buildYear", each.year());
        sites.add(site.id(), PlaceTable.point(site.location()), cells);
      }
      for (LotParts.Link each : parts.links(lot)) {
        BuiltLink link = each.link();
        Map<String, Object> cells = new LinkedHashMap<>();
        cells.put("linkId", link.id());
        cells.put("lotId", lot.id());
        cells.put("fromId", link.fromId());
        cells.putAll(LotParts.cells(each.from(), "from"));
        cells.put("toId", link.toId());
        cells.putAll(LotParts.cells(each.to(), "to"));
        cells.put("added", each.added());
        cells.put("systems", each.systems());
        cells.put("mediumId", link.mediumId());
        cells.put("distanceKm", link.distanceKm());
        cells.put("buildYear", each.year());
        links.add(link.id(), line(link), cells);
      }
    }
  }

  private static Geometry line(BuiltLink link) {
    return GEOMETRIES.createLineString(
        new Coordinate[] {
          new Coordinate(link.from().lon(), link.from().lat()),
          new Coordinate(link.to().lon(), link.to().lat())
        });
  }
}
