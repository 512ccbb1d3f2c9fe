package org.kiungo.web.cli.openness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.openness.Openness;
import org.kiungo.geodata.openness.StressAnswer;
import org.kiungo.geodata.openness.stress.PlanStress;
import org.kiungo.geodata.openness.stress.PlanStressAnswer;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.Json;
import org.kiungo.web.cli.option.CountriesOption;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.openness.PlanStressWords;
import org.kiungo.web.openness.StressWords;
import picocli.CommandLine;

/** What cutting cables, landings or borders does. */
@CommandLine.Command(name = "stress")
public class StressCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Mixin private CountriesOption countries;

  @CommandLine.Option(names = "--cut", paramLabel = "NAME", split = ",", required = true)
  private List<String> cuts;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR")
  private Path plan;

  @CommandLine.Option(names = "--share", paramLabel = "RATIO", defaultValue = "1")
  private double shareRatio;

  @CommandLine.Option(names = "--out", paramLabel = "FILE")
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (plan != null) {
      return ofPlan();
    }
    List<String> asked = countries.asked(Openness.MEMBERS_ON);
    Reference reference = Reference.builtIn();
    StressAnswer answer = new Openness(reference).stress(asked, cuts);
    if (out != null) {
      Files.writeString(InputFiles.writable(out), Json.write(answer), StandardCharsets.UTF_8);
    }
    common.answer(answer, new StressWords(reference, common.words()).text(answer));
    return ExitCode.DONE;
  }

  private int ofPlan() throws IOException {
    PlanFolder folder = PlanFolder.read(plan);
    PlanStressAnswer answer =
        new PlanStress(new Openness(Reference.builtIn()))
            .run(folder.problem(), folder.plan(), folder.scenario().countries(), cuts, shareRatio);
    if (out != null) {
      Files.writeString(InputFiles.writable(out), Json.write(answer), StandardCharsets.UTF_8);
    }
    common.answer(answer, new PlanStressWords(common.words()).text(answer));
    return ExitCode.DONE;
  }
}
