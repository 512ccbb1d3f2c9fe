package org.kiungo.web.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.WorkerBudget;

/** A file that is read in a Java of its own is read the same, within what it may take. */
@Tag("slow")
class ReadingApartTest {

  /** Corners of a line that alone is more than the memory. */
  private static final int CORNERS = 400_000;

  private static final long MANY = 1_000;

  @TempDir private Path folder;

  private ImportTask task(Path file, LayerKind kind) {
    return new ImportTask(
        "import",
        Organisation.DEFAULT,
        "hash",
        file,
        kind,
        "LSO",
        null,
        ReadOptions.DETECT,
        folder.resolve("rows.jsonl"));
  }

  private ImportReader.Read apart(ImportTask task, WorkerBudget budget) throws IOException {
    return new ReadingApart(budget)
        .read(
            task,
            folder,
            (layout, layer) ->
                Optional.of("{\"columns\":{\"population\":\"people\"},\"options\":{}}"),
            () -> false,
            taken -> {});
  }

  @Test
  void rowsReportAndRememberedColumnsAreTheSame() throws IOException {
    Path file = folder.resolve("places.csv");
    Files.writeString(
        file,
        "id,name,lon,lat,people,note\n"
            + "a,Alpha,28.20,-29.50,4000,\"x, é\"\nb,Beta,28.25,-29.52,-7,\nc,Gamma,28.3,-29.5,1,2\n");
    ImportTask task = task(file, LayerKind.SETTLEMENTS);
    List<StoredFeature> here = new ArrayList<>();
    ImportReader reader =
        new ImportReader(
            (layout, layer) ->
                Optional.of("{\"columns\":{\"population\":\"people\"},\"options\":{}}"));
    ImportReader.Read expected = reader.read(task.request(), "import", "hash", here::add);
    ImportReader.Read read = apart(task, new WorkerBudget(128, MANY, MANY));
    List<StoredFeature> there = new ArrayList<>();
    RowFile.forEach(task.rows(), there::add);
    assertThat(there).hasSize(2).isEqualTo(here);
    assertThat(read).isEqualTo(expected);
    assertThat(read.past().report().counts()).isEqualTo(Map.of("populationNegative", 1L));
  }

  private ImportTask longLine() throws IOException {
    StringBuilder line = new StringBuilder("{\"type\": \"FeatureCollection\", \"features\": [");
    line.append("{\"type\": \"Feature\", \"properties\": {}, \"geometry\": ");
    line.append("{\"type\": \"LineString\", \"coordinates\": [");
    for (int k = 0; k < CORNERS; k++) {
      line.append(k == 0 ? "" : ",").append("[28.").append(100_000 + k).append(",-29.5]");
    }
    Path file = folder.resolve("line.geojson");
    Files.writeString(file, line.append("]}}]}"));
    return task(file, LayerKind.FIBRE_LINES);
  }

  @Test
  void whatTakesMoreMemoryThanItMayIsRefusedByName() throws IOException {
    ImportTask task = longLine();
    assertThatThrownBy(() -> apart(task, new WorkerBudget(32, MANY, MANY)))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("import.memory");
              assertThat(refused.arguments())
                  .containsEntry("file", "line.geojson")
                  .containsEntry("limit", 32L);
            });
  }

  @Test
  @Tag("exhaustive")
  void whatTakesMoreTimeOrSpaceThanItMayIsRefusedByName() throws IOException {
    ImportTask task = longLine();
    assertThatThrownBy(() -> apart(task, new WorkerBudget(MANY, MANY, -1)))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("import.disk"));
    assertThatThrownBy(() -> apart(task, new WorkerBudget(MANY, 0, MANY)))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("import.cpu"));
  }
}
