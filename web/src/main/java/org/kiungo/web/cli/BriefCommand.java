package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.GivenInputs;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.page.brief.BriefFile;
import org.kiungo.web.plan.verdict.PlanVerdict;
import picocli.CommandLine;

/** Writes the donor brief of a plan as one file. */
@CommandLine.Command(name = "brief")
class BriefCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private GivenInputs given;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.brief.dir")
  private Path plan;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  /** The answer of {@code --json}. */
  record Written(String file, long bytes, PlanVerdict verification) {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    InputFiles.writable(out);
    String name = String.valueOf(out.getFileName());
    if (!BriefFile.isWritable(name)) {
      throw new InputRefused("brief.format", "file", name);
    }
    PlanVerdict verdict = VerdictLine.tell(plan, given.installed(), common);
    BriefFile.write(plan, verdict, common.words(), out);
    Written answer = new Written(out.toString(), Files.size(out), verdict);
    common.answer(answer, common.words().text("cli.brief.answer", answer.file(), answer.bytes()));
    return ExitCode.DONE;
  }
}
