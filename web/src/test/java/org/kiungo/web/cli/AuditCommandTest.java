package org.kiungo.web.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AuditCommandTest {

  @TempDir private Path folder;

  @Test
  void filesHoldWhatTheSentencesSay() throws IOException {
    CommandRun run =
        CommandRun.of("audit", "--country", "GMB", "--out", folder.resolve("a").toString());
    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("Landing in Banjul: 2.76 M people behind it, 100%")
        .contains("into Senegal")
        .contains("Traffic: no published figure");
    JsonNode audit =
        JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("a/openness.json")));
    JsonNode points = audit.get("countries").get(0).get("singlePoints");
    List<String> table = Files.readAllLines(folder.resolve("a/openness.csv"));
    JsonNode map =
        JsonMapper.shared().readTree(Files.readAllBytes(folder.resolve("a/openness.geojson")));
    int rows = points.size() + audit.get("countries").get(0).get("nearMisses").size();
    assertThat(table).hasSize(rows + 1);
    assertThat(map.get("features").size()).isEqualTo(rows);
    assertThat(table.get(1)).contains("GMB").contains("SEN");
  }

  @Test
  void aCommunityThatIsNoneIsRefusedWithThoseThatAre() {
    CommandRun run = CommandRun.of("audit", "--rec", "OPEC");
    assertThat(run.exitCode()).isNotZero();
    assertThat(run.err()).contains("OPEC").contains("ECOWAS");
  }
}
