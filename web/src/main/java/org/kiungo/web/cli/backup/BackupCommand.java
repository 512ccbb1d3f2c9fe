package org.kiungo.web.cli.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.backup.Backup;
import org.kiungo.web.backup.Restore;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
import picocli.CommandLine;

/** Copies database and files, through the server where one is at work. */
@CommandLine.Command(name = "backup")
public class BackupCommand implements Callable<Integer> {

  /** In the environment, where the server has accounts: a token of its administrator. */
  private static final String TOKEN = "KIUNGO_TOKEN";

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  /** The answer of {@code --json}. */
  record Made(String file, int files, long bytes) {}

  @Override
  public Integer call() throws IOException, InterruptedException {
    InputFiles.writable(file);
    if (Files.exists(file)) {
      throw new InputRefused("backup.exists", "file", file.toString());
    }
    Path database = dataDir.resolve(DataFolder.DATABASE);
    if (dbUrl.isBlank() && !Databases.exists(database)) {
      throw new InputRefused("backup.nothing", "dataDir", dataDir.toString());
    }
    Path part = file.toAbsolutePath().resolveSibling(file.getFileName() + DataFolder.UNFINISHED);
    try {
      Files.deleteIfExists(part);
      Files.createFile(part);
      PrivateFiles.file(part); // it holds all that the data folder does
      write(database, part);
      Durable.file(part);
      int files = Restore.check(part);
      Files.move(part, file.toAbsolutePath(), StandardCopyOption.ATOMIC_MOVE);
      Durable.folder(file.toAbsolutePath().getParent());
      long bytes = Files.size(file);
      common.answer(
          new Made(file.toString(), files, bytes),
          common.words().text("cli.backup.answer", files, file.toString(), bytes >> 20));
      return ExitCode.DONE;
    } finally {
      Durable.discard(part);
    }
  }

  private void write(Path database, Path part) throws IOException, InterruptedException {
    try (var opened = Databases.open(database, dbUrl);
        OutputStream out = Files.newOutputStream(part)) {
      new Backup(opened, dataDir.toAbsolutePath().normalize()).write(out);
    } catch (InputRefused refused) {
      if (!refused.code().equals("store.locked")) {
        throw refused;
      }
      ask(part, refused);
    }
  }

  private void ask(Path part, InputRefused refused) throws IOException, InterruptedException {
    String server = DataFolder.findServer(dataDir).orElseThrow(() -> refused);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + "/api/v1/backup"))
            .POST(HttpRequest.BodyPublishers.noBody());
    String token = System.getenv(TOKEN);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    HttpResponse<Path> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofFile(part));
    if (answer.statusCode() == 401 || answer.statusCode() == 403) {
      throw new InputRefused("backup.token", "server", server, "variable", TOKEN);
    }
    if (answer.statusCode() != 200) {
      throw new InputRefused("backup.refused", "server", server, "status", answer.statusCode());
    }
  }
}
