package org.kiungo.web.cli.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.web.backup.Restore;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import picocli.CommandLine;

/** Puts a backup into an empty folder. */
@CommandLine.Command(name = "restore")
public class RestoreCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(index = "0", paramLabel = "FILE")
  private Path file;

  @CommandLine.Option(
      names = {"--data", "--data-dir"},
      paramLabel = "DIR",
      defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  /** The answer of {@code --json}. */
  record Restored(String dataDir, int files) {}

  @Override
  public Integer call() throws IOException {
    int files = Restore.into(InputFiles.readable(file), dataDir, dbUrl);
    common.answer(
        new Restored(dataDir.toString(), files),
        common.words().text("cli.restore.answer", files, dataDir.toString()));
    return ExitCode.DONE;
  }
}
