package org.kiungo.web.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.judge.question.Answer;
import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.geodata.judge.question.Standing;
import org.kiungo.geodata.layer.ColumnMapping;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.DatasetStore;
import org.kiungo.geodata.store.Originals;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.console.Questions;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.DatasetImport;
import org.kiungo.web.dataset.DatasetImport.Outcome;
import org.kiungo.web.dataset.MappingMemory;
import org.kiungo.web.dataset.ReportFiles;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
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

  @CommandLine.Option(names = "--report-dir", paramLabel = "DIR")
  private Path reportDir;

  @CommandLine.Option(names = "--date", paramLabel = "DATE", defaultValue = "")
  private String date;

  @CommandLine.Option(names = "--by", paramLabel = "TEXT", defaultValue = "")
  private String uploader;

  @CommandLine.Option(names = "--layer", paramLabel = "NAME", defaultValue = "")
  private String fileLayer;

  @CommandLine.Option(names = "--crs", paramLabel = "CODE", defaultValue = "")
  private String crs;

  @CommandLine.Option(names = "--encoding", paramLabel = "NAME", defaultValue = "")
  private String encoding;

  @CommandLine.Option(names = "--columns", paramLabel = "LON,LAT|WKT", defaultValue = "")
  private String placeColumns;

  @CommandLine.Option(names = "--separator", paramLabel = "CHAR", defaultValue = "")
  private String separator;

  @CommandLine.Option(names = "--decimal-mark", paramLabel = ".|,", defaultValue = "")
  private String decimalMark;

  @CommandLine.Option(names = "--header-row", paramLabel = "yes|no", defaultValue = "")
  private String headerRow;

  @CommandLine.Option(names = "--swap")
  private boolean swap;

  @CommandLine.Option(names = "--shapes-only")
  private boolean shapesOnly;

  @CommandLine.Option(names = "--repair")
  private boolean repair;

  @CommandLine.Option(names = "--answer", paramLabel = "QUESTION=REMEDY")
  private List<String> answers = List.of();

  @CommandLine.Option(names = "--as-it-is", paramLabel = "NOTE", defaultValue = "")
  private String asItIs;

  @CommandLine.Option(names = "--check")
  private boolean check;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  @Override
  public Integer call() throws IOException {
    if (!accept.equals("good") && !accept.equals("all-or-nothing")) {
      throw new InputRefused("import.accept", "accept", accept);
    }
    PrivateFiles.folder(dataDir);
    Path database = PrivateFiles.folder(dataDir.resolve(DataFolder.DATABASE));
    try (HikariDataSource opened = Databases.open(database, dbUrl)) {
      Databases.upgrade(opened, database);
      DatasetStore store = DatasetStore.open(opened, Clock.systemUTC());
      DatasetImport imports = new DatasetImport(store, new Originals(dataDir.resolve("originals")));
      DatasetImport.Request request = request(imports);
      Outcome outcome = check ? imports.check(request) : imports.run(request);
      Reports.print(outcome.report(), common);
      if (report != null) {
        Files.writeString(InputFiles.writable(report), Json.write(outcome.report()));
      }
      if (reportDir != null) {
        new ReportFiles(imports).writeAll(outcome.past(), InputFiles.writable(reportDir));
      }
      Questions.print(outcome.past(), common);
      common.answer(outcome, sentence(outcome));
      boolean fine = check ? outcome.report().rowsAccepted() > 0 : outcome.isStored();
      return fine ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }
  }

  private DatasetImport.Request request(DatasetImport imports) throws IOException {
    SourceFile source = SourceFile.of(InputFiles.readable(file));
    LayerKind kind = LayerKind.named(layer);
    return new DatasetImport.Request(
        source,
        kind,
        country,
        name,
        new DatasetImport.Evidence(this.source, licence, date, uploader()),
        accept.equals("all-or-nothing"),
        mapping(imports, source, kind),
        options(),
        new Judgement(answers.stream().map(Answer::parse).toList(), asItIs),
        Standing.NOTHING);
  }

  private String uploader() {
    return uploader.isBlank() ? System.getProperty("user.name", "") : uploader;
  }

  private ReadOptions options() {
    String[] two = placeColumns.split(",", 2);
    boolean pair = two.length == 2;
    return new ReadOptions(
        fileLayer,
        crs,
        encoding,
        pair ? two[0].strip() : "",
        pair ? two[1].strip() : "",
        pair ? "" : placeColumns.strip(),
        separator,
        decimalMark,
        headerRow,
        swap,
        shapesOnly,
        repair);
  }

  private String sentence(Outcome outcome) {
    if (check) {
      return common.words().text("cli.import.checked");
    }
    return outcome.isStored()
        ? common
            .words()
            .text(
                "cli.import.stored",
                outcome.version().features(),
                outcome.dataset().name(),
                outcome.version().version())
        : common
            .words()
            .text(
                outcome.past().waitsForAnswers()
                    ? "cli.import.questions-open"
                    : "cli.import.not-stored");
  }

  private ColumnMapping mapping(DatasetImport imports, SourceFile source, LayerKind kind)
      throws IOException {
    if (mapping == null) {
      MappingMemory.Offer offer = imports.reader().offer(source, kind, options(), country);
      if (offer.remembered()) {
        common
            .err()
            .println(common.words().text("cli.import.remembered", offer.mapping().columns()));
      }
      return offer.mapping();
    }
    try {
      Map<String, String> columns =
          JsonMapper.builder()
              .build()
              .readValue(Files.readString(InputFiles.readable(mapping)), new TypeReference<>() {});
      return new ColumnMapping(columns, options());
    } catch (JacksonException unreadable) {
      throw new InputRefused("import.mapping", "file", mapping.toString());
    }
  }
}
