package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Places of a grid in one cell, and archives of files that are parts of one. */
final class CollectedFiles {

  private CollectedFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  /** "31N 305000 680500". */
  static String utm(LonLat at, String pattern) {
    int zone = (int) Math.floor((at.lon() + 180) / 6) + 1;
    boolean north = at.lat() >= 0;
    Coordinate metres =
        CoordinateSystem.ofUtmZone(zone, north ? 0 : 9e6)
            .fromWgs84(new GeometryFactory().createPoint(new Coordinate(at.lon(), at.lat())))
            .getCoordinate();
    return String.format(Locale.ROOT, pattern, zone, north ? "N" : "S", metres.x, metres.y);
  }

  static List<MinistryFile> grids() {
    Ground tgo = new Ground("TGO");
    Ground moz = new Ground("MOZ");
    List<Object[]> some =
        new ArrayList<>(
            tgo.places(
                12,
                (each, k) -> row("EPP " + each.name(), utm(each.location(), "%d%s %.0f %.0f"))));
    some.set(4, row("EPP Kara", "31N 303900"));
    some.set(7, row("EPP Mango", "31S 281000 1146000"));
    return List.of(
        file(
            "ecoles_utm.csv",
            "TGO",
            latin(rows(row("Nom de l’école", "Position"), some)),
            "facilities TGO 10/12 asks facility"),
        file(
            "torres_utm.xlsx",
            "MOZ",
            xlsx(
                "Torres",
                rows(
                    row("Nome da torre", "Coordenadas", "Altura (m)"),
                    moz.places(
                        20,
                        (each, k) -> row("T" + k, utm(each.location(), "%d%s, %.0f, %.0f"), 40)))),
            "towers MOZ 20/20 heights 20 assumes masts"),
        file(
            "schools_mgrs.csv",
            "KEN",
            csv(
                rows(
                    row("School", "MGRS"),
                    row("Nairobi Primary", "37MBU5711057710"),
                    row("Thika Primary", "37M BU 85000 85500"),
                    row("Nakuru Primary", "36MZE3020068000"),
                    row("Kisumu Primary", "36MXE 9420 8930"),
                    row("Mombasa Primary", "37MEU 74"),
                    row("Eldoret Primary", "36NYF5400057000"))),
            "facilities KEN 5/6"));
  }

  static List<MinistryFile> archives() {
    Ground gha = new Ground("GHA");
    Map<String, byte[]> parts = new LinkedHashMap<>();
    Map<String, byte[]> years = new LinkedHashMap<>();
    List<Object[]> all =
        gha.places(
            24, (each, k) -> row(each.name(), each.location().lat(), each.location().lon(), 40.5));
    Object[] head = row("Site name", "Latitude", "Longitude", "Tower height (m)");
    parts.put("towers/north.csv", csv(rows(head, all.subList(0, 8))));
    Object[] other = row("Site Name", "Longitude", "Latitude", "Tower height (m)");
    List<Object[]> south = all.subList(8, 16).stream().map(CollectedFiles::french).toList();
    parts.put("towers/south.csv", latin(rows(other, south)));
    parts.put("towers/west.csv", csv(";", StandardCharsets.UTF_8, rows(head, all.subList(16, 24))));
    parts.put("towers/total.csv", csv(rows(head, all)));
    parts.put("towers/lisezmoi.txt", MinistryFile.text("Un fichier par région"));
    years.put("2022/towers.csv", csv(rows(head, all.subList(0, 12))));
    years.put("2023/towers.csv", csv(rows(head, all)));
    Map<String, List<Object[]>> pupils = new LinkedHashMap<>();
    Object[] school = row("School name", "Lat", "Lon", "Enrolment 2023/24");
    new Ground("SLE")
        .places(
            12,
            (each, k) ->
                pupils
                    .computeIfAbsent(ReadApartFiles.district(each, ""), none -> new ArrayList<>())
                    .add(row(each.name(), each.location().lat(), each.location().lon(), 90)));
    Map<String, byte[]> schools = new LinkedHashMap<>();
    pupils.forEach(
        (district, own) ->
            schools.put("ASC 2023/" + district + "/schools.csv", csv(rows(school, own))));
    return List.of(
        file("schools_2023.zip", "SLE", zip(schools), "facilities SLE 12/12 asks facility"),
        file(
            "towers_by_region.zip", "GHA", zip(parts), "towers GHA 24/24 heights 24 assumes masts"),
        file("towers_by_year.zip", "GHA", zip(years), "towers GHA 12/12 heights 12 assumes masts"));
  }

