package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.kiungo.geodata.built.AsBuiltFile;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.planner.folder.progress.ProgressReport;
import org.kiungo.planner.folder.progress.ProgressReport.LotOf;
import org.kiungo.planner.folder.progress.Reported;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.progress.ProgressStudy;
import org.kiungo.planner.progress.ProgressStudy.Rest;
import org.kiungo.planner.scenario.WrittenUsd;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.StopButton;
import org.kiungo.web.cli.console.VerdictLine;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.progress.BuiltFiles;
import org.kiungo.web.progress.ProgressWords;
import org.kiungo.web.progress.ResultActivity;
import org.kiungo.web.progress.VerifiedStates;
import picocli.CommandLine;

/** Holds what stands of a plan against it, and plans the rest anew. */
@CommandLine.Command(name = "progress")
class ProgressCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--plan", paramLabel = "DIR", required = true)
  private Path plan;

  @CommandLine.Option(names = "--built", paramLabel = "FILE", required = true)
  private List<Path> built;

  @CommandLine.Option(names = "--lots", paramLabel = "FILE")
  private Path lots;

  @CommandLine.Option(names = "--again", paramLabel = "DIR")
  private Path again;

  @CommandLine.Option(names = "--keep", paramLabel = "LOT|signed", split = ",")
  private List<String> keep = List.of();

  @CommandLine.Option(
      names = "--more",
      paramLabel = "USD",
      converter = MoreOrLess.class,
      defaultValue = "0")
  private double moreUsd;

  @CommandLine.Option(names = "--from", paramLabel = "YEAR", defaultValue = "0")
  private int fromYear;

  @CommandLine.Option(names = "--until", paramLabel = "DATE")
  private LocalDate until;

  @CommandLine.Option(names = "--iati", paramLabel = "FILE")
  private Path iati;

  @CommandLine.Option(names = "--out", paramLabel = "DIR", required = true)
  private Path out;

  /**
   * The answer of {@code --json}.
   *
   * @param folder written
   * @param again folder of the rest planned anew; empty where it was not asked for
   * @param progress figures
   */
  record Told(String folder, String again, ProgressReport progress) {}

  /** Money that comes, or goes where a minus stands before it. */
  static final class MoreOrLess implements CommandLine.ITypeConverter<Double> {
    @Override
    public Double convert(String text) {
      String usd = text.strip().replace('\u2212', '-');
      return usd.startsWith("-") ? -WrittenUsd.read(usd.substring(1)) : WrittenUsd.read(usd);
    }
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.isDirectory(plan)) {
      throw new InputRefused("folder.none", "folder", plan.toString());
    }
    ProgressFolder.requireFree(InputFiles.writable(out));
    if (again != null) {
      InputFiles.writable(again);
    }
    if (iati != null) {
      InputFiles.writable(iati);
    }
    List<SourceFile> files = new ArrayList<>();
    for (Path each : built) {
      files.add(SourceFile.of(InputFiles.readable(each)));
    }
    List<LotOf> cut = lots == null ? List.of() : ProgressFolder.lots(lots);
    Reported reported =
        AsBuiltFile.reported(files, cut, BuiltFiles.lastDay(until, Clock.systemUTC()));
    PlanFolder signed = PlanFolder.read(plan);
    ProgressFolder found;
    InputRefused refused = null;
    try {
      found = found(signed, reported, rest(signed));
    } catch (InputRefused noRest) {
      if (again == null) {
        throw noRest;
      }
      // what stands is known all the same
      refused = noRest;
      found = found(signed, reported, null);
    }
    ProgressReport report = found.write(out);
    if (found.again() != null) {
      found.again().write(again);
    }
    if (iati != null) {
      String planId = Plans.idOf(plan, signed);
      Files.write(
          iati,
          ResultActivity.of(
              planId, name(signed), signed.scenario().countries(), report, common.words()));
    }
    String told =
        ProgressWords.of(
            report, VerifiedStates.of(found, common.words()), found.again(), common.words());
    common.answer(
        new Told(out.toString(), found.again() == null ? "" : again.toString(), report),
        told + "\n" + common.words().text("cli.progress.written", out.toString()));
    if (refused != null) {
      throw refused;
    }
    return again == null ? 0 : VerdictLine.ended(again, found.again().problem().inputs(), common);
  }

  /** A folder has no other name than its scenario's or its own. */
  private ProgressStudy.Signed named(PlanFolder signed) {
    return new ProgressStudy.Signed("", name(signed));
  }

  private String name(PlanFolder signed) {
    String name = signed.scenario().name();
    return name.isEmpty() ? plan.toAbsolutePath().normalize().getFileName().toString() : name;
  }

  private Rest rest(PlanFolder signed) {
    return again == null
        ? null
        : new Rest(fromYear, Set.copyOf(keep), keep.contains("signed"), moreUsd, named(signed));
  }

  private ProgressFolder found(PlanFolder signed, Reported reported, Rest rest) throws IOException {
    if (rest == null) {
      return ProgressStudy.of(
          signed, ProgressFolder.funding(plan), reported, null, Progress.NONE, () -> false);
    }
    try (StopButton stop = new StopButton();
        ProgressLine progress = common.progress(signed.scenario().goal())) {
      return ProgressStudy.of(signed, ProgressFolder.funding(plan), reported, rest, progress, stop);
    }
  }
}
