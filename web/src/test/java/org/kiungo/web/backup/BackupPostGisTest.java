package org.kiungo.web.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.zaxxer.hikari.HikariDataSource;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.ApiTest;
import org.kiungo.web.OnPostGis;
import org.kiungo.web.PostGisCheck;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.web.servlet.MockMvc;

/** An installation on PostGIS, copied while its server is at work and put into an empty schema. */
@ApiTest
@OnPostGis
@ContextConfiguration(
    initializers = {ApiTest.EmptyDataFolder.class, OnPostGis.SchemaOfItsOwn.class})
class BackupPostGisTest implements PostGisCheck {

  @Autowired private MockMvc http;
  @Autowired private Plans plans;
  @Autowired private DataFolder data;

  @Value("${kiungo.db-url}")
  private String dbUrl;

  @TempDir private Path folder;

  @Test
  void whatIsPutBackEqualsWhatWasCopied() throws Exception {
    http.perform(
            multipart("/api/v1/datasets")
                .file(
                    new MockMultipartFile(
                        "file",
                        "towers.csv",
                        "text/csv",
                        "id,lon,lat,heightM,note\na,28.1,-29.5,30,\"tab\tand\\\"\nb,28.2,-29.4,,é\n"
                            .getBytes(StandardCharsets.UTF_8)))
                .param("layer", "towers")
                .param("country", "LSO")
                .param("source", "test")
                .param("licence", "CC0"))
        .andExpect(status().isCreated());
    String plan = plans.add(TinyWorld.plan(1e6), "run", null);
    http.perform(
            post("/api/v1/plans/" + plan + "/comments")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"kind\": \"FIGURE\", \"target\": \"capexUsd\", \"text\": \"why?\"}"))
        .andExpect(status().isCreated());

    Path first = folder.resolve("first.zip");
    backUp(dbUrl, data.root(), first);
    String emptied = dbUrl.replaceAll("currentSchema=\\w+", "currentSchema=" + newSchema());
    Path restored = folder.resolve("restored");
    InputRefused without =
        catchThrowableOfType(InputRefused.class, () -> Restore.into(first, restored, ""));
    assertThat(without.code()).isEqualTo("restore.db-url");
    InputRefused inUse =
        catchThrowableOfType(InputRefused.class, () -> Restore.into(first, restored, dbUrl));
    assertThat(inUse.code()).isEqualTo("restore.tables");
    assertThat(restored).doesNotExist();
    Restore.into(first, restored, emptied);

    Path second = folder.resolve("second.zip");
    backUp(emptied, restored, second);
    assertThat(entries(second))
        .isEqualTo(entries(first))
        .anyMatch(each -> each.name().equals("database/plan_comment.copy") && each.bytes() > 0)
        .anyMatch(each -> each.name().equals("database/dataset_feature.copy") && each.bytes() > 0)
        .anyMatch(each -> each.name().startsWith("plans/" + plan));
    try (HikariDataSource database = Databases.open(restored, emptied)) {
      JdbcClient sql = JdbcClient.create(database);
      long last = sql.sql("SELECT MAX(number) FROM plan").query(Long.class).single();
      long next =
          sql.sql("SELECT nextval(pg_get_serial_sequence('plan', 'number'))")
              .query(Long.class)
              .single();
      assertThat(next).isEqualTo(last + 1);
    }
  }

  private static void backUp(String url, Path root, Path file) throws Exception {
    try (HikariDataSource database = Databases.open(root, url);
        OutputStream out = Files.newOutputStream(file)) {
      new Backup(database, root).write(out);
    }
  }

  private static List<Backup.Entry> entries(Path file) throws Exception {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return Backup.JSON
          .readValue(
              zip.getInputStream(zip.getEntry(Backup.MANIFEST)).readAllBytes(),
              Backup.Manifest.class)
          .files();
    }
  }

  private static String newSchema() throws Exception {
    String schema = "restored_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = DriverManager.getConnection(System.getenv("KIUNGO_POSTGIS_URL"));
        Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    }
    return schema;
  }
}
