package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.plan.PlanServices;
import org.kiungo.web.plan.PlanServices.Services;
import picocli.CommandLine;

/** Places points of presence of a research network over a plan. */
@CommandLine.Command(name = "place")
class PlaceCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR", required = true)
  private Path plan;

  @CommandLine.Option(names = "--sites", paramLabel = "N", defaultValue = "3")
  private int sites;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    PlanServices.requireSites(sites);
    InputFiles.writable(out);
    Services services = PlanServices.place(PlanFolder.read(plan), sites);
    Files.createDirectories(out);
    Files.writeString(out.resolve("services.geojson"), Json.write(services) + "\n");
    common.answer(
        services,
        common
            .words()
            .text(
                "cli.place.answer",
                services.features().size(),
                services.totals().peopleServed(),
                services.totals().meanRoundTripMs(),
                services.certificate().gapRatio()));
    return services.features().isEmpty() ? Commands.ANSWER_IS_NO : Commands.DONE;
  }
}
