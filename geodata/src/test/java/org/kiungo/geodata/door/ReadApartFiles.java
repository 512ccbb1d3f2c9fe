package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.kml;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.placemark;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * Files whose rows are not all of one kind: of two zones, of several sheets, masts beside cables,
 * households for people, provinces of before and since a reform.
 */
final class ReadApartFiles {

  private ReadApartFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  /** Easting and northing of a place in its own zone of a datum, whole metres. */
  private static Coordinate utm(LonLat at, String datum) {
    int zone = zone(at);
    CoordinateSystem any = CoordinateSystem.findByCode(datum).orElseThrow();
    CoordinateSystem own = any.inUtmZone(zone, at.lat() < 0 ? 9e6 : 0).orElseThrow();
    return in(own, at);
  }

  private static Coordinate in(CoordinateSystem system, LonLat at) {
    Coordinate place =
        system
            .fromWgs84(new GeometryFactory().createPoint(new Coordinate(at.lon(), at.lat())))
            .getCoordinate();
    return new Coordinate(Math.rint(place.x), Math.rint(place.y));
  }

  static int zone(LonLat at) {
    return (int) Math.floor((at.lon() + 180) / 6) + 1;
  }

  /** Name of the district in which a place lies, in a language; its own for none. */
  static String district(PopulatedPlace place, String language) {
    District there = Reference.builtIn().nearestDistrict(place.country(), place.location());
    return there.names().getOrDefault(language, there.name());
  }

  private static Coordinate lo(String code, LonLat at) {
    return in(CoordinateSystem.findByCode(code).orElseThrow(), at);
  }

