package org.kiungo.geodata.reference.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.util.GeometryFixer;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;
import org.locationtech.jts.operation.union.UnaryUnionOp;

/**
 * First-level units of today for countries whose units Natural Earth draws as they were: files of
 * geoBoundaries as the collection hikaya-io/admin-boundaries keeps them (commit 9716140), each
 * under the licence that its metadata states, and the regions of Ethiopia and Morocco. A country
 * keeps the land that Natural Earth gives it, so that it still meets its neighbours: units are cut
 * to it, and what of it they leave over, along coasts and borders, goes to the unit nearest by. A
 * unit without any land there, as Dakhla-Oued Ed-Dahab in Western Sahara, is none of the country's.
 */
final class Boundaries {

  private static final double FIRST_REACH_DEGREES = 0.02;
  private static final double SMALLEST_LEFT_DEGREES2 = 1e-9;
  private static final String ODBL = "ODbL 1.0";
  private static final String OSM = "OpenStreetMap, by way of geoBoundaries 2.0.1";

  /**
   * A file of units.
   *
   * @param name of the file in the folder of boundaries
   * @param nameColumn column of names
   * @param codeColumn column of ISO 3166-2 codes
   * @param year that the boundaries stand for
   * @param source who drew them
   * @param licence as the metadata states it
   */
  record Source(
      String name, String nameColumn, String codeColumn, int year, String source, String licence) {}

  static final Map<String, Source> SOURCES =
      new TreeMap<>(
          Map.of(
              "KEN",
              new Source(
                  "KEN-ADM1.geojson",
                  "name",
                  "ISO_Code",
                  2015,
                  "RCMRD GeoPortal, by way of geoBoundaries 1.3.3",
                  "public domain"),
              "BFA",
              new Source(
                  "BFA-ADM1.geojson",
                  "shapeName",
                  "shapeISO",
                  2017,
                  "SALB and Institut Géographique du Burkina Faso, by way of geoBoundaries 2.0.1",
                  "CC BY 4.0"),
              "COD",
              osm("COD-ADM1-shp.zip"),
              "NAM",
              osm("NAM-ADM1.geojson"),
              "SDN",
              osm("SDN-ADM1.geojson"),
              "TCD",
              osm("TCD-ADM1.geojson"),
              "TUN",
              osm("TUN-ADM1.geojson")));

  /**
   * Countries whose regions were cut anew since: redrawn within their land when all borders are
   * simplified, so that neither the borders of their neighbours move nor the people along them.
   */
  private static final Map<String, Source> CUT_ANEW =
      Map.of(
          "ETH",
          new Source(
              "ETH.geojson",
              "name",
              "code",
              2023,
              "OCHA, Common Operational Datasets (HDX)",
              "CC BY-IGO"),
          "MAR",
          new Source(
              "MAR.geojson",
              "name",
              "code",
              2015,
              "Regions of the decree of 2015, author not named in the copy",
              "CC BY 4.0"));

  /** Codes of OCHA as those of ISO 3166-2, which has none yet for two regions of 2023. */
  private static final Map<String, String> ISO_CODES =
      Map.ofEntries(
          Map.entry("ET01", "ET-TI"),
          Map.entry("ET02", "ET-AF"),
          Map.entry("ET03", "ET-AM"),
          Map.entry("ET04", "ET-OR"),
          Map.entry("ET05", "ET-SO"),
          Map.entry("ET06", "ET-BE"),
          Map.entry("ET11", "ET-SW"),
          Map.entry("ET12", "ET-GA"),
          Map.entry("ET13", "ET-HA"),
          Map.entry("ET14", "ET-AA"),
          Map.entry("ET15", "ET-DD"),
          Map.entry("ET16", "ET-SI"));

  /** ISO 3166-2's names of units that the source names in English. */
  private static final Map<String, String> OWN_NAMES =
      Map.of(
          "CD-BU", "Bas-Uélé",
          "CD-HU", "Haut-Uélé",
          "CD-KC", "Kasaï Central",
          "CD-NK", "Nord-Kivu",
          "CD-SK", "Sud-Kivu",
          "MA-01", "Tanger-Tétouan-Al Hoceïma",
          "MA-03", "Fès-Meknès",
          "MA-04", "Rabat-Salé-Kénitra");

  /** French names of units that are named in English and that Natural Earth does not know. */
  private static final Map<String, String> FRENCH_NAMES =
      Map.of(
          "ET-SW", "Éthiopie du Sud-Ouest",
          "ET07", "Éthiopie centrale",
          "ET08", "Éthiopie du Sud");

  /** What Natural Earth's own units stand for. */
  private static final Source NATURAL_EARTH =
      new Source("", "", "", 2018, "Natural Earth 4.1, 1:10 million", "public domain");

  private Boundaries() {}

  /** Where a country's districts come from. */
  static Source source(String country) {
    return CUT_ANEW.getOrDefault(country, SOURCES.getOrDefault(country, NATURAL_EARTH));
  }

  private static Source osm(String name) {
    return new Source(name, "shapeName", "shapeISO", 2017, OSM, ODBL);
  }

