package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.feature;
import static org.kiungo.geodata.door.MinistryFile.geojson;
import static org.kiungo.geodata.door.MinistryFile.kml;
import static org.kiungo.geodata.door.MinistryFile.placemark;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.text;
import static org.kiungo.geodata.door.MinistryFile.xlsx;
import static org.kiungo.geodata.door.MinistryFile.zip;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.model.value.LonLat;

/**
 * Files that came in after the others were read: numerals, codes, seconds, words in descriptions.
 */
final class SentLaterFiles {

  private SentLaterFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  /** "٣١٬٣٥٦". */
  private static String arabic(long people) {
    StringBuilder digits = new StringBuilder();
    for (char each : Ground.grouped(people, "٬").toCharArray()) {
      digits.append(each >= '0' && each <= '9' ? (char) ('٠' + each - '0') : each);
    }
    return digits.toString();
  }

  private static LonLat beside(LonLat at) {
    return new LonLat(at.lon() + 0.05, at.lat() + 0.03);
  }

  static List<MinistryFile> all() {
    Ground tun = new Ground("TUN");
    Ground moz = new Ground("MOZ");
    Ground ago = new Ground("AGO");
    Ground gha = new Ground("GHA");
    Ground sen = new Ground("SEN");
    Ground gnb = new Ground("GNB");
    return List.of(
        file(
            "التعداد العام.xlsx",
            "TUN",
            xlsx(
                "الجدول 1",
                rows(
                    row("الجدول 1: السكان حسب الولاية والجنس، ٢٠٢٤", null, null, null),
                    row("الولاية", "عدد السكان", null, null),
                    row(null, "ذكور", "إناث", "المجموع"),
                    tun.districts(
                        1,
                        (each, people) ->
                            row(
                                each.names().getOrDefault("ar", each.name()),
                                arabic(people / 2),
                                arabic(people - people / 2),
                                arabic(people))),
                    row(
                        "المجموع",
                        arabic(tun.nation(1) / 2),
                        arabic(tun.nation(1) - tun.nation(1) / 2),
                        arabic(tun.nation(1))))),
            "census TUN 24/25 people 100%"),
        file(
            "escolas_provincia.csv",
            "MOZ",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("N.º", "Nome da escola", "Latitude", "Longitude", "N.º de alunos"),
                    moz.places(
                        12,
                        (each, k) ->
                            row(
                                k + 1,
                                "EPC " + each.name(),
                                Ground.dms(each.location().lat(), "N", "S").replace('.', ','),
                                Ground.dms(each.location().lon(), "E", "O").replace('.', ','),
                                Ground.grouped(310 + 70 * k, "."))))),
            "facilities MOZ 12/12 asks facility"),
        file(
            "rede_operadora.kmz",
            "AGO",
            zip(
                "doc.kml",
                kml(
                    "Rede de fibra",
                    ago.places(
                        12,
                        (each, k) ->
                            placemark(
                                "Troço " + each.name(),
                                "Operador: Angola Cables<br>Estado: "
                                    + (k % 3 == 0 ? "planeado 2027" : "existente"),
                                Ground.kmlLine(each.location(), beside(each.location())))))),
            "fibre-lines AGO 12/12 OPERATIONAL 8 PLANNED 4"),
        file(
            "pop_admin1.csv",
            "GHA",
            csv(
                rows(
                    row("ISO3", "ADM1_PCODE", "F_TL", "M_TL", "T_TL"),
                    gha.districts(
                        1,
                        (each, people) ->
                            row("GHA", each.code(), people / 2, people - people / 2, people)))),
            "census GHA 10/10 people 100%"),
        file(
            "codes_seuls.csv", "GHA", csv(codes(gha)), "census GHA 6/10 people 82% asks unmatched"),
        file(
            "taux_couverture.xlsx",
            "SEN",
            xlsx(
                "ARTP",
                rows(
                    row("Localité", "Longitude", "Latitude", "Population", "Couverture 4G"),
                    sen.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                each.location().lon(),
                                each.location().lat(),
                                Math.round(each.population()),
                                5 * k + " %")))),
            "settlements SEN 20/20 people 100%"),
        file(
            "geoBoundaries-GNB-ADM1-all.zip",
            "GNB",
            zip(downloaded(gnb)),
            "boundaries GNB 5/5 known geoboundaries"));
  }

  /** The first four codes are mistyped. */
  private static Object[][] codes(Ground gha) {
    List<Object[]> rows = gha.districts(1, (each, people) -> row(each.code(), people));
    for (int k = 0; k < 4; k++) {
      rows.get(k)[0] = "GH-?" + k;
    }
    return rows(row("ADM1_PCODE", "T_TL"), rows);
  }

  /** As https://www.geoboundaries.org gives it, without its shapefiles. */
  private static Map<String, byte[]> downloaded(Ground gnb) {
    List<String> units =
        gnb.places(
            5,
            (each, k) ->
                feature(
                    Ground.square(each.location(), 0.02),
                    "shapeName",
                    each.name(),
                    "shapeISO",
                    "",
                    "shapeID",
                    "73B" + k,
                    "shapeGroup",
                    "GNB",
                    "shapeType",
                    "ADM1"));
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("CITATION-AND-USE-geoBoundaries.txt", text("geoBoundaries, CC BY 4.0"));
    entries.put("geoBoundaries-GNB-ADM1-PREVIEW.png", new byte[] {(byte) 0x89, 'P', 'N', 'G'});
    entries.put(
        "geoBoundaries-GNB-ADM1-metaData.json",
        text("{\"boundaryID\":\"GNB-ADM1-1\",\"boundaryISO\":\"GNB\",\"boundaryType\":\"ADM1\"}"));
    entries.put("geoBoundaries-GNB-ADM1-metaData.txt", text("Boundary ID: GNB-ADM1-1"));
    entries.put("geoBoundaries-GNB-ADM1.geojson", geojson(units));
    entries.put("geoBoundaries-GNB-ADM1.topojson", text("{\"type\":\"Topology\"}"));
    return entries;
  }
}