  static List<MinistryFile> zones() {
    Ground ken = new Ground("KEN");
    Ground moz = new Ground("MOZ");
    Ground ner = new Ground("NER");
    Ground sdn = new Ground("SDN");
    return List.of(
        file(
            "two_zones.csv",
            "KEN",
            csv(
                rows(
                    row("School", "County", "Easting", "Northing", "Zone", "Enrolment"),
                    ken.places(
                        30,
                        (each, k) -> {
                          Coordinate at = utm(each.location(), "EPSG:32737");
                          String name = each.name() + " Primary School";
                          int zone = zone(each.location());
                          return row(name, district(each, ""), at.x, at.y, zone, 400 + k);
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "duas_zonas.xlsx",
            "MOZ",
            xlsx(
                "Torres",
                rows(
                    row("Nome da torre", "X UTM", "Y UTM", "Fuso", "Altura (m)", "Operadora"),
                    moz.places(
                        24,
                        (each, k) -> {
                          Coordinate at = utm(each.location(), "EPSG:32736");
                          String fuso = zone(each.location()) + (k % 2 == 0 ? "S" : " Sul");
                          return row("T " + each.name(), at.x, at.y, fuso, 45, "Tmcel");
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "fuseaux.csv",
            "NER",
            latin(
                rows(
                    row("Localité", "Région", "X", "Y", "Fuseau", "Population"),
                    ner.places(
                        25,
                        (each, k) -> {
                          Coordinate at = utm(each.location(), "EPSG:32632");
                          String fuseau = k == 4 ? "" : "UTM " + zone(each.location()) + "N";
                          return row(
                              each.name(),
                              district(each, ""),
                              at.x,
                              at.y,
                              fuseau,
                              each.population());
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "masts_easting.csv",
            "KEN",
            csv(
                rows(
                    row("Tower ID", "Operator", "Easting (m)", "Northing (m)", "Height (m)"),
                    ken.places(
                        20,
                        (each, k) -> {
                          Coordinate at = utm(each.location(), "EPSG:32736");
                          return row("K" + k, "Safaricom", at.x, at.y, 40);
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "nitaqan.csv",
            "SDN",
            csv(
                rows(
                    row("اسم المدرسة", "الولاية", "X", "Y"),
                    sdn.places(
                        20,
                        (each, k) -> {
                          Coordinate at = utm(each.location(), "EPSG:32636");
                          return row("مدرسة " + k, district(each, "ar"), at.x, at.y);
                        }))),
            "refused file.metresNotDegrees"));
  }

  static List<MinistryFile> lo() {
    Ground zaf = new Ground("ZAF");
    Ground lso = new Ground("LSO");
    Ground swz = new Ground("SWZ");
    Ground zwe = new Ground("ZWE");
    return List.of(
        file(
            "lo29_schools.xlsx",
            "LSO",
            xlsx(
                "Sheet1",
                rows(
                    row("Schools of Lesotho, LO 29"),
                    row("School", "Y", "X", "Pupils"),
                    lso.places(
                        15,
                        (each, k) -> {
                          Coordinate at = lo("EPSG:22289", each.location());
                          return row(each.name() + " Primary School", at.x, at.y, 300 + k);
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "westing_southing.csv",
            "SWZ",
            csv(
                rows(
                    row("Clinic", "Westing", "Southing", "Type"),
                    swz.places(
                        12,
                        (each, k) -> {
                          Coordinate at = lo("EPSG:2054", each.location());
                          return row(each.name() + " Clinic", at.x, at.y, "Clinic");
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "east_north.csv",
            "ZWE",
            csv(
                rows(
                    row("Tower ID", "Operator", "X", "Y", "Height (m)"),
                    zwe.places(
                        14,
                        (each, k) -> {
                          Coordinate at = lo("EPSG:22291", each.location());
                          return row("Z" + k, "Econet", -at.x, -at.y, 30 + k);
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "x_to_the_east.csv",
            "LSO",
            csv(
                rows(
                    row("Mast", "Operator", "X", "Y", "Height (m)"),
                    lso.places(
                        12,
                        (each, k) -> {
                          Coordinate at = lo("EPSG:2053", each.location());
                          return row("L" + k, "Vodacom", -at.x, at.y, 40);
                        }))),
            "refused file.metresNotDegrees"),
        file(
            "provinces_lo.csv",
            "ZAF",
            csv(
                rows(
                    row("Clinic", "Province", "Y_coord", "X_coord"),
                    zaf.places(
                        30,
                        (each, k) -> {
                          Coordinate at = lo("EPSG:2052", each.location());
                          return row(each.name() + " Clinic", district(each, ""), at.x, at.y);
                        }))),
            "refused file.metresNotDegrees"));
  }

  static List<MinistryFile> drawings() {
    Ground ben = new Ground("BEN");
    Ground ago = new Ground("AGO");
    List<String> both = new ArrayList<>();
    List<LonLat> at = ben.places(12, (each, k) -> each.location());
    for (int k = 0; k < at.size(); k++) {
      both.add(placemark("Pylône " + k, "Hauteur: 45 m", Ground.kmlPoint(at.get(k))));
      if (k > 0) {
        both.add(placemark("FO " + k, "fibre 48 brins", Ground.kmlLine(at.get(k - 1), at.get(k))));
      }
    }
    List<String> mixed = new ArrayList<>();
    List<LonLat> there = ago.places(8, (each, k) -> each.location());
    for (int k = 0; k < there.size(); k++) {
      mixed.add(
          MinistryFile.feature(
              Ground.point(there.get(k)), "torre", "T" + k, "altura", 40, "operadora", "Unitel"));
    }
    for (int k = 1; k < 5; k++) {
      mixed.add(
          MinistryFile.feature(
              Ground.line(there.get(k - 1), there.get(k)), "cabo", "C" + k, "fibra", "ADSS"));
    }
    return List.of(
        file(
            "pylones_et_fibre.kmz",
            "BEN",
            zip("doc.kml", kml("Réseau", both)),
            "towers BEN 12/12 heights 12 assumes masts"),
        file(
            "torres_e_fibra.geojson",
            "AGO",
            MinistryFile.geojson(mixed),
            "towers AGO 8/8 heights 8 assumes masts"));
  }

  static List<MinistryFile> households() {
    Ground ben = new Ground("BEN");
    Ground moz = new Ground("MOZ");
    Ground mrt = new Ground("MRT");
    Ground tza = new Ground("TZA");
    return List.of(
        file(
            "menages.csv",
            "BEN",
            latin(
                rows(
                    row("Village", "Latitude", "Longitude", "Nombre de ménages"),
                    ben.places(20, (each, k) -> homes(each, 5.2)))),
            "settlements BEN 20/20 people 19% asks households"),
        file(
            "agregados.xlsx",
            "MOZ",
            xlsx(
                "Dados",
                rows(
                    row("Província", "Agregados familiares"),
                    moz.districts(0.99, (each, people) -> row(each.name(), people / 4)))),
            "census MOZ 11/11 people 25% asks households"),
        file(
            "usar.csv",
            "MRT",
            csv(
                rows(
                    row("القرية", "خط العرض", "خط الطول", "عدد الأسر"),
                    mrt.places(15, (each, k) -> homes(each, 6)))),
            "settlements MRT 15/15 people 17% asks households"),
        file(
            "kaya.xlsx",
            "TZA",
            xlsx(
                "Vijiji",
                rows(
                    row("Kijiji", "Latitudo", "Longitudo", "Kaya", "Idadi ya watu"),
                    tza.places(
                        15,
                        (each, k) -> {
                          LonLat at = each.location();
                          double people = each.population();
                          return row(
                              each.name(), at.lat(), at.lon(), Math.rint(people / 4), people);
                        }))),
            "settlements TZA 15/15 people 100%"));
  }

  private static Object[] homes(PopulatedPlace place, double persons) {
    LonLat at = place.location();
    return row(place.name(), at.lat(), at.lon(), Math.round(place.population() / persons));
  }

  static List<MinistryFile> sheets() {
    return List.of(
        file(
            "by_region.xlsx",
            "GHA",
            xlsx(regions("GHA")),
            "towers GHA 24/24 heights 24 assumes masts"),
        file(
            "communes_par_region.xlsx",
            "BFA",
            xlsx(censusSheets("BFA")),
            "census BFA 40/40 people 100%"));
  }

  /** Masts of a country, a sheet for each of four parts, and one that sums up. */
  private static Map<String, Object[][]> regions(String iso3) {
    Map<String, Object[][]> sheets = new LinkedHashMap<>();
    String[] parts = {"North", "South", "East", "West"};
    Object[] head = row("Site name", "Latitude", "Longitude", "Tower height (m)");
    Object[] other = row("Site Name ", "Longitude", "Latitude", "Tower height (m)");
    List<Object[]> all =
        new Ground(iso3)
            .places(
                24,
                (each, k) -> row(each.name(), each.location().lat(), each.location().lon(), 40));
    sheets.put("Read me", rows(row("Towers of the regulator"), row("One sheet a region")));
    for (int k = 0; k < parts.length; k++) {
      List<Object[]> own = new ArrayList<>();
      for (int n = 0; n < 6; n++) {
        Object[] each = all.get(6 * k + n);
        own.add(k == 2 ? row(each[0], each[2], each[1], each[3]) : each);
      }
      sheets.put(parts[k], rows(k == 2 ? other : head, own));
    }
    sheets.put("Total", rows(head, all));
    return sheets;
  }

  /** Communes of one region on a sheet of its name. */
  private static Map<String, Object[][]> censusSheets(String iso3) {
    Map<String, List<Object[]>> rows = new LinkedHashMap<>();
    new Ground(iso3)
        .places(
            40,
            (each, k) ->
                rows.computeIfAbsent(district(each, ""), none -> new ArrayList<>())
                    .add(row(each.name(), each.population())));
    Map<String, Object[][]> sheets = new LinkedHashMap<>();
    rows.forEach((region, own) -> sheets.put(region, rows(row("Commune", "Population 2024"), own)));
    return sheets;
  }

  static List<MinistryFile> vintages() {
    return List.of(
        file(
            "cinq_provinces.csv",
            "BDI",
            latin(
                rows(
                    row("Province", "Population 2024"),
                    row("Buhumuza", 2_300_000),
                    row("Bujumbura", 3_700_000),
                    row("Burunga", 2_200_000),
                    row("Butanyerera", 2_900_000),
                    row("Gitega", 2_600_000))),
            "census BDI? 5/5 people 98%"),
        file(
            "deux_provinces.csv",
            "BDI",
            latin(
                rows(
                    row("Province", "Population"),
                    row("Bujumbura", 3_700_000),
                    row("Gitega", 2_600_000))),
            "census BDI? 2/2 people 45% asks vintage assumes sum"),
        file(
            "sixteen_regions.csv",
            "GHA",
            csv(
                rows(
                    row("Region", "Population 2021"),
                    row("Ashanti", 5_440_463),
                    row("Volta", 1_659_040),
                    row("Oti", 747_248),
                    row("Northern", 2_310_939),
                    row("Savannah", 653_266),
                    row("Western", 2_060_585),
                    row("Greater Accra", 5_455_692))),
            "census GHA 2/7 people 32% asks unmatched assumes sum"),
        file(
            "regions_iso.csv",
            "GHA",
            csv(
                rows(
                    row("Region code", "Region", "Population"),
                    row("GH-AA", "Greater Accra", 5_455_692),
                    row("GH-NP", "Northern", 2_310_939),
                    row("GH-TV", "Volta", 1_659_040))),
            "census GHA 3/3 people 27% asks vintage assumes sum"),
        file(
            "analanjirofo.csv",
            "MDG",
            latin(
                rows(
                    row("Région", "Population"),
                    row("Analanjirofo", 1_152_345),
                    row("Atsinanana", 1_484_403),
                    row("Sava", 1_123_013),
                    row("Menabe", 700_577))),
            "census MDG 4/4 people 14% asks vintage assumes sum"));
  }
}
