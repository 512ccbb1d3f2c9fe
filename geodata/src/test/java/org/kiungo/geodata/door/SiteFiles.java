package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.feature;
import static org.kiungo.geodata.door.MinistryFile.geojson;
import static org.kiungo.geodata.door.MinistryFile.gzip;
import static org.kiungo.geodata.door.MinistryFile.kml;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.placemark;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Schools, clinics, towers and nodes. */
final class SiteFiles {

  private SiteFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  static List<MinistryFile> facilities() {
    Ground ner = new Ground("NER");
    Ground ken = new Ground("KEN");
    Ground moz = new Ground("MOZ");
    Ground sdn = new Ground("SDN");
    Ground bfa = new Ground("BFA");
    Ground nga = new Ground("NGA");
    Ground mdg = new Ground("MDG");
    Ground civ = new Ground("CIV");
    Ground tza = new Ground("TZA");
    Ground uga = new Ground("UGA");
    Ground ben = new Ground("BEN");
    Ground tgo = new Ground("TGO");
    return List.of(
        file(
            "carte_scolaire.xlsx",
            "NER",
            xlsx(
                "Base",
                rows(
                    row("Nom", "Niveau", "Effectif", "Longitude", "Latitude"),
                    ner.places(
                        30,
                        (each, k) ->
                            row(
                                "École primaire de " + each.name(),
                                k % 2 == 0 ? "Primaire" : "Secondaire",
                                120 + k,
                                each.location().lon(),
                                each.location().lat())))),
            "facilities NER 30/30"),
        file(
            "facilities.csv",
            "KEN",
            csv(
                rows(
                    row("Facility Name", "Type", "Owner", "County", "Latitude", "Longitude"),
                    ken.places(
                        30,
                        (each, k) ->
                            row(
                                each.name() + " Dispensary",
                                "Dispensary",
                                "Ministry of Health",
                                each.district(),
                                each.location().lat(),
                                each.location().lon())))),
            "facilities KEN 30/30"),
        file(
            "escolas.csv",
            "MOZ",
            latin(
                rows(
                    row("Nome da escola", "Distrito", "Alunos", "Latitude", "Longitude"),
                    moz.places(
                        30,
                        (each, k) ->
                            row(
                                "EPC " + each.name(),
                                each.district(),
                                200 + k,
                                Ground.comma(each.location().lat()),
                                Ground.comma(each.location().lon()))))),
            "facilities MOZ 28/28 asks facility"),
        file(
            "مدارس.xlsx",
            "SDN",
            xlsx(
                "مدارس",
                rows(
                    row("اسم المدرسة", "عدد الطلاب", "خط الطول", "خط العرض"),
                    sdn.places(
                        20,
                        (each, k) ->
                            row(
                                "مدرسة " + each.name(),
                                300 + k,
                                each.location().lon(),
                                each.location().lat())))),
            "facilities SDN 20/20 asks facility"),
        file(
            "csps.csv",
            "BFA",
            latin(
                rows(
                    row("Ministère de la Santé : liste des formations sanitaires"),
                    row(),
                    row("Nom de la FS", "Statut", "District", "X", "Y"),
                    bfa.places(
                        25,
                        (each, k) ->
                            row(
                                "CSPS de " + each.name(),
                                "Public",
                                each.district(),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()))))),
            "facilities BFA 25/25"),
        file(
            "schools_utm.csv",
            "NGA",
            csv(
                rows(
                    row("School", "Pupils", "Easting", "Northing"),
                    nga.places(
                        10, (each, k) -> row("School " + k, 100, 331_000 + k, 1_004_000 + k)))),
            "refused file.metresNotDegrees"),
        file(
            "csb.csv",
            "MDG",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("CSB", "Type", "Latitude", "Longitude"),
                    mdg.places(
                        15,
                        (each, k) ->
                            row(
                                "CSB2 " + each.name(),
                                "CSB2",
                                Ground.dms(each.location().lat(), "N", "S"),
                                Ground.dms(each.location().lon(), "E", "W"))))),
            "facilities MDG 15/15 asks facility"),
        file(
            "ecoles.kml",
            "CIV",
            kml(
                "Écoles",
                civ.places(
                    15,
                    (each, k) ->
                        placemark(
                            "EPP " + each.name(),
                            "<table><tr><td>Niveau</td><td>Primaire</td></tr><tr><td>Élèves</td><td>"
                                + (100 + k)
                                + "</td></tr></table>",
                            Ground.kmlPoint(each.location())))),
            "facilities CIV 15/15"),
        file(
            "shule.csv",
            "TZA",
            csv(
                rows(
                    row("Jina la shule", "Mkoa", "Wanafunzi", "Latitude", "Longitude"),
                    tza.places(
                        20,
                        (each, k) ->
                            row(
                                "Shule ya Msingi " + each.name(),
                                each.district(),
                                400 + k,
                                each.location().lat(),
                                each.location().lon())))),
            "facilities TZA 20/20 asks facility"),
        file(
            "health.geojson",
            "UGA",
            geojson(
                uga.places(
                    20,
                    (each, k) ->
                        feature(
                            Ground.point(each.location()),
                            "name",
                            each.name() + " Health Centre III",
                            "level",
                            "HC III",
                            "ownership",
                            "GOV"))),
            "facilities UGA 20/20"),
        file(
            "liste_sans_gps.xlsx",
            "BEN",
            xlsx(
                "Liste",
                rows(
                    row("Nom de l'école", "Commune", "Effectif"),
                    ben.places(
                        20, (each, k) -> row("EPP " + each.name(), each.district(), 90 + k)))),
            "facilities BEN? refused file.placeMissing"),
        file(
            "lycees.csv",
            "BEN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Établissement", "Élèves", "Latitude", "Longitude"),
                    ben.places(
                        12,
                        (each, k) ->
                            row(
                                "CEG " + each.name(),
                                500,
                                k < 3 ? "9°75'10\"N" : Ground.dms(each.location().lat(), "N", "S"),
                                Ground.dms(each.location().lon(), "E", "W"))))),
            "facilities BEN 9/12 asks facility"),
        file(
            "usp.csv",
            "TGO",
            csv(
                rows(
                    row("Formation sanitaire", "Catégorie", "Longitude", "Latitude"),
                    tgo.places(
                        15,
                        (each, k) ->
                            row(
                                "USP " + each.name(),
                                "USP",
                                k < 10 ? 1.2123 : each.location().lon(),
                                k < 10 ? 6.1725 : each.location().lat())))),
            "facilities TGO 15/15 asks facility,constant"));
  }

  static List<MinistryFile> towers() {
    Ground ner = new Ground("NER");
    Ground gha = new Ground("GHA");
    Ground moz = new Ground("MOZ");
    Ground egy = new Ground("EGY");
    Ground cmr = new Ground("CMR");
    Ground ken = new Ground("KEN");
    Ground lso = new Ground("LSO");
    Ground zmb = new Ground("ZMB");
    List<Object[]> cells =
        ken.places(
            20,
            (each, k) ->
                row(
                    k % 2 == 0 ? "LTE" : "GSM",
                    639,
                    2,
                    100,
                    1000 + k,
                    0,
                    each.location().lon(),
                    each.location().lat(),
                    1500,
                    12,
                    1,
                    1459692342,
                    1488347104,
                    0));
    Object[] head =
        row(
            "radio",
            "mcc",
            "net",
            "area",
            "cell",
            "unit",
            "lon",
            "lat",
            "range",
            "samples",
            "changeable",
            "created",
            "updated",
            "averageSignal");
    return List.of(
        file(
            "sites_2g_3g.xlsx",
            "NER",
            xlsx(
                "Sites",
                rows(
                    row(
                        "Nom du site",
                        "Hauteur pylône (m)",
                        "Opérateur",
                        "Technologie",
                        "Longitude",
                        "Latitude"),
                    ner.places(
                        25,
                        (each, k) ->
                            row(
                                each.name(),
                                30 + k,
                                "Zamani",
                                k % 2 == 0 ? "2G/3G" : "2G/3G/4G",
                                each.location().lon(),
                                each.location().lat())))),
            "towers NER 25/25 heights 25 assumes masts"),
        file(
            "towers.kmz",
            "GHA",
            zip(
                "doc.kml",
                kml(
                    "Towers",
                    gha.places(
                        20,
                        (each, k) ->
                            placemark(
                                "ACC" + k,
                                "Tower height: 45 m<br/>Operator: MTN<br/>Technology: 4G<br/>",
                                Ground.kmlPoint(each.location()))))),
            "towers GHA 20/20 heights 20 assumes masts"),
        file(
            "torres.csv",
            "MOZ",
            latin(
                rows(
                    row("Nome do sítio", "Altura da torre", "Operadora", "Latitude", "Longitude"),
                    moz.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                "40 m",
                                "Movitel",
                                Ground.comma(each.location().lat()),
                                Ground.comma(each.location().lon()))))),
            "towers MOZ 20/20 heights 20 assumes masts"),
        file(
            "أبراج.csv",
            "EGY",
            csv(
                rows(
                    row("اسم الموقع", "ارتفاع البرج", "المشغل", "خط العرض", "خط الطول"),
                    egy.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                35,
                                "فودافون",
                                each.location().lat(),
                                each.location().lon())))),
            "towers EGY 20/20 heights 20 assumes masts"),
        file(
            "pylones_dms.csv",
            "CMR",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Site", "Type de pylône", "Hauteur", "Latitude", "Longitude"),
                    cmr.places(
                        20,
                        (each, k) ->
                            row(
                                "YDE" + k,
                                "Autostable",
                                45,
                                Ground.dms(each.location().lat(), "N", "S"),
                                Ground.dms(each.location().lon(), "E", "W"))))),
            "towers CMR 20/20 heights 20 assumes masts"),
        file(
            "population_couverte.csv",
            "NER",
            csv(
                rows(
                    row("Site", "Localité", "Population couverte", "Longitude", "Latitude"),
                    ner.places(
                        15,
                        (each, k) ->
                            row(
                                "NIA" + k,
                                each.name(),
                                each.population(),
                                each.location().lon(),
                                each.location().lat())))),
            "towers NER 15/15 heights 0 assumes masts"),
        file("cells.csv", "KEN", csv(rows(head, cells)), "towers KEN 20/20 heights 0"),
        file("639.csv", "KEN", csv(rows(cells)), "towers KEN 20/20 heights 0"),
        file("639.csv.gz", "KEN", gzip(csv(rows(head, cells))), "towers KEN 20/20 heights 0"),
        file(
            "site_status.csv",
            "LSO",
            csv(
                rows(
                    row("Site Name", "Tower Height (ft)", "Status", "Lat", "Long"),
                    lso.places(
                        12,
                        (each, k) ->
                            row(
                                each.name(),
                                150,
                                k % 4 == 0 ? "Planned" : "On air",
                                each.location().lat(),
                                each.location().lon())))),
            "towers LSO 12/12 heights 12"),
        file(
            "pops.csv",
            "ZMB",
            csv(
                rows(
                    row("Node name", "Node type", "Capacity (Mbps)", "Lat", "Lon"),
                    zmb.places(
                        10,
                        (each, k) ->
                            row(
                                each.name() + " POP",
                                "Backbone node",
                                10_000,
                                each.location().lat(),
                                each.location().lon())))),
            "nodes ZMB 10/10"),
        file(
            "ixps.csv",
            "KEN",
            csv(
                rows(
                    row("IXP", "City", "Peers", "Lat", "Lon"),
                    ken.places(
                        3,
                        (each, k) ->
                            row(
                                "KIXP " + each.name() + " Internet Exchange",
                                each.name(),
                                20,
                                each.location().lat(),
                                each.location().lon())))),
            "exchange-points KEN 3/3"),
        file(
            "landing.csv",
            "MOZ",
            csv(
                rows(
                    row("Landing station", "Submarine cable", "Latitude", "Longitude"),
                    row("Maputo", "SEACOM", -25.97, 32.58),
                    row("Maputo 2", "2Africa", -25.95, 32.60))),
            "landing-points MOZ 2/2"));
  }
}
