package org.kiungo.web.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.DatasetImport.Outcome;
import org.kiungo.web.store.Databases;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Checks a file and stores it as a version of a dataset. */
@CommandLine.Command(name = "import")
class ImportCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "FILE", descriptionKey = "kiungo.import.file")
  private Path file;

  @CommandLine.Option(names = "--as", paramLabel = "LAYER", required = true)
  private String layer;

  @CommandLine.Option(names = "--country", paramLabel = "ISO3", required = true)
  private String country;

  @CommandLine.Option(names = "--name", paramLabel = "TEXT", defaultValue = "")
  private String name;

  @CommandLine.Option(names = "--source", paramLabel = "TEXT", required = true)
  private String source;

  @CommandLine.Option(names = "--licence", paramLabel = "TEXT", required = true)
  private String licence;

  @CommandLine.Option(names = "--accept", paramLabel = "good|all-or-nothing", defaultValue = "good")
  private String accept;

  @CommandLine.Option(names = "--mapping", paramLabel = "FILE")
  private Path mapping;

  @CommandLine.Option(names = "--report", paramLabel = "FILE")
  private Path report;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  @Override
  public Integer call() throws IOException {
    if (!accept.equals("good") && !accept.equals("all-or-nothing")) {
      throw new InputRefused("import.accept", "accept", accept);
    }
    DatasetImport.Request request =
        new DatasetImport.Request(
            InputFiles.readable(file),
            LayerKind.named(layer),
            country,
            name,
            source,
            licence,
            accept.equals("all-or-nothing"),
            mapping());
    Path database = Files.createDirectories(dataDir.resolve("database"));
    try (HikariDataSource opened = Databases.open(database, dbUrl)) {
      DatasetStore store = DatasetStore.open(opened, Clock.systemUTC());
      Outcome outcome =
          new DatasetImport(store, new Originals(dataDir.resolve("originals"))).run(request);
      Reports.print(outcome.report(), common);
      if (report != null) {
        Files.writeString(InputFiles.writable(report), Json.write(outcome.report()));
      }
      common.answer(outcome, sentence(outcome));
      return outcome.isStored() ? Commands.DONE : Commands.ANSWER_IS_NO;
    }
  }

  private String sentence(Outcome outcome) {
    return outcome.isStored()
        ? common
            .words()
            .text(
                "cli.import.stored",
                outcome.version().features(),
                outcome.dataset().name(),
                outcome.version().version())
        : common.words().text("cli.import.not-stored");
  }

  private ColumnMapping mapping() throws IOException {
    if (mapping == null) {
      return null;
    }
    try {
      Map<String, String> columns =
          JsonMapper.builder()
              .build()
              .readValue(Files.readString(InputFiles.readable(mapping)), new TypeReference<>() {});
      return new ColumnMapping(columns, ReadOptions.DETECT);
    } catch (JacksonException unreadable) {
      throw new InputRefused("import.mapping", "file", mapping.toString());
    }
  }
}
