package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.feature;
import static org.kiungo.geodata.door.MinistryFile.geojson;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.text;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Files of which somebody who had seen none of the others thought. */
final class UnforeseenFiles {

  private UnforeseenFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  /** Degrees, minutes and seconds of a size. */
  private static Object[] parts(double degrees) {
    double size = Math.abs(degrees) + 1e-9;
    int minutes = (int) (size % 1 * 60);
    double seconds = Math.rint((size * 3600 % 60) * 100) / 100;
    return row((int) size, minutes, seconds);
  }

  private static Object[] inParts(String name, PopulatedPlace place, String kind) {
    Object[] lat = parts(place.location().lat());
    Object[] lon = parts(place.location().lon());
    return row(name, lat[0], lat[1], lat[2], lon[0], lon[1], lon[2], kind);
  }

  private static Object[][] inParts(Ground ground) {
    return rows(
        row("Nom du centre de santé", "Latitude", null, null, "Longitude", null, null, "Type"),
        row(null, "Deg", "Min", "Sec", "Deg", "Min", "Sec", null),
        ground.places(12, (each, k) -> inParts("Centre " + each.name(), each, "Centre de santé")));
  }

  static List<MinistryFile> coordinates() {
    Ground ben = new Ground("BEN");
    Ground civ = new Ground("CIV");
    Ground ken = new Ground("KEN");
    Ground lso = new Ground("LSO");
    Ground mdg = new Ground("MDG");
    Ground zmb = new Ground("ZMB");
    return List.of(
        file("trois_colonnes.xlsx", "BEN", xlsx("CS", inParts(ben)), "facilities BEN 12/12"),
        file("sans_moins.xlsx", "MDG", xlsx("CS", inParts(mdg)), "facilities MDG? 0/12 asks sign"),
        file(
            "longitude_ouest.csv",
            "CIV",
            latin(
                rows(
                    row("Localité", "Latitude Nord", "Longitude Ouest", "Population RGPH 2021"),
                    civ.places(
                        15,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lat()),
                                Ground.comma(-each.location().lon()),
                                Math.round(each.population()))))),
            "settlements CIV 15/15 people 100%"),
        file(
            "feet.csv",
            "ZMB",
            csv(
                rows(
                    row("Mast No", "Town", "Latitude (S)", "Longitude (E)", "Mast Height (ft)"),
                    zmb.places(
                        12,
                        (each, k) ->
                            row(
                                "Z" + k,
                                each.name(),
                                -each.location().lat(),
                                each.location().lon(),
                                k % 2 == 0 ? "150" : "180 ft")))),
            "towers ZMB 12/12 heights 12 assumes masts"),
        file(
            "gps_s.csv",
            "LSO",
            csv(
                rows(
                    row("Clinic", "Type", "GPS S", "GPS E"),
                    lso.places(
                        12,
                        (each, k) ->
                            row(
                                each.name() + " Health Centre",
                                "Health Centre",
                                "S " + minutes(each.location().lat()),
                                "E " + minutes(each.location().lon()))))),
            "facilities LSO 12/12"),
        file(
            "releve.csv",
            "BEN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Arrondissement", "Relevé de terrain", "Population"),
                    ben.places(
                        14,
                        (each, k) ->
                            row(
                                each.name(),
                                each.location().lat() + "N, " + each.location().lon() + "E",
                                Math.round(each.population()))))),
            "settlements BEN 14/14 people 100%"),
        file(
            "web_mercator.geojson",
            "KEN",
            geojson(
                ken.places(
                    12,
                    (each, k) ->
                        feature(webMercator(each), "tower_id", "K" + k, "operator", "Safaricom"))),
            "towers KEN? refused file.metresNotDegrees"));
  }

  private static String minutes(double degrees) {
    double size = Math.abs(degrees);
    return (int) size + " " + Math.rint(size % 1 * 60 * 100) / 100;
  }

  private static String webMercator(PopulatedPlace place) {
    CoordinateSystem system = CoordinateSystem.findByCode("EPSG:3857").orElseThrow();
    Coordinate degrees = new Coordinate(place.location().lon(), place.location().lat());
    Coordinate at = system.fromWgs84(new GeometryFactory().createPoint(degrees)).getCoordinate();
    return "{\"type\":\"Point\",\"coordinates\":[%s,%s]}".formatted(at.x, at.y);
  }

  static List<MinistryFile> figures() {
    Ground gin = new Ground("GIN");
    Ground mar = new Ground("MAR");
    Ground eth = new Ground("ETH");
    Ground civ = new Ground("CIV");
    Ground zmb = new Ground("ZMB");
    List<Object[]> parted = new ArrayList<>();
    for (String region : List.of("Alibori", "Mono", "Zou")) {
      for (int k = 0; k < 5; k++) {
        parted.add(row(k == 0 ? region : null, region + " commune " + k, 80_000 + k));
      }
      parted.add(row("S/Total " + region, null, 400_010));
    }
    return List.of(
        file(
            "petits.csv",
            "GIN",
            csv(
                rows(
                    row("Localité", "Long.", "Lat.", "Population", "Population couverte 4G"),
                    gin.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                each.location().lon(),
                                each.location().lat(),
                                400 + k,
                                60 + k)))),
            "settlements GIN 20/20 people 0% asks covered assumes sum"),
        file(
            "en_milliers.csv",
            "GIN",
            csv(
                ";",
                Charset.forName("x-MacRoman"),
                rows(
                    row("Localité", "Long.", "Lat.", "Population (en milliers)"),
                    gin.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()),
                                k == 3
                                    ? "n.d."
                                    : k == 7
                                        ? ".."
                                        : Ground.comma(Math.rint(each.population() / 200) / 10)
                                            + (k == 5 ? "*" : ""))))),
            "settlements GIN 20/20 people 0% asks counted"),
        file(
            "en_millions.csv",
            "MAR",
            latin(
                rows(
                    row("Région", "Population (millions)"),
                    mar.districts(
                        0.99, (each, people) -> row(each.name(), Ground.comma(people / 1e6))))),
            "census MAR 11/11 people 0% asks counted"),
        file(
            "ethiopian_calendar.xlsx",
            "ETH",
            xlsx(
                "Sheet1",
                rows(
                    row("Projected population by region"),
                    row("Region", "2015 E.C.", "2016 E.C."),
                    eth.districts(
                        1, (each, people) -> row(each.name(), people - 1000, people + 1000)))),
            "census ETH 14/14 people 100%"),
        file(
            "footnotes.csv",
            "ZMB",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Province", "Population total¹", "Urban"),
                    zmb.districts(
                        1,
                        (each, people) ->
                            row(
                                each.name(),
                                Ground.grouped(people, " ") + (people % 2 == 0 ? "*" : " (a)"),
                                "")))),
            "census ZMB 10/10 people 100%"),
        file(
            "taux_par_annee.xlsx",
            "CIV",
            xlsx(
                "4G",
                rows(
                    row("Taux de couverture de la population"),
                    row("District", 2022, 2023, 2024),
                    civ.districts(1, (each, people) -> row(each.name(), 12.5, 40.1, 88.8)))),
            "none known coverage-by-district"),
        file(
            "sous_totaux.xlsx",
            "BEN",
            xlsx("Tab", rows(row("Département", "Commune", "Population"), parted)),
            "census BEN 15/18 people 8% assumes sum"));
  }

  static List<MinistryFile> sheets() {
    Ground gmb = new Ground("GMB");
    Ground dji = new Ground("DJI");
    List<Object[]> schools =
        gmb.places(
            8,
            (each, k) ->
                row(each.name() + " school", each.location().lat(), each.location().lon()));
    List<Object[]> towers =
        gmb.places(
            8,
            (each, k) ->
                row(each.name(), each.location().lat(), each.location().lon(), 45, "QCell"));
    Object[] ofSchools = row("School", "Lat", "Long", "Enrolment");
    Object[] ofTowers = row("Tower", "Latitude", "Longitude", "Height (m)", "Operator");
    return List.of(
        file(
            "tables_above.xlsx",
            "GMB",
            xlsx(
                "Sheet1",
                rows(row("Table A"), ofSchools, schools, row(), row("Table B"), ofTowers, towers)),
            "towers GMB 8/16 heights 8 asks kept assumes masts"),
        file(
            "tables_below.xlsx",
            "GMB",
            xlsx("Sheet1", rows(ofSchools, schools, row(), ofTowers, towers)),
            "facilities GMB 8/17 asks kept"),
        file(
            "troisieme_colonne.xlsx",
            "DJI",
            xlsx(
                "Feuil1",
                rows(
                    row(null, null, "Liste des écoles"),
                    row(null, null, "Ecole", "X", "Y", "Effectif total"),
                    dji.places(
                        6,
                        (each, k) ->
                            row(
                                null,
                                null,
                                "Ecole de " + each.name(),
                                each.location().lon(),
                                each.location().lat(),
                                300)))),
            "facilities DJI 6/6"));
  }

  static List<MinistryFile> shapes() {
    Ground gha = new Ground("GHA");
    Ground mli = new Ground("MLI");
    Ground rwa = new Ground("RWA");
    StringBuilder folders = new StringBuilder();
    List<String> lines = gha.places(12, (each, k) -> line(each));
    for (String operator : List.of("MTN", "Telecel")) {
      folders.append("<Folder><name>").append(operator).append("</name>");
      for (String state : List.of("Existing", "Under construction", "Planned")) {
        folders.append("<Folder><name>").append(state).append("</name>");
        folders.append(lines.remove(0)).append(lines.remove(0)).append("</Folder>");
      }
      folders.append("</Folder>");
    }
    StringBuilder areas = new StringBuilder();
    rwa.places(6, (each, k) -> area(2 + k % 3, each.location())).forEach(areas::append);
    return List.of(
        file(
            "dossiers.kmz",
            "GHA",
            zip("doc.kml", kml(folders.toString())),
            "fibre-lines GHA 12/12 OPERATIONAL 4 PLANNED 8"),
        file(
            "dossiers_generation.kml",
            "RWA",
            kml(areas.toString()),
            "coverage RWA 6/6 assumes coverage"),
        file(
            "troncons.csv",
            "MLI",
            csv(
                rows(
                    row("Tronçon", "Lat A", "Long A", "Lat B", "Long B", "Nb brins", "Etat"),
                    mli.places(
                        10,
                        (each, k) ->
                            row(
                                "FO " + each.name(),
                                each.location().lat(),
                                each.location().lon(),
                                each.location().lat() + 0.1,
                                each.location().lon() + 0.1,
                                48,
                                k % 2 == 0 ? "En service" : "Projet")))),
            "fibre-lines MLI 10/10 OPERATIONAL 5 PLANNED 5"),
        file(
            "en_milliers.asc",
            "LSO",
            lesotho(2.3, "-32768"),
            "population-raster LSO people 1% asks degrees,sum"));
  }

  private static String line(PopulatedPlace place) {
    LonLat from = place.location();
    LonLat to = new LonLat(from.lon() + 0.05, from.lat() + 0.05);
    return "<Placemark><name>FO "
        + place.district()
        + "</name>"
        + Ground.kmlLine(from, to)
        + "</Placemark>";
  }

  private static String area(int generation, LonLat at) {
    return "<Folder><name>MTN_%dG_2024</name><Placemark><name>zone</name>%s</Placemark></Folder>"
        .formatted(generation, square(at));
  }

  private static String square(LonLat at) {
    StringBuilder corners = new StringBuilder();
    for (int[] each : new int[][] {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}, {-1, -1}}) {
      corners.append(at.lon() + each[0] * 0.05).append(',').append(at.lat() + each[1] * 0.05);
      corners.append(' ');
    }
    return "<Polygon><outerBoundaryIs><LinearRing><coordinates>"
        + corners
        + "</coordinates></LinearRing></outerBoundaryIs></Polygon>";
  }

  private static byte[] kml(String body) {
    return text(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><kml xmlns=\"http://www.opengis.net/kml/2.2\">"
            + "<Document>"
            + body
            + "</Document></kml>");
  }

  /** A grid over all of Lesotho whose people vary from cell to cell; gaps are marked unsaid. */
  private static byte[] lesotho(double most, String gap) {
    StringBuilder grid =
        new StringBuilder("ncols 30\nnrows 24\nxllcorner 26.9\nyllcorner -30.8\ncellsize 0.1\n");
    for (int r = 0; r < 24; r++) {
      for (int c = 0; c < 30; c++) {
        grid.append(r < 2 && c < 2 ? gap : most * ((7 * r + 13 * c) % 17 + 1) + "").append(' ');
      }
      grid.append('\n');
    }
    return text(grid.toString());
  }
}
