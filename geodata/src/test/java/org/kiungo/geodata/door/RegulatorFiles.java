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

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tables that regulators and institutes of statistics publish by district, and whole archives. */
final class RegulatorFiles {

  private RegulatorFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  private static List<Object[]> named(Ground ground) {
    return ground.districts(1, (each, people) -> row(each.name(), people));
  }

  /** Names and a share of each, as the writer has it: every other one with its sign. */
  private static List<Object[]> shares(Ground ground, boolean mixed) {
    List<Object[]> rows = named(ground);
    for (int k = 0; k < rows.size(); k++) {
      int percent = 31 + 5 * k;
      rows.get(k)[1] = mixed && k % 2 == 0 ? "0," + percent : percent + " %";
    }
    return rows;
  }

  static List<MinistryFile> rates() {
    Ground sen = new Ground("SEN");
    Ground moz = new Ground("MOZ");
    Ground gha = new Ground("GHA");
    return List.of(
        file(
            "taux_4g_region.csv",
            "SEN",
            latin(
                rows(
                    row("Taux de couverture 4G par région, 2025", ""),
                    row("Région", "Population couverte (%)"),
                    shares(sen, true))),
            "none known coverage-by-district"),
        file(
            "4g_rate.csv",
            "GHA",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("4G coverage rate by district", ""),
                    row("District", "Population covered %"),
                    shares(gha, false))),
            "none known coverage-by-district"),
        file(
            "cobertura.xlsx",
            "MOZ",
            xlsx(
                "ARECOM",
                rows(
                    row("Taxa de cobertura 4G por província", null),
                    row("Província", "Cobertura 4G"),
                    moz.districts(1, (each, people) -> row(each.name(), people % 97 / 97.0)))),
            "none known coverage-by-district"),
        file(
            "couverture_population.csv",
            "SEN",
            latin(
                rows(
                    row("Région", "Population", "Taux de couverture 4G (%)"),
                    sen.districts(1, (each, people) -> row(each.name(), people, people % 90 + 5)))),
            "census SEN 14/14 people 100%"));
  }

  static List<MinistryFile> counts() {
    Ground sen = new Ground("SEN");
    Ground moz = new Ground("MOZ");
    Ground dza = new Ground("DZA");
    Ground mli = new Ground("MLI");
    Ground tcd = new Ground("TCD");
    Ground ago = new Ground("AGO");
    List<Object[]> codes = sen.districts(1, (each, people) -> row("SN99" + people % 100, people));
    List<Object[]> both =
        sen.districts(1, (each, people) -> row("SN99" + people % 100, each.name(), people));
    List<Object[]> negative = named(mli);
    negative.get(1)[1] = -250;
    return List.of(
        file(
            "pcodes.csv",
            "SEN",
            csv(rows(row("ADM1_PCODE", "Population"), codes)),
            "census SEN 0/14 people 0% asks unmatched"),
        file(
            "pcodes3.csv",
            "SEN",
            csv(rows(row("ADM3_PCODE", "Population"), codes)),
            "census SEN 0/14 people 0% asks unmatched"),
        file(
            "pcodes_noms.csv",
            "SEN",
            csv(rows(row("ADM1_PCODE", "Région", "Population"), both)),
            "census SEN 14/14 people 100%"),
        file(
            "negatif.csv",
            "MLI",
            latin(rows(row("Région", "Population 2022"), negative)),
            "census MLI 8/9 people 96% asks vintage"),
        file(
            "ins.csv",
            "TCD",
            latin(
                rows(row("Province", "Population 2019"), named(tcd), row("Source : INS 2019", ""))),
            "census TCD 23/23 people 100%"),
        file(
            "ins_note.csv",
            "TCD",
            latin(
                rows(
                    row("Province", "Population 2019"),
                    named(tcd),
                    row("", ""),
                    row("Note : chiffres provisoires. Source: INSEED, RGPH-3", ""))),
            "census TCD 23/23 people 100%"),
        file(
            "provincia.csv",
            "AGO",
            latin(rows(row("Província", "População"), named(ago))),
            "census AGO 18/18 people 100%"),
        file(
            "distrito.csv",
            "MOZ",
            latin(
                rows(
                    row("Província", "Distrito", "População 2023"),
                    moz.districts(
                        1, (each, people) -> row(each.name(), "D1 " + each.code(), people / 2)),
                    moz.districts(
                        1,
                        (each, people) ->
                            row(each.name(), "D2 " + each.code(), people - people / 2)))),
            "census MOZ 22/22 people 100%"),
        file(
            "municipio.csv",
            "AGO",
            latin(
                rows(
                    row("Província", "Municipio", "Habitantes"),
                    ago.districts(
                        1, (each, people) -> row(each.name(), "M1 " + each.code(), people / 2)),
                    ago.districts(
                        1,
                        (each, people) ->
                            row(each.name(), "M2 " + each.code(), people - people / 2)))),
            "census AGO 36/36 people 100%"),
        file(
            "departement.csv",
            "SEN",
            latin(
                rows(
                    row("Région", "Département", "Population"),
                    sen.districts(
                        1, (each, people) -> row(each.name(), "D1 " + each.code(), people / 2)),
                    sen.districts(
                        1,
                        (each, people) ->
                            row(each.name(), "D2 " + each.code(), people - people / 2)))),
            "census SEN 28/28 people 100%"),
        file(
            "wilaya.csv",
            "DZA",
            csv(rows(row("Wilaya", "Population 2024"), named(dza))),
            "census DZA 48/48 people 100%"),
        file(
            "wilaya_ar.csv",
            "DZA",
            csv(
                rows(
                    row("ولاية", "عدد السكان"),
                    dza.districts(
                        1,
                        (each, people) ->
                            row(each.names().getOrDefault("ar", each.name()), people)))),
            "census DZA 48/48 people 100%"));
  }

  static List<MinistryFile> archives() {
    return List.of(
        file(
            "geoBoundaries-GNB-all.zip",
            "GNB",
            zip(everything(new Ground("GNB"))),
            "boundaries GNB 9/9 known geoboundaries"));
  }

  /** Every level, whole and simplified, with what is written beside them. */
  static Map<String, byte[]> everything(Ground gnb) {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("CITATION-AND-USE-geoBoundaries.txt", text("geoBoundaries, CC BY 4.0"));
    for (int level = 0; level < 3; level++) {
      String kind = "ADM" + level;
      int units = new int[] {1, 5, 9}[level];
      List<String> drawn =
          gnb.places(
              units,
              (each, k) ->
                  feature(
                      Ground.square(each.location(), 0.02),
                      "shapeName",
                      each.name(),
                      "shapeISO",
                      "",
                      "shapeID",
                      kind + k,
                      "shapeGroup",
                      "GNB",
                      "shapeType",
                      kind));
      String stem = "geoBoundaries-GNB-" + kind;
      entries.put(stem + "-metaData.json", text("{\"boundaryID\":\"GNB-" + kind + "\"}"));
      entries.put(stem + "-metaData.txt", text("Boundary ID: GNB-" + kind));
      entries.put(stem + ".geojson", geojson(drawn));
      entries.put(stem + "_simplified.geojson", geojson(drawn));
      entries.put(stem + ".topojson", text("{\"type\":\"Topology\"}"));
    }
    return entries;
  }
}
