package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.doubt.survey.SurveyFiles;
import org.kiungo.web.doubt.survey.SurveyList;
import org.kiungo.web.language.Words;
import picocli.CommandLine;

/** Lists the places whose answer changes a plan in doubt most. */
@CommandLine.Command(name = "survey")
class SurveyCommand implements Callable<Integer> {

  /** Of a study that has no number, as those of servers do. */
  private static final int NAMED_BY = 8;

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--doubt", paramLabel = "DIR", required = true)
  private Path doubt;

  @CommandLine.Option(names = "--places", paramLabel = "N", defaultValue = "30")
  private int places;

  @CommandLine.Option(names = "--visit-usd", paramLabel = "USD")
  private Double visitUsd;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    SurveyList.Asked asked = new SurveyList.Asked(places, visitUsd);
    InputFiles.writable(out);
    String name = String.valueOf(out.getFileName());
    ExportFormat format = ExportFormat.named(name.substring(name.lastIndexOf('.') + 1));
    Words words = common.words();
    DoubtFolder read = DoubtFolder.read(doubt);
    String iso3 = read.plan().scenario().countries().get(0);
    String hash = TextFiles.sha256(doubt.resolve(DoubtFolder.DOUBT)).substring(0, NAMED_BY);
    SurveyList list = SurveyList.of(iso3 + " " + hash, SurveyList.Study.of(read), asked, words);
    List<ExportLayer> layers =
        format.extension().equals("xlsx")
            ? SurveyFiles.form(list, iso3)
            : List.of(SurveyFiles.list(list));
    format.write(layers, out);
    common.answer(
        list,
        words.text(
            "cli.survey.told",
            list.found(),
            list.places().size(),
            list.allVisitsUsd(),
            list.visitAssumed() ? 1 : 0,
            out.toString(),
            list.part(true).size()));
    return 0;
  }
}
