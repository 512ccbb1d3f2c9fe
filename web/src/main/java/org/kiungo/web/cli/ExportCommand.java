package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.plan.file.PlanExport;
import picocli.CommandLine;

/** Writes a plan in a format that map programs and spreadsheets open. */
@CommandLine.Command(name = "export")
class ExportCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "DIR", descriptionKey = "kiungo.export.dir")
  private Path plan;

  @CommandLine.Option(names = "--format", paramLabel = "FORMAT", required = true)
  private String format;

  @CommandLine.Option(names = "--layer", paramLabel = "NAME", defaultValue = "")
  private String layer;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  /** The answer of {@code --json}. */
  record Exported(String file, String format, List<String> layers) {}

  @Override
  public Integer call() throws IOException {
    ExportFormat wanted = ExportFormat.named(format);
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    InputFiles.writable(out);
    List<ExportLayer> layers = chosen(PlanExport.layers(PlanFolder.read(plan)), wanted);
    wanted.write(layers, out);
    List<String> names = layers.stream().map(ExportLayer::name).toList();
    Exported answer = new Exported(out.toString(), wanted.extension(), names);
    common.answer(
        answer, common.words().text("cli.export.answer", String.join(", ", names), answer.file()));
    return ExitCode.DONE;
  }

  /** The layer named, else all of them; the first where a format holds one only. */
  private List<ExportLayer> chosen(List<ExportLayer> all, ExportFormat wanted) {
    if (layer.isEmpty()) {
      return wanted.holdsManyLayers() ? all : all.subList(0, 1);
    }
    List<ExportLayer> named = all.stream().filter(each -> each.name().equals(layer)).toList();
    if (named.isEmpty()) {
      String names = String.join(", ", all.stream().map(ExportLayer::name).toList());
      throw new InputRefused("export.layer", "layer", layer, "layers", names);
    }
    return named;
  }
}
