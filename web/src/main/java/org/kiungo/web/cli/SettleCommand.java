package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.raster.CellLocator;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.geodata.settle.CensusScaling;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.planner.folder.SettlementFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.console.ProgressLine;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.cli.option.CensusOptions;
import org.kiungo.web.cli.option.InputFiles;
import org.kiungo.web.dataset.CensusCounts;
import org.kiungo.web.dataset.Settling;
import picocli.CommandLine;

/**
 * Turns a population raster into settlements, people conserved, and joins attributes; settlements
 * that are there already are only joined.
 */
@CommandLine.Command(name = "settle")
class SettleCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Parameters(paramLabel = "RASTER", descriptionKey = "kiungo.settle.raster")
  private Path raster;

  @CommandLine.Option(names = "--out", paramLabel = "FILE", required = true)
  private Path out;

  @CommandLine.Option(names = "--max-population", paramLabel = "N")
  private double maxPopulation = SettleOptions.DEFAULT.maxPopulation();

  @CommandLine.Option(names = "--min-population", paramLabel = "N")
  private double minPopulation = SettleOptions.DEFAULT.minPopulation();

  @CommandLine.Option(names = "--density", paramLabel = "PER_KM2")
  private double densityPerKm2 = SettleOptions.DEFAULT.densityPerKm2();

  @CommandLine.Option(names = "--hex-km", paramLabel = "K")
  private double hexKm = SettleOptions.DEFAULT.hexKm();

  @CommandLine.Option(names = "--per-km2")
  private boolean cellsArePerKm2;

  @CommandLine.Option(
      names = "--country",
      paramLabel = "ISO3",
      defaultValue = "",
      descriptionKey = "kiungo.settle.country")
  private String country;

  @CommandLine.Option(names = "--attributes", paramLabel = "[NAME=]FILE", arity = "1..*")
  private List<String> attributes = List.of();

  @CommandLine.Mixin private CensusOptions census;

  @CommandLine.Option(names = "--near-km", paramLabel = "K", defaultValue = "5")
  private double nearKm;

  /**
   * The answer of {@code --json}.
   *
   * @param file written
   * @param settlements how many
   * @param peopleInRaster sum of the positive cells
   * @param peopleInSettlements the same people, added up by settlement
   * @param peopleElsewhere in the raster outside the country asked for, in no settlement
   * @param outsideCountries settlements that lie in no African country
   * @param negativeCells left out
   * @param attributes what each file of attributes gave
   * @param census what the census made of the people; null without one
   */
  record Settled(
      String file,
      int settlements,
      double peopleInRaster,
      double peopleInSettlements,
      double peopleElsewhere,
      long outsideCountries,
      long negativeCells,
      List<Joined> attributes,
      Counted census) {}

  /**
   * What a census made of the people.
   *
   * @param file its name
   * @param districts with a figure
   * @param peopleCounted their sum
   * @param peopleBefore in all settlements
   * @param peopleAfter in all settlements
   * @param settlementsElsewhere in no district of it, unchanged
   * @param districtsAdded that had no settlement and got one, by name
   * @param rowsListed rows of it that could not be used
   */
  record Counted(
      String file,
      int districts,
      double peopleCounted,
      double peopleBefore,
      double peopleAfter,
      int settlementsElsewhere,
      List<String> districtsAdded,
      long rowsListed) {}

  /**
   * What a file of attributes gave.
   *
   * @param name its meaning
   * @param file its name
   * @param attributes by name
   * @param settlements how many got a value
   * @param rowsListed rows of it that could not be used
   */
  record Joined(
      String name, String file, List<String> attributes, long settlements, long rowsListed) {}

  /** Nobody is asked here whether a raster's numbers are degrees that names no system. */
  private static void requireSystem(SourceFile file) {
    if (LayerReader.of(file) instanceof RasterReader reader) {
      try (Raster cells = reader.open(file)) {
        new CellLocator(cells);
      }
    }
  }

  @Override
  public Integer call() throws IOException {
    SettleOptions options =
        new SettleOptions(densityPerKm2, minPopulation, maxPopulation, hexKm, cellsArePerKm2);
    if (!country.isEmpty()) {
      Reference.builtIn().country(country);
    }
    census.require(country);
    InputFiles.writable(out);
    List<AttributeSource> sources = attributes.stream().map(AttributeSource::parse).toList();
    sources.forEach(source -> InputFiles.readable(source.file()));
    requireSystem(SourceFile.of(InputFiles.readable(raster)));
    Settling.Request request =
        new Settling.Request(InputFiles.readable(raster), country, "", options, sources, nearKm);
    Settling.Outcome found;
    try (ProgressLine progress = common.progress()) {
      found = Settling.run(request, progress);
    }
    if (found.report() != null && !found.report().isComplete()) {
      Reports.print(found.report(), common);
    }
    List<Settlement> settlements = found.settlements();
    Counted counted = null;
    if (census.isGiven()) {
      CensusCounts counts = census.read(country, common);
      CensusScaling.Scaled scaled = CensusScaling.scale(settlements, counts.counts());
      settlements = scaled.settlements();
      counted = counted(counts, scaled);
    }
    Path part = out.resolveSibling(out.getFileName() + ".part");
    SettlementFile.write(part, settlements);
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    Settled answer =
        new Settled(
            String.valueOf(out.getFileName()),
            settlements.size(),
            found.peopleIn(),
            found.peopleOut(),
            found.peopleElsewhere(),
            settlements.stream().filter(each -> each.country().isEmpty()).count(),
            found.negativeCells(),
            found.joined().stream().map(this::joined).toList(),
            counted);
    common.answer(answer, sentence(answer));
    return ExitCode.DONE;
  }

  private Counted counted(CensusCounts counts, CensusScaling.Scaled scaled) {
    return new Counted(
        counts.input().name(),
        counts.counts().size(),
        counts.counts().stream().mapToDouble(CensusScaling.Count::people).sum(),
        scaled.peopleBefore(),
        scaled.peopleAfter(),
        scaled.settlementsElsewhere(),
        scaled.added(),
        counts.report().rowsListed());
  }

  private Joined joined(AttributeJoin.JoinedFile file) {
    if (file.report() != null && !file.report().isComplete()) {
      Reports.print(file.report(), common);
    }
    return new Joined(
        file.name(),
        file.input().name(),
        file.attributes(),
        file.settlements(),
        file.report() == null ? 0 : file.report().rowsListed());
  }

  private String sentence(Settled answer) {
    StringBuilder text =
        new StringBuilder(
            common
                .words()
                .text(
                    "cli.settle.answer",
                    answer.settlements(),
                    answer.file(),
                    answer.peopleInSettlements(),
                    answer.peopleInRaster(),
                    answer.outsideCountries(),
                    answer.peopleElsewhere()));
    for (Joined each : answer.attributes()) {
      text.append(System.lineSeparator())
          .append(
              common
                  .words()
                  .text(
                      "cli.settle.joined",
                      each.file(),
                      each.name(),
                      String.join(", ", each.attributes()),
                      each.settlements()));
    }
    if (answer.census() != null) {
      Counted each = answer.census();
      text.append(System.lineSeparator())
          .append(
              common
                  .words()
                  .text(
                      "cli.settle.counted",
                      each.file(),
                      each.districts(),
                      each.peopleBefore(),
                      each.peopleAfter(),
                      each.settlementsElsewhere(),
                      each.districtsAdded().size()));
    }
    return text.toString();
  }
}
