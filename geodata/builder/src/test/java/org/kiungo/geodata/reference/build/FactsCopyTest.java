package org.kiungo.geodata.reference.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.reference.facts.CsvTable;

class FactsCopyTest {

  private static final String[] TABLES = {
    "country_facts_long", "data_law", "data_localisation", "exchange_points", "funding_partners",
    "landing_cities", "rec_membership", "regulators", "research_networks", "services",
    "telecom_economics"
  };

  /** The shipped tables, as a folder that can be changed. */
  private static void copyShipped(Path folder) throws IOException {
    for (String table : TABLES) {
      try (InputStream in =
          FactsCopyTest.class.getResourceAsStream("/reference/facts/" + table + ".csv")) {
        Files.copy(in, folder.resolve(table + ".csv"));
      }
    }
  }

  @Test
  void copyingTheShippedTablesChangesNothing(@TempDir Path from, @TempDir Path to)
      throws IOException {
    copyShipped(from);
    FactsCopy.copy(from, to);
    for (String table : TABLES) {
      assertThat(to.resolve(table + ".csv")).hasSameBinaryContentAs(from.resolve(table + ".csv"));
    }
  }

  @Test
  void leavesBlankWhatNoSourceBacks(@TempDir Path from, @TempDir Path to) throws IOException {
    copyShipped(from);
    Files.writeString(
        from.resolve("regulators.csv"),
        "iso3,website,website_basis,source_name\n"
            + "AAA,https://example.org,\"recollection, verify\",Gazette\n"
            + "BBB,https://example.org,source,Gazette\n"
            + "CCC,https://example.org,source,\"recollection, verify; Gazette\"\n"
            + "DDD,,,\"recollection, verify\"\n");
    Files.writeString(
        from.resolve("landing_cities.csv"),
        "iso3,city,lon,lat,coord_basis,cables,source_name,note\n"
            + "AAA,A,1,2,GeoNames,EASSy;SEACOM*,x,* = recollection\n"
            + "AAA,B,1,2,GeoNames,SEACOM*,x,\n"
            + "AAA,C,1,2,\"recollection, verify\",EASSy,x,\n");
    FactsCopy.copy(from, to);
    assertThat(CsvTable.rows(Files.newInputStream(to.resolve("regulators.csv"))))
        .extracting(
            row -> row.get("iso3"), row -> row.get("website"), row -> row.get("source_name"))
        .containsExactly(
            tuple("AAA", "", "Gazette"),
            tuple("BBB", "https://example.org", "Gazette"),
            tuple("CCC", "https://example.org", "Gazette"));
    assertThat(CsvTable.rows(Files.newInputStream(to.resolve("landing_cities.csv"))))
        .extracting(
            row -> row.get("city"),
            row -> row.get("cables"),
            row -> row.get("coord_basis"),
            row -> row.get("note"))
        .containsExactly(
            tuple("A", "EASSy", "GeoNames", ""), tuple("C", "EASSy", "rough, no source", ""));
  }

  @Test
  void leavesOutWhatMayNotBeShippedOrLiesElsewhere(@TempDir Path from, @TempDir Path to)
      throws IOException {
    copyShipped(from);
    Files.writeString(
        from.resolve("telecom_economics.csv"),
        "iso3,indicator,source_name\nAAA,corporate_tax,Tax Foundation\nAAA,wacc,qubic\n");
    Files.writeString(
        from.resolve("landing_cities.csv"),
        "iso3,city,lon,lat,source_name\nMAR,Dakhla,-15.93,23.72,x\nMAR,Nador,-2.93,35.17,x\n");
    FactsCopy.copy(from, to);
    assertThat(CsvTable.rows(Files.newInputStream(to.resolve("telecom_economics.csv"))))
        .extracting(row -> row.get("indicator"))
        .containsExactly("wacc");
    assertThat(CsvTable.rows(Files.newInputStream(to.resolve("landing_cities.csv"))))
        .extracting(row -> row.get("city"))
        .containsExactly("Nador");
  }

  @Test
  void aRuleHoldsFromItsLawsYearAndNotUnderAnActThatNeverHeld(@TempDir Path from, @TempDir Path to)
      throws IOException {
    copyShipped(from);
    Files.writeString(
        from.resolve("data_localisation.csv"),
        "iso3,data_class,as_of,source_name\n"
            + "AAA,health,,\"Act 3 of 2021, s. 70(1)\"\n"
            + "AAA,general,2019,Act 3 of 2021\n"
            + "AAA,finance,,circular of the bank\n"
            + "BBB,general,,Order 2022 under Act 32 of 2018\n");
    FactsCopy.copy(from, to);
    assertThat(CsvTable.rows(Files.newInputStream(to.resolve("data_localisation.csv"))))
        .extracting(row -> row.get("iso3"), row -> row.get("as_of"))
        .containsExactly(tuple("AAA", "2021"), tuple("AAA", "2019"), tuple("AAA", ""));
  }
}
