package org.kiungo.geodata.door;

import static org.kiungo.geodata.door.MinistryFile.csv;
import static org.kiungo.geodata.door.MinistryFile.feature;
import static org.kiungo.geodata.door.MinistryFile.geojson;
import static org.kiungo.geodata.door.MinistryFile.latin;
import static org.kiungo.geodata.door.MinistryFile.ods;
import static org.kiungo.geodata.door.MinistryFile.row;
import static org.kiungo.geodata.door.MinistryFile.rows;
import static org.kiungo.geodata.door.MinistryFile.xls;
import static org.kiungo.geodata.door.MinistryFile.xlsx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;

/** Censuses and lists of places. */
final class PeopleFiles {

  private PeopleFiles() {}

  private static MinistryFile file(String name, String iso3, byte[] bytes, String becomes) {
    return new MinistryFile(name, iso3, bytes, becomes);
  }

  static List<MinistryFile> censuses() {
    Ground ben = new Ground("BEN");
    Ground tgo = new Ground("TGO");
    Ground sen = new Ground("SEN");
    Ground ken = new Ground("KEN");
    Ground moz = new Ground("MOZ");
    Ground ago = new Ground("AGO");
    Ground gha = new Ground("GHA");
    Ground ner = new Ground("NER");
    Ground tza = new Ground("TZA");
    Ground lso = new Ground("LSO");
    Ground cmr = new Ground("CMR");
    Ground mrt = new Ground("MRT");
    Ground tun = new Ground("TUN");
    Map<String, Object[][]> niger = new LinkedHashMap<>();
    niger.put("Notes", rows(row("Source : INS, projections 2024"), row("Contact : ins@ins.ne")));
    niger.put(
        "Population",
        rows(
            row("Région", "Population 2024"),
            ner.districts(1, (each, people) -> row(each.name(), people))));
    return List.of(
        file(
            "rgph5.xlsx",
            "BEN",
            xlsx(
                "Tableau 1",
                rows(
                    row("République du Bénin : RGPH5, résultats définitifs"),
                    row(),
                    row("Département", "Population", null, null),
                    row(null, "Hommes", "Femmes", "Total"),
                    ben.districts(
                        0.9,
                        (each, people) ->
                            row(each.name(), people / 2, people - people / 2, people)),
                    row("BENIN", null, null, ben.nation(0.9)),
                    row("Source : INStaD"))),
            "census BEN 12/13 people 90%"),
        file(
            "communes.xlsx",
            "BEN",
            xlsx("Communes", rows(row("Département", "Commune", "Population"), parts(ben, true))),
            "census BEN 47/59 people 100%"),
        file(
            "rec_titre.csv",
            "SEN",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Population par département (RGPH-5 2023)"),
                    row(),
                    row("Région", "Département", "Population"),
                    row("Dakar", "Dakar", 1211110),
                    row("Dakar", "Pikine", 800333),
                    row("Matam", "Matam", 342300),
                    row("Matam", "Kanel", 323000),
                    row("Total", null, 2676743))),
            "census SEN? 4/5 people 14% assumes sum"),
        file(
            "sub_counties.csv",
            "KEN",
            csv(rows(row("County", "Sub-location", "Pop."), parts(ken, false))),
            "census KEN 117/117 people 100%"),
        file(
            "POP_TOGO.csv",
            "TGO",
            latin(
                rows(
                    row("REGION", "POP_F", "POP_H", "TOTAL"),
                    tgo.districts(
                        1,
                        (each, people) ->
                            row(each.name(), people / 2, people - people / 2, people)))),
            "census TGO 5/5 people 100%"),
        file(
            "ansd_projection.xlsx",
            "SEN",
            xlsx(
                "Feuil1",
                rows(
                    row("Sénégal, population par région"),
                    row("Région", "Population résidente", null, null, null, null, null),
                    row(null, "2013", null, null, "2024", null, null),
                    row(null, "Hommes", "Femmes", "Total", "Hommes", "Femmes", "Total"),
                    sen.districts(
                        1,
                        (each, people) ->
                            row(
                                each.name(),
                                people / 3,
                                people / 3,
                                2 * (people / 3),
                                people / 2,
                                people - people / 2,
                                people)))),
            "census SEN 14/14 people 100%"),
        file(
            "Distribution by County.xlsx",
            "KEN",
            xlsx(
                "Table 2.2",
                rows(
                    row("2019 Kenya Population and Housing Census"),
                    row("County", "Sex", null, null, "Total population"),
                    row(null, "Male", "Female", "Intersex", null),
                    row("Kenya", null, null, null, ken.nation(0.86)),
                    ken.districts(
                        0.86,
                        (each, people) ->
                            row(each.name(), people / 2, people - people / 2 - 9, 9, people)))),
            "census KEN 47/48 people 86%"),
        file(
            "populacao.csv",
            "MOZ",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Província", "Homens", "Mulheres", "Total"),
                    moz.districts(
                        1,
                        (each, people) ->
                            row(
                                each.name(),
                                Ground.grouped(people / 2, "."),
                                Ground.grouped(people - people / 2, "."),
                                Ground.grouped(people, "."))))),
            "census MOZ 11/11 people 100%"),
        file(
            "censo_2014.xls",
            "AGO",
            xls(
                "Quadro",
                rows(
                    row("INE Angola", null, null, null),
                    row("Província", "População residente", null, null),
                    row(null, "Homens", "Mulheres", "Ambos os sexos"),
                    ago.districts(
                        0.9,
                        (each, people) ->
                            row(each.name(), people / 2, people - people / 2, people)))),
            "census AGO 18/18 people 90%"),
        file(
            "gss_thousands.csv",
            "GHA",
            csv(
                rows(
                    row("Region", "Population ('000)"),
                    gha.districts(1, (each, people) -> row(each.name(), people / 1000.0)))),
            "census GHA 10/10 people 0% asks thousands"),
        file("niger.xlsx", "NER", xlsx(niger), "census NER 8/8 people 100%"),
        file(
            "sensa.ods",
            "TZA",
            ods(
                "Mkoa",
                rows(
                    row("Mkoa", "Idadi ya watu 2022"),
                    tza.districts(0.93, (each, people) -> row(each.name(), people)))),
            "census TZA 30/30 people 93%"),
        file(
            "bos_census.csv",
            "LSO",
            csv(
                rows(
                    row("District", "Males", "Females", "Both sexes"),
                    lso.districts(
                        10,
                        (each, people) ->
                            row(each.name(), people / 2, people - people / 2, people)))),
            "census LSO 10/10 people 1000% asks sum"),
        file(
            "bucrep.xls",
            "CMR",
            xls(
                "RGPH",
                rows(
                    row("Région", "Effectif de la population"),
                    cmr.districts(1, (each, people) -> row(each.name(), people)),
                    row("Total", cmr.nation(1)))),
            "census CMR 10/11 people 100%"),
        file(
            "mauritanie.csv",
            "MRT",
            csv(
                rows(
                    row("Wilaya", "الولاية", "Habitants"),
                    mrt.districts(
                        1,
                        (each, people) ->
                            row(each.name(), each.names().getOrDefault("ar", "ولاية"), people)))),
            "census MRT 13/13 people 100%"),
        file(
            "سكان.xlsx",
            "TUN",
            xlsx(
                "ورقة1",
                rows(
                    row("الولاية", "عدد السكان", null, null),
                    row(null, "ذكور", "إناث", "المجموع"),
                    tun.districts(
                        1,
                        (each, people) ->
                            row(
                                each.names().getOrDefault("ar", each.name()),
                                people / 2,
                                people - people / 2,
                                people)))),
            "census TUN 24/24 people 100%"));
  }

  /** Rows of smaller areas with their district; merged cells and sums of each, or neither. */
  private static List<Object[]> parts(Ground ground, boolean merged) {
    Map<String, String> names =
        Reference.builtIn().districts(ground.iso3()).stream()
            .collect(Collectors.toMap(District::code, District::name));
    Map<String, List<Object[]>> parts = new TreeMap<>();
    ground.places(
        merged ? 60 : 150,
        (each, k) -> {
          String name = names.get(each.district());
          parts
              .computeIfAbsent(name, district -> new ArrayList<>())
              .add(row(name, each.name(), Math.round(each.population())));
          return each;
        });
    List<Object[]> rows = new ArrayList<>();
    parts.forEach(
        (district, several) -> {
          for (Object[] each : several) {
            boolean first = each == several.get(0) || !merged;
            rows.add(row(first ? each[0] : null, each[1], each[2]));
          }
          if (merged) {
            long sum = several.stream().mapToLong(each -> (Long) each[2]).sum();
            rows.add(row("Total " + district, null, sum));
          }
        });
    return rows;
  }

  static List<MinistryFile> places() {
    Ground sen = new Ground("SEN");
    Ground gha = new Ground("GHA");
    Ground moz = new Ground("MOZ");
    Ground tcd = new Ground("TCD");
    Ground zmb = new Ground("ZMB");
    Ground egy = new Ground("EGY");
    Ground ago = new Ground("AGO");
    Ground dza = new Ground("DZA");
    Ground lso = new Ground("LSO");
    Ground mar = new Ground("MAR");
    Ground mwi = new Ground("MWI");
    Ground ben = new Ground("BEN");
    return List.of(
        file(
            "localites.csv",
            "SEN",
            latin(
                rows(
                    row("Nom de la localité", "Région", "Habitants", "Longitude", "Latitude"),
                    sen.places(
                        40,
                        (each, k) ->
                            row(
                                each.name(),
                                each.district(),
                                Ground.grouped(each.population(), " "),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()))))),
            "settlements SEN 40/40 people 100%"),
        file(
            "towns.csv",
            "GHA",
            csv(
                rows(
                    row("Town", "Population", "Lat", "Long"),
                    gha.places(
                        40,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.grouped(Math.min(999_000, each.population()), ","),
                                each.location().lat(),
                                each.location().lon())))),
            "settlements GHA 0/40 people 0% asks grouping"),
        file(
            "towns_slips.csv",
            "GHA",
            csv(
                rows(
                    row("Town", "Population", "Lat", "Long"),
                    gha.places(
                        40,
                        (each, k) ->
                            row(
                                each.name(),
                                slip(k, Ground.grouped(Math.min(999_000, each.population()), ",")),
                                each.location().lat(),
                                each.location().lon())))),
            "settlements GHA 0/40 people 0% asks grouping"),
        file(
            "aldeias.csv",
            "MOZ",
            csv(
                ";",
                StandardCharsets.UTF_8,
                rows(
                    row("Nome da aldeia", "Distrito", "População", "Latitude", "Longitude"),
                    moz.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                each.district(),
                                Ground.grouped(Math.min(999_000, each.population()), "."),
                                Ground.comma(each.location().lat()),
                                Ground.comma(each.location().lon()))))),
            "settlements MOZ 0/28 people 0% asks grouping"),
        file(
            "tchad.xlsx",
            "TCD",
            xlsx(
                "Villages",
                rows(
                    row("Lieu", "Population", "X", "Y", "Observations"),
                    tcd.places(
                        25,
                        (each, k) ->
                            row(
                                each.name(),
                                each.population(),
                                each.location().lon(),
                                each.location().lat(),
                                k % 3 == 0 ? "à vérifier" : null)))),
            "settlements TCD 25/25 people 100%"),
        file(
            "zambia.csv",
            "ZMB",
            csv(
                rows(
                    row("Village", "Households", "Population", "Latitude", "Longitude"),
                    zmb.places(
                        30,
                        (each, k) -> {
                          boolean swapped = k % 10 == 3;
                          return row(
                              each.name(),
                              Math.rint(each.population() / 5),
                              each.population(),
                              swapped ? each.location().lon() : each.location().lat(),
                              swapped ? each.location().lat() : each.location().lon());
                        }))),
            "settlements ZMB 27/30 people 97% assumes exchanged"),
        file(
            "exchanged.csv",
            "ZMB",
            csv(
                rows(
                    row("Village", "Population", "Longitude", "Latitude"),
                    zmb.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                each.population(),
                                each.location().lat(),
                                each.location().lon())))),
            "settlements ZMB? 0/30 people 0% asks exchanged"),
        file(
            "قرى.csv",
            "EGY",
            csv(
                rows(
                    row("اسم القرية", "المحافظة", "عدد السكان", "خط العرض", "خط الطول"),
                    egy.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                each.district(),
                                arabic(Math.round(each.population()) + ""),
                                arabic(each.location().lat() + ""),
                                arabic(each.location().lon() + ""))))),
            "settlements EGY 30/30 people 100%"),
        file(
            "script.xlsx",
            "AGO",
            MinistryFile.without(
                "xl/styles.xml",
                xlsx(
                    "Sheet1",
                    rows(
                        row("Povoação", "Habitantes", "Longitude", "Latitude"),
                        ago.places(
                            30,
                            (each, k) ->
                                row(
                                    each.name(),
                                    each.population(),
                                    each.location().lon(),
                                    each.location().lat()))))),
            "settlements AGO 30/30 people 100%"),
        file(
            "povoacoes.xlsx",
            "AGO",
            xlsx(
                "Folha1",
                rows(
                    row("Povoação", "Habitantes", "Longitude", "Latitude"),
                    ago.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                each.population(),
                                each.location().lon(),
                                each.location().lat())))),
            "settlements AGO 30/30 people 100%"),
        file(
            "agglomerations.csv",
            "DZA",
            latin(
                rows(
                    row("Agglomération", "Population (milliers)", "Longitude", "Latitude"),
                    dza.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                Ground.comma(each.population() / 1000),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()))))),
            "settlements DZA 30/30 people 0% asks thousands"),
        file(
            "coverage_by_village.csv",
            "LSO",
            csv(
                rows(
                    row("Village", "Population", "4G coverage (%)", "Lat", "Lon"),
                    lso.places(
                        20,
                        (each, k) ->
                            row(
                                each.name(),
                                each.population(),
                                (k * 5 % 100) + "%",
                                each.location().lat(),
                                each.location().lon())))),
            "settlements LSO 12/12 people 100%"),
        file(
            "douars.csv",
            "MAR",
            latin(
                rows(
                    row("Royaume du Maroc"),
                    row("Liste des localités, 2024"),
                    row(),
                    row("Localité", "Ménages", "Population", "Longitude", "Latitude"),
                    mar.places(
                        30,
                        (each, k) ->
                            row(
                                each.name(),
                                Math.round(each.population() / 5),
                                Math.round(each.population()),
                                Ground.comma(each.location().lon()),
                                Ground.comma(each.location().lat()))))),
            "settlements MAR 30/30 people 100%"),
        file(
            "traditional_areas.geojson",
            "MWI",
            geojson(
                mwi.places(
                    15,
                    (each, k) ->
                        feature(
                            Ground.square(each.location(), 0.02),
                            "village",
                            each.name(),
                            "population",
                            Math.round(each.population())))),
            "settlements MWI 15/15 people 100%"),
        file(
            "constant.csv",
            "BEN",
            csv(
                rows(
                    row("Village", "Population", "Longitude", "Latitude"),
                    ben.places(20, (each, k) -> row(each.name(), each.population(), 2.6, 9.35)))),
            "settlements BEN 20/20 people 100% asks constant,twins"));
  }

  /** Some cells of a column that somebody typed. */
  private static String slip(int row, String people) {
    return switch (row) {
      case 3 -> "12,5";
      case 7 -> "env. 4,200";
      case 11 -> "1O,204";
      default -> people;
    };
  }

  private static String arabic(String western) {
    StringBuilder digits = new StringBuilder();
    for (char each : western.toCharArray()) {
      digits.append(
          Character.isDigit(each)
              ? (char) ('\u0660' + (each - '0'))
              : each == '.' ? '\u066B' : each);
    }
    return digits.toString();
  }
}
