package org.kiungo.web.lot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.built.AsBuiltFile;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.LotsFolder;
import org.kiungo.planner.folder.progress.BuiltRow.Verified;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.lot.LotCut;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.web.TinyWorld;

/** The form keeps the rules of XLSForms, and what ODK Central exports of it is read back. */
class BuiltFormTest {

  private static final LotsFolder LOTS =
      LotCut.of(TinyWorld.programme("In phases"), LotCut.rules(50_000.0, 0.0, 0, 1));

  @TempDir private Path folder;

  @Test
  void theFormOffersEveryWorkOfEveryLotOnce() throws IOException {
    Path file = folder.resolve("form.xlsx");
    ExportFormat.named("xlsx").write(BuiltForm.of(LOTS), file);
    List<Map<String, Object>> choices = sheet(file, "choices");
    Set<String> names = new HashSet<>();
    for (Map<String, Object> each : choices) {
      assertThat(names.add(each.get("list_name") + " " + each.get("name"))).isTrue();
      assertThat((String) each.get("name")).doesNotContain(" ");
      assertThat(each.get("label::French (fr)")).isNotNull();
    }
    int works = 0;
    for (Lot lot : LOTS.lots().lots()) {
      assertThat(names).contains("lots " + lot.id());
      for (String each : lot.members().sites()) {
        assertThat(names).contains("works " + each);
      }
      for (String each : lot.members().links()) {
        assertThat(names).contains("works " + each);
      }
      works += lot.members().sites().size() + lot.members().links().size();
    }
    assertThat(names.stream().filter(each -> each.startsWith("works "))).hasSize(works);
    Set<Object> lists =
        choices.stream().map(each -> each.get("list_name")).collect(Collectors.toSet());
    List<Object> asked = new ArrayList<>();
    for (Map<String, Object> each : sheet(file, "survey")) {
      String type = (String) each.get("type");
      asked.add(each.get("name"));
      if (type.startsWith("select_one ")) {
        assertThat(lists).contains(type.substring("select_one ".length()));
      }
      for (String language : List.of("English (en)", "French (fr)")) {
        assertThat(each.get("label::" + language) != null)
            .as(each + "")
            .isEqualTo(!type.equals("calculate"));
      }
    }
    assertThat(asked)
        .containsExactly(
            "lot", "id", "place", "technology", "date", "costUsd", "people", "position", "photo");
    assertThat(sheet(file, "settings").get(0).get("form_id").toString())
        .matches("[A-Za-z_][A-Za-z0-9_.-]*");
  }

  @Test
  void whatOdkCentralExportsIsReadBack() throws IOException {
    AccessSite site = LOTS.plan().plan().sites().get(0);
    String rows =
        "SubmissionDate,lot,id,place,technology,date,costUsd,people,position-Latitude,"
            + "position-Longitude,position-Altitude,position-Accuracy,photo,meta-instanceID,KEY,"
            + "SubmitterID,ReviewState\n"
            + "2028-06-02T10:00:00.000Z,north,"
            + site.id()
            + ",Place,"
            + site.technologyId()
            + ",2028-06-01,1234.5,40,"
            + site.location().lat()
            + ","
            + site.location().lon()
            + ",0,5,1717.jpg,uuid:1,uuid:1,12,\n";
    Path csv = folder.resolve("built.csv");
    Files.writeString(csv, rows);
    Path zip = folder.resolve("built.zip");
    try (OutputStream file = Files.newOutputStream(zip);
        ZipOutputStream out = new ZipOutputStream(file)) {
      out.putNextEntry(new ZipEntry("kiungo_LSO_built.csv"));
      out.write(rows.getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("media/1717.jpg"));
      out.write(new byte[] {(byte) 0xFF, (byte) 0xD8, 1, 2, 3});
      out.closeEntry();
    }
    for (Path each : List.of(csv, zip)) {
      Reported read =
          AsBuiltFile.reported(List.of(SourceFile.of(each)), List.of(), LocalDate.of(2028, 12, 31));
      assertThat(read.told()).as(each + "").isEmpty();
      Reported.Row row = read.rows().get(0);
      assertThat(row.id()).isEqualTo(site.id());
      assertThat(row.date()).isEqualTo("2028-06-01");
      assertThat(row.costUsd()).isEqualTo(1234.5);
      assertThat(row.people()).isEqualTo(40);
      assertThat(row.proof()).isEqualTo("1717.jpg");
      assertThat(row.lon()).isEqualTo(site.location().lon());
      assertThat(row.verified()).as("no verifier has spoken").isEqualTo(Verified.NOTHING);
      ProgressFolder found =
          ProgressStudy.of(LOTS.plan(), null, read, null, Progress.NONE, () -> false);
      assertThat(found.report().total().sitesReported()).isEqualTo(1);
      assertThat(found.report().findings()).isEmpty();
    }
  }

  private static List<Map<String, Object>> sheet(Path file, String name) {
    List<Map<String, Object>> rows = new ArrayList<>();
    SourceFile source = SourceFile.of(file);
    ((VectorReader) LayerReader.of(source))
        .stream(
            source,
            ReadOptions.DETECT.withLayer(name),
            new FeatureConsumer() {
              @Override
              public void layer(LayerSchema schema) {}

              @Override
              public void feature(Feature feature) {
                rows.add(feature.attributes());
              }

              @Override
              public void finding(Finding finding) {}
            });
    return rows;
  }
}
