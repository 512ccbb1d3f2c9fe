package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.kml;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.ods;
import static org.kiungo.geodata.door.MinistryFile.placemark;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.text;
import static org.kiungo.geodata.door.MinistryFile.xls;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Files of which the form is the trouble: heads, numbers, coordinates and sheets. */
final class OfficeFiles {

  private OfficeFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  private static String arabic(String number) {
    StringBuilder text = new StringBuilder();
    for (char c : number.toCharArray()) {
      text.append(c >= '0' && c <= '9' ? (char) ('٠' + c - '0') : c == '.' ? '٫' : c);
    }
    return text.toString();
  }

  private static double[] metres(String code, LonLat place) {
    CoordinateSystem system = CoordinateSystem.findByCode(code).orElseThrow();
    Coordinate at = new Coordinate(place.lon(), place.lat());
    Coordinate metres = system.fromWgs84(new GeometryFactory().createPoint(at)).getCoordinate();
    return new double[] {metres.x, metres.y};
  }

  private static String typographic(double degrees, String positive, String negative) {
    return Ground.dms(degrees, positive, negative)
        .replace("°", "° ")
        .replace("'", "′ ")
        .replace("\"", "″ ")
        .replace('.', ',');
  }

  static List<MinistryFile> numbers() {
    Ground civ = new Ground("CIV");
    Ground sdn = new Ground("SDN");
    Ground tun = new Ground("TUN");
    Ground gin = new Ground("GIN");
    Ground tcd = new Ground("TCD");
    Ground gab = new Ground("GAB");
    Ground cpv = new Ground("CPV");
    Ground cod = new Ground("COD");
    return List.of(
        file(
            "rgph_trois_niveaux.xlsx",
            "CIV",
            xlsx(
                "Tab3",
                rows(
                    row("Tableau 3 : Population par district, milieu et sexe"),
                    row("District", "Population", null, null, null, null),
                    row(null, "Urbain", null, "Rural", null, "Ensemble"),
                    row(null, "Hommes", "Femmes", "Hommes", "Femmes", null),
                    civ.districts(
                        0.95,
                        (each, people) ->
                            row(
                                each.name(),
                                people / 4,
                                people / 4,
                                people / 4,
                                people - 3 * (people / 4),
                                people)),
                    row("CÔTE D’IVOIRE", null, null, null, null, civ.nation(0.95)))),
            "census CIV 19/20 people 95%"),
        file(
            "القرى.csv",
            "SDN",
            csv(
                rows(
                    row("اسم القرية", "خط الطول", "خط العرض", "عدد السكان"),
                    sdn.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                arabic(each.location().lon() + ""),
                                arabic(each.location().lat() + ""),
                                arabic(Math.round(each.population()) + ""))))),
            "settlements SDN 20/20 people 100%"),
        file(
            "localites_apostrophes.csv",
            "TUN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Localité", "Longitude", "Latitude", "Population 2024"),
                    tun.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()),
                                Ground.grouped(each.population(), k % 2 == 0 ? "’" : "\u202f"))))),
            "settlements TUN 20/20 people 100%"),
        file(
            "habitants_texte.xls",
            "GIN",
            xls(
                "Feuil1",
                rows(
                    row("Localité", "Long", "Lat", "Population"),
                    gin.places(
                        15,
                        (each, k) ->
                            row(
                                each.name(),
                                each.location().lon(),
                                each.location().lat(),
                                Ground.grouped(each.population(), "\u00a0") + " hab.")))),
            "settlements GIN 15/15 people 100%"),
        file(
            "couverture_pourcent.csv",
            "TCD",
            latin(
                rows(
                    row("Localité", "Longitude", "Latitude", "Population", "Couverture 4G"),
                    tcd.places(
                        15,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()),
                                Math.round(each.population()),
                                (k * 6) + ",5 %")))),
            "settlements TCD 15/15 people 100%"),
        file(
            "pylones_dates.xlsx",
            "GAB",
            xlsx(
                "Sites",
                rows(
                    row(
                        "Code site",
                        "Nom du site",
                        "Long",
                        "Lat",
                        "Hauteur (m)",
                        "Date de mise en service",
                        "Technologie"),
                    gab.places(
                        15,
                        (each, k) ->
                            row(
                                "GA" + k,
                                each.name(),
                                each.location().lon(),
                                each.location().lat(),
                                30 + k,
                                43_831 + 31 * k,
                                "2G/3G/4G")))),
            "towers GAB 15/15 heights 15 assumes masts"),
        file(
            "unicode.txt",
            "CPV",
            csv(
                "\t",
                StandardCharsets.UTF_16,
                rows(
                    row("Localidade", "Longitude", "Latitude", "População"),
                    cpv.places(
                        12,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()),
                                Math.round(each.population()))))),
            "settlements CPV 12/12 people 100%"),
        file("pages.xlsx", "COD", xlsx("Liste", pages(cod)), "settlements COD 24/27 people 100%"));
  }

  /** A head on every page, blank rows, a sum at the foot. */
  private static Object[][] pages(Ground ground) {
    List<Object[]> all = new ArrayList<>();
    all.add(row("Ministère de l’Intérieur : liste des localités"));
    all.add(row());
    double[] sum = {0};
    List<Object[]> rows =
        ground.places(
            24,
            (each, k) -> {
              sum[0] += each.population();
              return row(
                  k + 1,
                  each.name(),
                  each.location().lon(),
                  each.location().lat(),
                  each.population());
            });
    for (int k = 0; k < rows.size(); k++) {
      if (k % 8 == 0) {
        all.add(row("N°", "Localité", "Longitude", "Latitude", "Population"));
      }
      all.add(rows.get(k));
      if (k % 8 == 7) {
        all.add(row());
      }
    }
    all.add(row(null, "TOTAL", null, null, sum[0]));
    return all.toArray(Object[][]::new);
  }

  /** Parts apart by blanks or colons, with the hemisphere behind or before. */
  private static String spaced(double degrees, String positive, String negative, int k) {
    double size = Math.abs(degrees);
    int whole = (int) size;
    int minutes = (int) ((size - whole) * 60);
    int seconds = (int) (((size - whole) * 60 - minutes) * 60);
    String mark = k % 3 == 0 ? ":" : " ";
    String parts = whole + mark + minutes + mark + seconds;
    String side = degrees < 0 ? negative : positive;
    return k % 2 == 0 ? parts + " " + side : side + " " + parts;
  }

  static List<MinistryFile> coordinates() {
    Ground ben = new Ground("BEN");
    Ground civ = new Ground("CIV");
    Ground ken = new Ground("KEN");
    Ground lso = new Ground("LSO");
    Ground zmb = new Ground("ZMB");
    Ground mar = new Ground("MAR");
    Ground gha = new Ground("GHA");
    Ground bwa = new Ground("BWA");
    Ground nam = new Ground("NAM");
    Ground ben2 = new Ground("TGO");
    Ground mli = new Ground("MLI");
    Ground uga = new Ground("UGA");
    return List.of(
        file(
            "minutes.csv",
            "BEN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("École", "Latitude", "Longitude", "Effectif"),
                    ben.places(
                        15,
                        (each, k) ->
                            row(
                                "EPP " + each.name(),
                                typographic(each.location().lat(), "N", "S"),
                                typographic(each.location().lon(), "E", "O"),
                                200 + k)))),
            "facilities BEN 15/15 asks facility"),
        file(
            "ouest.csv",
            "CIV",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Site", "Latitude", "Longitude", "Hauteur pylône (m)"),
                    civ.places(
                        12,
                        (each, k) ->
                            row(
                                "BTS " + each.name(),
                                spaced(each.location().lat(), "N", "S", k),
                                spaced(each.location().lon(), "Est", "Ouest", k),
                                45)))),
            "towers CIV 12/12 heights 12 assumes masts"),
        file(
            "sans_hemisphere.csv",
            "BEN",
            csv(
                rows(
                    row("Localité", "Lat/Long", "Population"),
                    ben.places(
                        15,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.dms(each.location().lat(), "", "")
                                    + " / "
                                    + (k % 2 == 0
                                        ? each.location().lon() + "°"
                                        : Ground.dms(each.location().lon(), "", "")),
                                Math.round(each.population()))))),
            "settlements BEN 15/15 people 100%"),
        file(
            "odk.csv",
            "KEN",
            csv(
                rows(
                    row("Health facility", "Type", "gps"),
                    ken.places(
                        12,
                        (each, k) ->
                            row(
                                each.name() + " Dispensary",
                                "Dispensary",
                                each.location().lat()
                                    + " "
                                    + each.location().lon()
                                    + " 1650.2 4.9")))),
            "facilities KEN 12/12"),
        file(
            "minutes_un_champ.csv",
            "CIV",
            csv(
                "\t",
                StandardCharsets.UTF_8,
                rows(
                    row("Pylône", "Coordonnées", "Hauteur (m)"),
                    civ.places(
                        12,
                        (each, k) ->
                            row(
                                "BTS " + each.name(),
                                typographic(each.location().lat(), "N", "S")
                                    + (k % 2 == 0 ? ", " : " ")
                                    + typographic(each.location().lon(), "E", "O"),
                                45)))),
            "towers CIV 12/12 heights 12 assumes masts"),
        file(
            "un_champ.csv",
            "TGO",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Centre de santé", "Coordonnées GPS"),
                    ben2.places(
                        12,
                        (each, k) ->
                            row(
                                "CMS " + each.name(),
                                each.location().lat() + ", " + each.location().lon())))),
            "facilities TGO 12/12 asks facility"),
        file(
            "lettres.csv",
            "LSO",
            csv(
                rows(
                    row("Site", "Lat", "Long", "Height (m)"),
                    lso.places(
                        12,
                        (each, k) ->
                            row(
                                "BTS " + each.name(),
                                -each.location().lat() + " S",
                                each.location().lon() + " E",
                                40)))),
            "towers LSO 12/12 heights 12 assumes masts"),
        file(
            "utm35.xlsx",
            "LSO",
            xlsx(
                "Masts",
                rows(
                    row("Site name", "X", "Y", "Height (m)"),
                    lso.places(
                        12,
                        (each, k) ->
                            row(
                                "Mast " + each.name(),
                                Math.rint(metres("EPSG:32735", each.location())[0]),
                                Math.rint(metres("EPSG:32735", each.location())[1]),
                                40)))),
            "refused file.metresNotDegrees"),
        file(
            "arc1950.csv",
            "ZMB",
            csv(
                rows(
                    row("Village", "Easting", "Northing", "Population"),
                    zmb.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                Math.rint(metres("EPSG:20935", each.location())[0]),
                                Math.rint(metres("EPSG:20935", each.location())[1]),
                                Math.round(each.population()))))),
            "refused file.metresNotDegrees"),
        file(
            "merchich.csv",
            "MAR",
            latin(
                rows(
                    row("Douar", "X", "Y", "Population"),
                    mar.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(metres("EPSG:26191", each.location())[0]),
                                Ground.comma(metres("EPSG:26191", each.location())[1]),
                                Math.round(each.population()))))),
            "refused file.metresNotDegrees"),
        file(
            "sign_lost.csv",
            "GHA",
            csv(
                rows(
                    row("Community", "Longitude", "Latitude", "Population"),
                    gha.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                Math.abs(each.location().lon()),
                                each.location().lat(),
                                Math.round(each.population()))))),
            "settlements GHA? 6/20 people 28% asks sign assumes sum,far"),
        file(
            "decimals_lost.csv",
            "BWA",
            csv(
                rows(
                    row("Village", "Longitude", "Latitude", "Population"),
                    bwa.places(
                        15,
                        (each, k) ->
                            row(
                                each.name(),
                                Math.round(each.location().lon() * 1e4),
                                Math.round(each.location().lat() * 1e4),
                                Math.round(each.population()))))),
            "refused file.metresNotDegrees"),
        file(
            "heads_exchanged.csv",
            "NAM",
            csv(
                rows(
                    row("Health facility", "Latitude", "Longitude"),
                    nam.places(
                        15,
                        (each, k) ->
                            row(
                                each.name() + " Clinic",
                                each.location().lon(),
                                each.location().lat())))),
            "facilities NAM? 0/15 asks exchanged"),
        file(
            "ids.csv",
            "MLI",
            latin(
                rows(
                    row("Code", "Localité", "Longitude", "Latitude", "Population"),
                    mli.places(
                        15,
                        (each, k) ->
                            row(
                                "ML" + k / 3,
                                each.name(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()),
                                Math.round(each.population()))))),
            "settlements MLI 5/15 people 41% asks id assumes sum"),
        file(
            "zones.csv",
            "UGA",
            csv(
                rows(
                    row("School", "Zone", "Easting", "Northing"),
                    uga.places(
                        15,
                        (each, k) -> {
                          String zone = each.location().lon() < 30 ? "35N" : "36N";
                          String code = zone.equals("35N") ? "EPSG:32635" : "EPSG:32636";
                          double[] at = metres(code, each.location());
                          return row(
                              each.name() + " P/S", zone, Math.rint(at[0]), Math.rint(at[1]));
                        }))),
            "refused file.metresNotDegrees"));
  }

  static List<MinistryFile> sheets() {
    Ground ner = new Ground("NER");
    Ground bfa = new Ground("BFA");
    Ground mwi = new Ground("MWI");
    Ground cmr = new Ground("CMR");
    Map<String, Object[][]> two = new LinkedHashMap<>();
    two.put(
        "Écoles publiques",
        rows(
            row("Nom de l’école", "Longitude", "Latitude", "Effectif"),
            bfa.places(
                10,
                (each, k) ->
                    row(
                        "École " + each.name(),
                        each.location().lon(),
                        each.location().lat(),
                        100 + k))));
    two.put(
        "Écoles privées",
        rows(
            row("Nom de l’école", "Longitude", "Latitude", "Effectif"),
            bfa.places(
                8,
                (each, k) ->
                    row(
                        "Lycée privé " + each.name(),
                        each.location().lon(),
                        each.location().lat() + 0.01,
                        50 + k))));
    return List.of(
        file("deux_feuilles.xlsx", "BFA", xlsx(two), "facilities BFA 18/18"),
        file(
            "csps.ods",
            "NER",
            ods(
                "Feuille1",
                rows(
                    row("Direction régionale de la santé"),
                    row(),
                    row("N°", "Formation sanitaire", "Type", "Long.", "Lat."),
                    ner.places(
                        12,
                        (each, k) ->
                            row(
                                k + 1,
                                "CSI " + each.name(),
                                "CSI",
                                each.location().lon(),
                                each.location().lat())))),
            "facilities NER 12/12"),
        file(
            "schools95.xls",
            "MWI",
            xls(
                "Sheet1",
                rows(
                    row("MINISTRY OF EDUCATION"),
                    row("EMIS 2023"),
                    row(),
                    row("EMIS No", "School name", "District", "Latitude", "Longitude", "Enrolment"),
                    mwi.places(
                        15,
                        (each, k) ->
                            row(
                                5_000 + k,
                                each.name() + " Primary School",
                                each.district(),
                                each.location().lat(),
                                each.location().lon(),
                                300 + k)))),
            "facilities MWI 15/15"),
        file(
            "sites.kmz",
            "CMR",
            zip(
                "doc.kml",
                kml(
                    "Sites",
                    cmr.places(
                        15,
                        (each, k) ->
                            placemark(
                                "CM_" + k,
                                "<table border=1><tr><td>Nom du site</td><td>"
                                    + each.name()
                                    + "</td></tr><tr><td>Hauteur pylône</td><td>"
                                    + (30 + k)
                                    + " m</td></tr><tr><td>Opérateur</td><td>Camtel</td></tr></table>",
                                Ground.kmlPoint(each.location()))))),
            "towers CMR 15/15 heights 15 assumes masts"));
  }
}
