package org.kiungo.web.cli;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.plan.verdict.PlanFolders;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.PrivateFiles;
import picocli.CommandLine;

/** Checks the installation. */
@CommandLine.Command(name = "doctor")
class DoctorCommand implements Callable<Integer> {

  private static final int LEAST_JAVA = 17;
  private static final long LEAST_HEAP_BYTES = 512L << 20;
  private static final long LEAST_FREE_BYTES = 1L << 30;

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  /** One thing looked at. */
  record Finding(String code, boolean well, String found) {}

  /** The answer of {@code --json}. */
  record Health(boolean well, List<Finding> findings) {}

  @Override
  public Integer call() {
    List<Finding> findings = new ArrayList<>();
    int java = Runtime.version().feature();
    findings.add(new Finding("java", java >= LEAST_JAVA, Runtime.version().toString()));
    long heap = Runtime.getRuntime().maxMemory();
    findings.add(new Finding("memory", heap >= LEAST_HEAP_BYTES, (heap >> 20) + " MiB"));
    findings.add(new Finding("data-dir", isWritable(), dataDir.toString()));
    findings.add(freeSpace());
    lookAtDatabase(findings);
    int technologies = CatalogueReader.builtIn().technologies().size();
    findings.add(new Finding("catalogue", technologies > 0, String.valueOf(technologies)));
    int countries = Reference.builtIn().countries().size();
    findings.add(new Finding("reference", countries == 54, String.valueOf(countries)));
    String nairobi = Reference.builtIn().countryAt(new LonLat(36.82, -1.29)).orElse("");
    findings.add(new Finding("outlines", nairobi.equals("KEN"), nairobi));
    boolean well = findings.stream().allMatch(Finding::well);
    common.answer(new Health(well, findings), sentence(findings));
    return well ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
  }

  private Finding freeSpace() {
    try {
      long free = Files.getFileStore(dataDir.toAbsolutePath()).getUsableSpace();
      return new Finding("free-space", free >= LEAST_FREE_BYTES, (free >> 20) + " MiB");
    } catch (IOException e) {
      return new Finding("free-space", false, String.valueOf(e.getMessage()));
    }
  }

  private void lookAtDatabase(List<Finding> findings) {
    Path folder = dataDir.resolve(DataFolder.DATABASE);
    if (dbUrl.isBlank() && !Databases.exists(folder)) {
      findings.add(new Finding("database", true, common.words().text("cli.doctor.none-yet")));
      return;
    }
    try (HikariDataSource database = Databases.open(folder, dbUrl)) {
      Databases.requireKnown(database);
      findings.add(new Finding("database", true, dbUrl.isBlank() ? folder.toString() : "--db-url"));
      findings.add(plans(PlanFolders.unlike(database, dataDir.resolve("plans"))));
    } catch (InputRefused refused) {
      // a server at work is the usual case, and no illness
      boolean well = refused.code().equals("store.locked");
      String found =
          well ? common.words().text("cli.doctor.in-use") : common.words().refusal(refused);
      findings.add(new Finding("database", well, found));
      findings.add(plans(PlanFolders.unlike(dataDir.resolve("plans"))));
    }
  }

  /** Plans whose files are not as they were kept, each with the first that is another. */
  private static Finding plans(Map<String, String> unlike) {
    String found =
        unlike.entrySet().stream()
            .map(each -> each.getKey() + " (" + each.getValue() + ")")
            .collect(Collectors.joining(", "));
    return new Finding("plans", unlike.isEmpty(), found);
  }

  private boolean isWritable() {
    try {
      PrivateFiles.folder(dataDir);
      Files.delete(Files.createTempFile(dataDir, "doctor", ".tmp"));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private String sentence(List<Finding> findings) {
    return String.join(
        "\n",
        findings.stream()
            .map(
                each ->
                    common
                        .words()
                        .text(
                            each.well() ? "cli.doctor.well" : "cli.doctor.ill",
                            common.words().text("cli.doctor.check." + each.code()),
                            each.found()))
            .toList());
  }
}
