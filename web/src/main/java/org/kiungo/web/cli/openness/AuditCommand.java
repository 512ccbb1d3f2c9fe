package org.kiungo.web.cli.openness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.RegionAudit;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.option.CountriesOption;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.openness.AuditFiles;
import org.kiungo.web.openness.AuditWords;
import picocli.CommandLine;

/** Who sits behind one gate today. */
@CommandLine.Command(name = "audit")
public class AuditCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private CountriesOption countries;

  @CommandLine.Option(names = "--out", paramLabel = "DIR")
  private Path out;

  @Override
  public Integer call() throws IOException {
    List<String> asked = countries.asked(Openness.MEMBERS_ON);
    if (out != null) {
      InputFiles.writable(out);
    }
    Reference reference = Reference.builtIn();
    RegionAudit audit = new Openness(reference).region(asked);
    AuditWords words = new AuditWords(reference, common.words());
    String text = words.region(audit);
    if (out != null) {
      Files.createDirectories(out);
      Files.writeString(out.resolve("openness.json"), Json.write(audit), StandardCharsets.UTF_8);
      AuditFiles.write(audit.countries(), out);
      text += System.lineSeparator() + common.words().text("cli.audit.written", out.toString());
    }
    common.answer(audit, text);
    return ExitCode.DONE;
  }
}
