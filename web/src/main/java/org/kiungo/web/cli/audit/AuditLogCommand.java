package org.kiungo.web.cli.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditChain;
import org.kiungo.web.audit.AuditCheck;
import org.kiungo.web.audit.AuditCheck.Head;
import org.kiungo.web.audit.AuditEntry;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import picocli.CommandLine;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Says whether the audit log is as it was written, in the database or in an export. */
@CommandLine.Command(name = "audit-log")
public class AuditLogCommand implements Callable<Integer> {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  @CommandLine.Option(names = "--from", paramLabel = "FILE")
  private Path from;

  @CommandLine.Option(names = "--export", paramLabel = "FILE")
  private Path export;

  @CommandLine.Option(names = "--holds", paramLabel = "HASH")
  private String noted;

  /** The answer of {@code --json}. */
  record Verified(boolean whole, long entries, String hash, String detail) {}

  @Override
  public Integer call() throws IOException {
    try {
      Head head = from == null ? ofDatabase() : ofFile(InputFiles.readable(from));
      common.answer(
          new Verified(true, head.number(), head.hash(), null),
          common.words().text("cli.audit-log.whole", head.number(), head.hash()));
      return ExitCode.DONE;
    } catch (InputRefused broken) {
      if (!broken.code().startsWith("audit.")) {
        throw broken;
      }
      String sentence = common.words().refusal(broken);
      common.answer(new Verified(false, 0, null, sentence), sentence);
      return ExitCode.ANSWER_IS_NO;
    }
  }

  private Head ofDatabase() throws IOException {
    Path folder = dataDir.resolve(DataFolder.DATABASE);
    if (dbUrl.isBlank() && !Databases.exists(folder)) {
      throw new InputRefused("backup.nothing", "dataDir", dataDir.toString());
    }
    try (HikariDataSource database = Databases.open(folder, dbUrl)) {
      Databases.requireKnown(database);
      AuditChain chain = new AuditChain(database);
      if (export != null) {
        write(chain);
      }
      return chain.verify(noted);
    }
  }

  private void write(AuditChain chain) throws IOException {
    try (BufferedWriter lines = Files.newBufferedWriter(InputFiles.writable(export))) {
      chain.forEach(
          entry -> {
            try {
              lines.write(JSON.writeValueAsString(entry) + "\n");
            } catch (IOException full) {
              throw new UncheckedIOException(full);
            }
          });
    }
  }

  private Head ofFile(Path file) throws IOException {
    AuditCheck check = new AuditCheck(noted);
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        check.accept(entry(line, check));
      }
    }
    return check.end();
  }

  private static AuditEntry entry(String line, AuditCheck check) {
    try {
      return JSON.readValue(line, AuditEntry.class);
    } catch (JacksonException unreadable) {
      throw check.broken();
    }
  }
}
