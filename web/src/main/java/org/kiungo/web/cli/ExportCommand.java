package org.kiungo.web.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.cli.option.RefusedPlans;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.plan.file.PlanExports;
import org.kiungo.web.plan.verdict.PlanVerdict;
import picocli.CommandLine;

/** Writes a plan in a format that map programs and spreadsheets open. */
@CommandLine.Command(name = "export")
class ExportCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;
  @CommandLine.Mixin private RefusedPlans refused;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.export.dir")
  private Path plan;

  @CommandLine.Option(names = "--format", paramLabel = "FORMAT", required = true)
  private String format;

  @CommandLine.Option(
      names = "--layer",
      paramLabel = "NAME",
      defaultValue = "",
      completionCandidates = LayerNames.class)
  private String layer;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  /** For help and completion. */
  static final class LayerNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
      return PlanExports.layers().iterator();
    }
  }

  /** The answer of {@code --json}. */
  record Exported(
      String file,
      String format,
      List<String> layers,
      PlanVerdict verification,
      @JsonInclude(JsonInclude.Include.NON_NULL) String metadata) {}

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    InputFiles.writable(out);
    PlanExports.require(format, PlanExports.formats());
    PlanVerdict verdict = refused.verdict(plan, common);
    PlanExports.Written written =
        PlanExports.write(plan, verdict, format, layer, common.words(), ToldStates.NONE, out);
    String beside = written.describe(out).map(Path::toString).orElse(null);
    Exported answer =
        new Exported(out.toString(), written.format(), written.layers(), verdict, beside);
    String what =
        written.layers().isEmpty() ? written.format() : String.join(", ", written.layers());
    String told = common.words().text("cli.export.answer", what, answer.file());
    common.answer(
        answer,
        beside == null ? told : told + " " + common.words().text("cli.export.metadata", beside));
    return ExitCode.DONE;
  }
}