  /** The same row as an office with decimal commas and longitudes first has it. */
  private static Object[] french(Object[] row) {
    return row(row[0], Ground.comma((double) row[2]), Ground.comma((double) row[1]), "40,5");
  }

  /** Files of which nobody had thought until they were tried. */
  static List<MinistryFile> tried() {
    Ground cpv = new Ground("CPV");
    Ground lby = new Ground("LBY");
    Ground rwa = new Ground("RWA");
    Ground ssd = new Ground("SSD");
    Ground swz = new Ground("SWZ");
    return List.of(
        file(
            "censo_textos.xlsx",
            "CPV",
            xlsx(
                "Quadro 1",
                rows(
                    row("Quadro 1. População residente por concelho e sexo"),
                    row("Concelho", "População residente", null, null),
                    row(null, "Masculino", "Feminino", "Total"),
                    cpv.districts(
                        0.99,
                        (each, people) ->
                            row(
                                each.name(),
                                Ground.grouped(people / 2, "."),
                                Ground.grouped(people - people / 2, "."),
                                Ground.grouped(people, "."))))),
            "census CPV 22/22 people 0% asks grouping,thousands"),
        file(
            "sukkan.xlsx",
            "LBY",
            xlsx(
                "السكان",
                rows(
                    row("جدول ١: السكان حسب المنطقة"),
                    row("م", "المنطقة", "عدد السكان"),
                    lby.districts(
                        0.99,
                        (each, people) ->
                            row(
                                1,
                                each.names().get("ar").replace("شعبية ", ""),
                                arabic(Ground.grouped(people, "٬")))))),
            "census LBY 22/22 people 99%"),
        file(
            "baladiyat.csv",
            "LBY",
            csv(
                rows(
                    row("Name", "Population"),
                    lby.districts(
                        0.99,
                        (each, people) ->
                            row(
                                Math.floorMod(each.code().hashCode(), 3) == 0
                                    ? "Baladiyat " + people
                                    : each.name(),
                                people)))),
            "census LBY 15/22 people 62% asks unmatched assumes sum"),
        file(
            "couverture_rgph5.csv",
            "RWA",
            latin(
                rows(
                    row("Localité", "Latitude", "Longitude", "Population RGPH5", "Mise à jour"),
                    rwa.places(
                        10,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lat()),
                                Ground.comma(each.location().lon()),
                                Ground.grouped(each.population(), "\u00a0"),
                                45000 + k)))),
            "settlements RWA 10/10 people 100%"),
        file(
            "estimates.csv",
            "SSD",
            csv(
                rows(
                    row("Settlement", "MGRS grid", "Est. people"),
                    ssd.places(10, (each, k) -> row(each.name(), military(k), each.population())))),
            "settlements SSD 3/10 people 31% asks kept assumes sum"),
        file(
            "scan.xlsx",
            "SWZ",
            xlsx(
                "Scan",
                rows(
                    row("Clinics, scanned register"),
                    row("Code", "Clinic", "S", "E", "Opened"),
                    swz.places(
                        10,
                        (each, k) ->
                            row(
                                "SZ-" + k,
                                each.name() + " Clinic",
                                read(-each.location().lat(), k == 3),
                                read(each.location().lon(), k == 6),
                                38000 + k)))),
            "facilities SWZ 8/10"));
  }

  /** In the digits of the east. */
  private static String arabic(String figure) {
    StringBuilder text = new StringBuilder();
    figure
        .chars()
        .forEach(each -> text.append((char) (Character.isDigit(each) ? each - '0' + '٠' : each)));
    return text.toString();
  }

  /** As a machine read it, a figure for a letter. */
  private static String read(double degrees, boolean amiss) {
    String text = String.format(Locale.ROOT, "%.4f", degrees);
    return amiss ? text.replaceFirst("\\.\\d", ".l") : text;
  }

  /** Juba, a place beside it or another, and squares too large to be places. */
  private static String military(int k) {
    return k < 3 ? "36N UL 4281" + k + " 3643" + k : "36N UL 4";
  }

  static List<MinistryFile> households() {
    Ground ben = new Ground("BEN");
    return List.of(
        file(
            "population_menages.csv",
            "BEN",
            latin(
                rows(
                    row("Département", "Population (ménages)"),
                    ben.districts(0.99, (each, people) -> row(each.name(), people / 5)))),
            "census BEN 12/12 people 20% asks households"));
  }
}
