package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.settle.SettlementExtraction;
import org.kiungo.geodata.settle.SettlementExtraction.Extraction;
import org.kiungo.planner.folder.SettlementFile;
import org.kiungo.planner.model.LonLat;
import org.kiungo.planner.model.Settlement;
import picocli.CommandLine;

/** Turns a population raster into settlements, people conserved. */
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

  /**
   * The answer of {@code --json}.
   *
   * @param file written
   * @param settlements how many
   * @param peopleInRaster sum of the positive cells
   * @param peopleInSettlements the same people, added up by settlement
   * @param outsideCountries settlements that lie in no African country
   * @param negativeCells left out
   */
  record Settled(
      String file,
      int settlements,
      double peopleInRaster,
      double peopleInSettlements,
      long outsideCountries,
      long negativeCells) {}

  @Override
  public Integer call() throws IOException {
    SettleOptions options = new SettleOptions(densityPerKm2, minPopulation, maxPopulation, hexKm);
    InputFiles.writable(out);
    Extraction found = extract(options);
    List<Settlement> settlements =
        found.settlements().stream().map(SettleCommand::withDistrict).toList();
    Path part = out.resolveSibling(out.getFileName() + ".part");
    SettlementFile.write(part, settlements);
    Files.move(part, out, StandardCopyOption.REPLACE_EXISTING);
    Settled answer =
        new Settled(
            String.valueOf(out.getFileName()),
            settlements.size(),
            found.peopleInRaster(),
            found.peopleInSettlements(),
            settlements.stream().filter(each -> each.country().isEmpty()).count(),
            found.negativeCells());
    common.answer(answer, sentence(answer));
    return Commands.DONE;
  }

  private Extraction extract(SettleOptions options) {
    try (Raster people = Raster.open(InputFiles.readable(raster));
        ProgressLine progress = common.progress()) {
      return SettlementExtraction.extract(
          people, options, at -> Reference.builtIn().countryAt(at).orElse(""), progress);
    }
  }

  private String sentence(Settled answer) {
    return common
        .words()
        .text(
            "cli.settle.answer",
            answer.settlements(),
            answer.file(),
            answer.peopleInSettlements(),
            answer.peopleInRaster(),
            answer.outsideCountries());
  }

  private static Settlement withDistrict(Settlement settlement) {
    LonLat at = settlement.location();
    String district = Reference.builtIn().findDistrict(at).map(District::name).orElse("");
    return new Settlement(
        settlement.id(),
        settlement.name(),
        at,
        settlement.population(),
        settlement.areaKm2(),
        settlement.country(),
        district,
        settlement.baselineCoverageRatio(),
        settlement.distanceToGridKm(),
        settlement.modelled(),
        settlement.attributes());
  }
}
