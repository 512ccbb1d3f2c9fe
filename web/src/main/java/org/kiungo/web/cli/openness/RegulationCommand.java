package org.kiungo.web.cli.openness;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.regulation.CountryRegulation;
import org.kiungo.geodata.regulation.Regulation;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.regulation.RegulationTable;
import org.kiungo.web.regulation.RegulationWords;
import picocli.CommandLine;

/** How countries regulate, side by side. */
@CommandLine.Command(name = "regulation")
public class RegulationCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--country", paramLabel = "ISO3", required = true)
  private String country;

  @CommandLine.Option(names = "--with", paramLabel = "ISO3", split = ",")
  private List<String> with = List.of();

  @CommandLine.Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() throws IOException {
    Reference reference = Reference.builtIn();
    Regulation regulation = new Regulation(reference);
    List<CountryRegulation> compared =
        Stream.concat(Stream.of(country), with.stream())
            .distinct()
            .map(regulation::country)
            .toList();
    String text = new RegulationWords(reference, common.words()).text(compared);
    if (out != null) {
      RegulationTable.write(compared, InputFiles.writable(out));
      text +=
          System.lineSeparator() + common.words().text("cli.regulation.written", out.toString());
    }
    common.answer(compared, text);
    return ExitCode.DONE;
  }
}
