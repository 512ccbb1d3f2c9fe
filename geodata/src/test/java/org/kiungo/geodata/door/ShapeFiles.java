package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.feature;
import static org.kiungo.geodata.door.MinistryFile.geojson;
import static org.kiungo.geodata.door.MinistryFile.kml;
import static org.kiungo.geodata.door.MinistryFile.placemark;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.text;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import org.kiungo.geodata.format.osm.OsmFixture;
import org.kiungo.geodata.reference.PopulatedPlace;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.model.value.LonLat;

/** Lines, areas, cells, and files that many countries have. */
final class ShapeFiles {

  private ShapeFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  /** Some kilometres from a place. */
  private static LonLat beside(PopulatedPlace place) {
    return new LonLat(place.location().lon() + 0.03, place.location().lat() + 0.02);
  }

  static List<MinistryFile> lines() {
    Ground ben = new Ground("BEN");
    Ground tgo = new Ground("TGO");
    Ground moz = new Ground("MOZ");
    Ground nga = new Ground("NGA");
    Ground sen = new Ground("SEN");
    Ground bfa = new Ground("BFA");
    Ground gha = new Ground("GHA");
    Ground uga = new Ground("UGA");
    return List.of(
        file(
            "lignes.kml",
            "BEN",
            kml(
                "lignes",
                ben.places(
                    12,
                    (each, k) ->
                        placemark("L" + k, "", Ground.kmlLine(each.location(), beside(each))))),
            "fibre-lines BEN 12/12 UNKNOWN 12 assumes state"),
        file(
            "reseau.kmz",
            "BEN",
            zip(
                "doc.kml",
                kml(
                    "Fibre optique",
                    ben.places(
                        12,
                        (each, k) ->
                            placemark(
                                "Tronçon " + each.name(),
                                "Opérateur : SBIN",
                                Ground.kmlLine(each.location(), beside(each)))))),
            "fibre-lines BEN 12/12 UNKNOWN 12 assumes state"),
        file(
            "backbone.geojson",
            "TGO",
            geojson(
                tgo.places(
                    10,
                    (each, k) ->
                        feature(
                            Ground.line(each.location(), beside(each)),
                            "cable",
                            "G.652",
                            "operateur",
                            "CEET",
                            "statut",
                            k % 2 == 0 ? "en service" : "en projet"))),
            "fibre-lines TGO 10/10 OPERATIONAL 5 PLANNED 5"),
        file(
            "fibra.csv",
            "MOZ",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Troço", "Operadora", "Fibra óptica", "Estado", "Traçado"),
                    moz.places(
                        10,
                        (each, k) ->
                            row(
                                each.name(),
                                "TMCEL",
                                "24 FO",
                                "em serviço",
                                Ground.wkt(each.location(), beside(each)))))),
            "fibre-lines MOZ 10/10 OPERATIONAL 10"),
        file(
            "planned.kml",
            "NGA",
            kml(
                "Fibre routes",
                nga.places(
                    10,
                    (each, k) ->
                        placemark(
                            "Route " + k,
                            "<table><tr><td>Cable</td><td>96 core fibre</td></tr>"
                                + "<tr><td>Status</td><td>Planned</td></tr></table>",
                            Ground.kmlLine(each.location(), beside(each))))),
            "fibre-lines NGA 10/10 PLANNED 10"),
        file(
            "fibre_dates.csv",
            "SEN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Câble", "Opérateur", "Etat", "Date de mise en service", "WKT"),
                    sen.places(
                        8,
                        (each, k) ->
                            row(
                                "Câble " + k,
                                "ADIE",
                                "opérationnel",
                                44_927 + k,
                                Ground.wkt(each.location(), beside(each)))))),
            "fibre-lines SEN 8/8 OPERATIONAL 8"),
        file(
            "routes.geojson",
            "BFA",
            geojson(
                bfa.places(
                    12,
                    (each, k) ->
                        feature(
                            Ground.line(each.location(), beside(each)),
                            "route",
                            "RN" + k,
                            "revetement",
                            "bitumée"))),
            "roads BFA 12/12"),
        file(
            "osm_roads.geojson",
            "GHA",
            geojson(
                gha.places(
                    12,
                    (each, k) ->
                        feature(
                            Ground.line(each.location(), beside(each)),
                            "osm_id",
                            1000 + k,
                            "highway",
                            "primary",
                            "surface",
                            "asphalt"))),
            "roads GHA 12/12"),
        file(
            "lignes_mt.geojson",
            "TGO",
            geojson(
                tgo.places(
                    10,
                    (each, k) ->
                        feature(
                            Ground.line(each.location(), beside(each)),
                            "ligne",
                            each.name(),
                            "tension_kv",
                            20))),
            "grid TGO 10/10"),
        file(
            "umeme.csv",
            "UGA",
            csv(
                rows(
                    row("Feeder", "Voltage", "WKT"),
                    uga.places(
                        10,
                        (each, k) ->
                            row(each.name(), "33 kV", Ground.wkt(each.location(), beside(each)))))),
            "grid UGA 10/10"));
  }

  static List<MinistryFile> areas() {
    Ground sen = new Ground("SEN");
    Ground ken = new Ground("KEN");
    Ground tgo = new Ground("TGO");
    Ground ben = new Ground("BEN");
    Ground sdn = new Ground("SDN");
    BiFunction<Integer, Integer, Double> people =
        (row, k) -> Reference.builtIn().country("LSO").population() / 400;
    return List.of(
        file(
            "couverture.geojson",
            "SEN",
            geojson(
                sen.places(
                    14,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "operateur",
                            "Sonatel",
                            "techno",
                            "4G"))),
            "coverage SEN 14/14 assumes coverage"),
        file(
            "calques.geojson",
            "SEN",
            geojson(
                sen.places(
                    14,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "Calque",
                            k % 2 == 0 ? "4G" : "3G"))),
            "coverage SEN 14/14 assumes coverage"),
        file(
            "coverage.kml",
            "KEN",
            kml(
                "Coverage",
                ken.places(
                    6,
                    (each, k) ->
                        placemark(
                            "Area " + k,
                            "Network: 3G<br>Operator: Safaricom",
                            kmlSquare(each.location())))),
            "coverage KEN 6/6 assumes coverage"),
        file(
            "geoBoundaries.geojson",
            "TGO",
            geojson(
                tgo.places(
                    8,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "shapeName",
                            each.name(),
                            "shapeISO",
                            "",
                            "shapeID",
                            "TGO-ADM2-" + k,
                            "shapeGroup",
                            "TGO",
                            "shapeType",
                            "ADM2"))),
            "boundaries TGO 8/8 known geoboundaries"),
        file(
            "adm2.geojson",
            "BEN",
            geojson(
                ben.places(
                    8,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "ADM2_FR",
                            each.name(),
                            "ADM2_PCODE",
                            "BJ0" + k,
                            "ADM1_FR",
                            each.district(),
                            "ADM1_PCODE",
                            "BJ",
                            "ADM0_PCODE",
                            "BJ"))),
            "boundaries BEN 8/8 known ocha-cod"),
        file(
            "communes.geojson",
            "BEN",
            geojson(
                ben.places(
                    8,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "commune",
                            each.name(),
                            "departement",
                            each.district()))),
            "boundaries BEN 8/8"),
        file(
            "flood.geojson",
            "SDN",
            geojson(
                sdn.places(
                    6,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.05),
                            "hazard",
                            "flood",
                            "effect",
                            "closed"))),
            "hazard SDN 6/6"),
        file(
            "extract.osm.pbf",
            "MLI",
            extract(),
            "settlements MLI 1/1 people 1% assumes sum known openstreetmap"),
        file(
            "lso_ppp.asc",
            "LSO",
            cells(3 / 3600.0, -99_999, people),
            "population-raster LSO people 100% asks degrees known worldpop"),
        file(
            "population.asc",
            "LSO",
            cells(0.1, -9999, people),
            "population-raster LSO people 100% asks degrees"),
        file(
            "mnt.asc",
            "LSO",
            cells(0.001, -9999, (row, k) -> 1_700 + 9.0 * row + 14 * Math.sin(k / 3.0)),
            "elevation LSO people 0% asks degrees"),
        file(
            "quartier.asc",
            "LSO",
            cells(0.001, -9999, (row, k) -> (row * 7 + k * 13) % 11 * 3.5),
            "population-raster LSO people 0% asks degrees assumes sum"));
  }

  private static String kmlSquare(LonLat place) {
    double w = place.lon() - 0.05;
    double e = place.lon() + 0.05;
    double s = place.lat() - 0.05;
    double n = place.lat() + 0.05;
    return ("<Polygon><outerBoundaryIs><LinearRing><coordinates>%s,%s %s,%s %s,%s %s,%s %s,%s"
            + "</coordinates></LinearRing></outerBoundaryIs></Polygon>")
        .formatted(w, s, e, s, e, n, w, n, w, s);
  }

  /** Cells over Lesotho. */
  private static byte[] cells(
      double size, int missing, BiFunction<Integer, Integer, Double> value) {
    StringBuilder cells = new StringBuilder("ncols 20\nnrows 20\n");
    cells.append("xllcorner ").append(28.2 - 10 * size).append("\nyllcorner ");
    cells.append(-29.5 - 10 * size).append("\ncellsize ").append(size);
    cells.append("\nNODATA_value ").append(missing).append('\n');
    for (int row = 0; row < 20; row++) {
      for (int k = 0; k < 20; k++) {
        cells.append(String.format(Locale.ROOT, "%.2f ", value.apply(row, k)));
      }
      cells.append('\n');
    }
    return text(cells.toString());
  }

  private static byte[] extract() {
    try {
      Path folder = Files.createTempDirectory("extract");
      Path file =
          new OsmFixture()
              .node(1, -6.2658, 13.4317, "place", "town", "name", "Ségou", "population", "133501")
              .node(2, -6, 13.2, "amenity", "school", "name", "École A")
              .write(folder.resolve("mali"));
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      Files.delete(folder);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<MinistryFile> known() {
    Ground gha = new Ground("GHA");
    Ground bfa = new Ground("BFA");
    Ground rwa = new Ground("RWA");
    return List.of(
        file(
            "rwi.csv",
            "GHA",
            csv(
                rows(
                    row("latitude", "longitude", "rwi", "error"),
                    gha.places(
                        10,
                        (each, k) ->
                            row(each.location().lat(), each.location().lon(), 0.12, 0.3)))),
            "none known meta-rwi"),
        file(
            "mlab.csv",
            "KEN",
            csv(
                rows(
                    row("date", "ClientASN", "MeanThroughputMbps", "MinRTT", "City"),
                    row("2026-01-01", 33771, 12.3, 41.0, "Nairobi"),
                    row("2026-01-02", 37061, 8.1, 55.0, "Mombasa"))),
            "none known mlab"),
        file(
            "dhs.csv",
            "BFA",
            csv(
                rows(
                    row("DHSID", "DHSCC", "DHSYEAR", "DHSCLUST", "URBAN_RURA", "LATNUM", "LONGNUM"),
                    bfa.places(
                        8,
                        (each, k) ->
                            row(
                                "BF2021" + k,
                                "BF",
                                2021,
                                k,
                                "R",
                                each.location().lat(),
                                each.location().lon())))),
            "none known dhs"),
        file(
            "giga.csv",
            "RWA",
            csv(
                rows(
                    row(
                        "giga_id_school",
                        "school_name",
                        "latitude",
                        "longitude",
                        "education_level"),
                    rwa.places(
                        8,
                        (each, k) ->
                            row(
                                "b0a1-" + k,
                                "GS " + each.name(),
                                each.location().lat(),
                                each.location().lon(),
                                "Primary")))),
            "facilities RWA 8/8 assumes facility known giga"),
        file(
            "who.csv",
            "GHA",
            csv(
                rows(
                    row(
                        "Country",
                        "Admin1",
                        "Facility name",
                        "Facility type",
                        "Ownership",
                        "Lat",
                        "Long",
                        "LL source"),
                    gha.places(
                        8,
                        (each, k) ->
                            row(
                                "Ghana",
                                each.district(),
                                each.name() + " Clinic",
                                "Clinic",
                                "MoH",
                                each.location().lat(),
                                each.location().lon(),
                                "GPS")))),
            "facilities GHA 8/8 known who-facilities"),
        file(
            "ookla.csv",
            "GHA",
            csv(
                rows(
                    row(
                        "quadkey",
                        "tile",
                        "avg_d_kbps",
                        "avg_u_kbps",
                        "avg_lat_ms",
                        "tests",
                        "devices"),
                    row(
                        "0320000000000000",
                        "POLYGON ((-0.2 5.5, -0.19 5.5, -0.19 5.51, -0.2 5.51, -0.2 5.5))",
                        29_684,
                        3_512,
                        36,
                        11,
                        1))),
            "coverage GHA? 1/1 asks tests known ookla"),
        file(
            "rapport.pdf",
            "BEN",
            text("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"),
            "refused file.foreign.pdf"));
  }
}