  /** The areas with those of {@link #SOURCES}' countries redrawn, in any order. */
  static List<AdminArea> redrawn(List<AdminArea> naturalEarth, Path folder) {
    List<AdminArea> areas = new ArrayList<>(naturalEarth);
    SOURCES.forEach(
        (country, source) -> {
          List<AdminArea> before =
              areas.stream().filter(area -> area.country().equals(country)).toList();
          areas.removeAll(before);
          areas.addAll(units(country, source, folder, before));
        });
    return areas;
  }

  /**
   * The same for {@link #CUT_ANEW}'s countries.
   *
   * @param byCountry changed in place
   * @param inner simplifies the borders between the areas of one country alone
   */
  static void cutAnew(
      Map<String, List<AdminArea>> byCountry, Path folder, UnaryOperator<List<AdminArea>> inner) {
    CUT_ANEW.forEach(
        (country, source) ->
            byCountry.computeIfPresent(
                country, (c, before) -> inner.apply(units(c, source, folder, before))));
  }

  private static List<AdminArea> units(
      String country, Source source, Path folder, List<AdminArea> before) {
    Geometry land = UnaryUnionOp.union(before.stream().map(AdminArea::shape).toList());
    List<AdminArea> units = read(country, source, folder.resolve(source.name()), before);
    Geometry[] shapes = new Geometry[units.size()];
    for (int k = 0; k < shapes.length; k++) {
      shapes[k] = overlay(units.get(k).shape(), land, OverlayNG.INTERSECTION);
    }
    share(shapes, land);
    List<AdminArea> cut = new ArrayList<>();
    for (int k = 0; k < shapes.length; k++) {
      AdminArea unit = units.get(k);
      if (!shapes[k].isEmpty()) {
        cut.add(new AdminArea(country, unit.code(), unit.names(), false, shapes[k]));
      }
    }
    return cut;
  }

  /** Gives what units leave of the land to the nearest of them, from near to far. */
  private static void share(Geometry[] shapes, Geometry land) {
    Geometry left = overlay(land, UnaryUnionOp.union(List.of(shapes)), OverlayNG.DIFFERENCE);
    for (double reach = FIRST_REACH_DEGREES; left.getArea() > SMALLEST_LEFT_DEGREES2; reach *= 2) {
      for (int k = 0; k < shapes.length; k++) {
        Geometry own = overlay(left, shapes[k].buffer(reach, 2), OverlayNG.INTERSECTION);
        if (!own.isEmpty()) {
          shapes[k] = overlay(shapes[k], own, OverlayNG.UNION);
          left = overlay(left, own, OverlayNG.DIFFERENCE);
        }
      }
    }
  }

  private static List<AdminArea> read(
      String country, Source source, Path file, List<AdminArea> before) {
    List<AdminArea> units = new ArrayList<>();
    SourceFile opened = SourceFile.of(file);
    ((VectorReader) LayerReader.of(opened))
        .read(
            opened,
            ReadOptions.DETECT,
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void finding(Finding finding) {}

              @Override
              public void feature(Feature feature) {
                String given =
                    String.valueOf(feature.attributes().get(source.codeColumn())).strip();
                String code = ISO_CODES.getOrDefault(given, given);
                String name = String.valueOf(feature.attributes().get(source.nameColumn())).strip();
                Geometry shape = GeometryFixer.fix(feature.geometry());
                units.add(
                    new AdminArea(
                        country, code + ".", names(code, plain(name), before), false, shape));
              }
            });
    units.sort(Comparator.comparing(AdminArea::code));
    return units;
  }

  /** The source's name, with Natural Earth's in several languages where it knows the unit. */
  private static Map<String, String> names(String code, String name, List<AdminArea> before) {
    String own = OWN_NAMES.getOrDefault(code, name);
    Map<String, String> names = new LinkedHashMap<>(Map.of("", own));
    for (AdminArea area : before) {
      boolean same = area.code().equals(code) || area.code().startsWith(code + ".");
      if (same && area.names().containsValue(name)) {
        String theirs = area.names().get("");
        AdminArea.LANGUAGES.forEach(
            each -> names.put(each, area.names().getOrDefault(each, theirs)));
      }
    }
    if (OWN_NAMES.containsKey(code)) {
      names.put("en", name);
    }
    if (FRENCH_NAMES.containsKey(code)) {
      names.put("fr", FRENCH_NAMES.get(code));
    }
    AdminArea.LANGUAGES.forEach(each -> names.remove(each, own));
    return names;
  }

  private static String plain(String name) {
    return name.replaceFirst(" (Region|State)$", "").replace('`', '’');
  }

  private static Geometry overlay(Geometry one, Geometry other, int operation) {
    return polygons(OverlayNGRobust.overlay(one, other, operation));
  }

  /** Without the points and lines that touching borders leave. */
  private static Geometry polygons(Geometry shape) {
    List<Geometry> polygons = new ArrayList<>();
    for (int k = 0; k < shape.getNumGeometries(); k++) {
      if (shape.getGeometryN(k).getDimension() == 2) {
        polygons.add(shape.getGeometryN(k));
      }
    }
    return polygons.size() == shape.getNumGeometries()
        ? shape
        : shape.getFactory().buildGeometry(polygons);
  }
}
