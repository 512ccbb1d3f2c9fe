package org.kiungo.web.intake;

import static java.lang.Math.cos;
import static java.lang.Math.sin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budget;
import org.kiungo.web.worker.Hearing;
import org.kiungo.web.worker.WorkerMemory;
import tools.jackson.databind.JsonNode;

/** A file that is read in a Java of its own is read the same, within what it may take. */
@Tag("slow")
class FilesApartTest {

  /** Corners of a line that alone is more than the memory. */
  private static final int CORNERS = 400_000;

  private static final int SPIKES = 100_000;

  private static final long MANY = 1_000;

  private static final long BYTES = 1L << 30;

  @TempDir private Path folder;

  private ImportChore.Task task(Path file, LayerKind kind) {
    return new ImportChore.Task(
        "import",
        Organisation.DEFAULT,
        "hash",
        file,
        kind,
        "LSO",
        null,
        ReadOptions.DETECT,
        Judgement.NONE,
        Standing.NOTHING,
        folder.resolve("rows.jsonl"),
        null);
  }

  private ImportReader.Read apart(ImportChore.Task task, Budget budget) throws IOException {
    return new Apart(true, new WorkerMemory(0))
        .work(new ImportChore(), task, budget, folder, new Remembered());
  }

  private static Budget budget(long heapMebibytes, long cpuMinutes, long seconds, long diskBytes) {
    return new Budget(
        "import",
        "the file",
        heapMebibytes,
        Duration.ofMinutes(cpuMinutes),
        Duration.ofSeconds(seconds),
        diskBytes);
  }

  private static final class Remembered implements Hearing {

    @Override
    public boolean isUnwanted() {
      return false;
    }

    @Override
    public String asked(JsonNode question) {
      return "{\"columns\":{\"population\":\"people\"},\"options\":{}}";
    }
  }

  @Test
  void rowsReportAndRememberedColumnsAreTheSame() throws IOException {
    Path file = folder.resolve("places.csv");
    Files.writeString(
        file,
        "id,name,lon,lat,people,note\n"
            + "a,Alpha,28.20,-29.50,4000,\"x, é\"\nb,Beta,28.25,-29.52,-7,\nc,Gamma,28.3,-29.5,1,2\n");
    ImportChore.Task task = task(file, LayerKind.SETTLEMENTS);
    List<StoredFeature> here = new ArrayList<>();
    ImportReader reader =
        new ImportReader(
            (layout, layer) ->
                Optional.of("{\"columns\":{\"population\":\"people\"},\"options\":{}}"));
    ImportReader.Read expected = reader.read(task.request(), "import", "hash", here::add);
    ImportReader.Read read = apart(task, budget(128, MANY, MANY, BYTES));
    List<StoredFeature> there = new ArrayList<>();
    RowFile.forEach(task.rows(), there::add);
    assertThat(there).hasSize(2).isEqualTo(here);
    assertThat(read).isEqualTo(expected);
    assertThat(read.past().report().counts())
        .isEqualTo(Map.of("populationNegative", 1L, "columnsUnused", 1L));
  }

  private ImportChore.Task longLine() throws IOException {
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
    ImportChore.Task task = longLine();
    assertThatThrownBy(() -> apart(task, budget(32, MANY, MANY, BYTES)))
        .isInstanceOfSatisfying(
            InputRefused.class,
            refused -> {
              assertThat(refused.code()).isEqualTo("import.memory");
              assertThat(refused.arguments())
                  .containsEntry("file", "the file")
                  .containsEntry("limit", 32L);
            });
  }

  @Test
  @Tag("exhaustive")
  void whatTakesMoreTimeOrSpaceThanItMayIsRefusedByName() throws IOException {
    ImportChore.Task task = longLine();
    assertThatThrownBy(() -> apart(task, budget(MANY, MANY, MANY, -1)))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("import.disk"));
    assertThatThrownBy(() -> apart(task, budget(MANY, 0, MANY, BYTES)))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("import.cpu"));
  }

  /** Shapes all of whose edges come close to one another take the square of their corners. */
  @Test
  void whoLooksAtAFileWaitsNoLongerThanIsSaid() throws IOException {
    StringBuilder star = new StringBuilder("{\"type\": \"Polygon\", \"coordinates\": [[");
    for (int k = 0; k < SPIKES; k++) {
      double angle = 2 * Math.PI * k / SPIKES;
      double radius = k % 2 == 0 ? 0.5 : 0.001;
      star.append(
          "[%.7f,%.7f],".formatted(28.2 + radius * cos(angle), -29.5 + radius * sin(angle)));
    }
    Path file = folder.resolve("star.geojson");
    Files.writeString(file, star.append("[28.7,-29.5]]]}"));
    LookChore.Task look = new LookChore.Task("upload", file, "", "LSO", ReadOptions.DETECT, "en");
    Apart apart = new Apart(true, new WorkerMemory(0));
    Budget brief = budget(512, MANY, 1, BYTES);
    assertThatThrownBy(() -> apart.work(new LookChore(), look, brief, folder, new Remembered()))
        .isInstanceOfSatisfying(
            InputRefused.class, refused -> assertThat(refused.code()).isEqualTo("import.time"));
  }

  @Test
  void whatIsSeenInAFileIsTheSame() throws IOException {
    Path file = folder.resolve("places.csv");
    Files.writeString(file, "id,name,lon,lat,people\na,Alpha,28.20,-29.50,4000\nb,,28.25,,1.5\n");
    LookChore.Task look =
        new LookChore.Task("upload", file, "settlements", "LSO", ReadOptions.DETECT, "fr");
    Budget enough = budget(128, MANY, MANY, BYTES);
    Hearing hearing = new Remembered();
    Looked here = Apart.here().work(new LookChore(), look, enough, folder, hearing);
    Looked there =
        new Apart(true, new WorkerMemory(0)).work(new LookChore(), look, enough, folder, hearing);
    assertThat(there.remembered()).isEqualTo(here.remembered());
    assertThat(there.options()).isEqualTo(here.options());
    assertThat(there.preview()).hasSize(2).isEqualTo(here.preview());
    assertThat(there.inspection().problems()).isEqualTo(here.inspection().problems());
    assertThat(there.mapping()).isEqualTo(here.mapping());
  }
}
