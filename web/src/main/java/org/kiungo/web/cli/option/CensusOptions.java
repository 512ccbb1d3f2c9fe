package org.kiungo.web.cli.option;

import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.Reports;
import org.kiungo.web.dataset.CensusCounts;
import picocli.CommandLine.Option;

/** A census to whose figures the places of each district are made to add up. */
public class CensusOptions {

  @Option(names = "--census", paramLabel = "FILE", descriptionKey = "kiungo.census")
  private Path census;

  @Option(names = "--districts", paramLabel = "FILE", descriptionKey = "kiungo.districts")
  private Path districts;

  public boolean isGiven() {
    return census != null;
  }

  /** The table; none where no census is given. */
  List<Path> files() {
    return census == null ? List.of() : List.of(census);
  }

  /** Refuses a census of which nobody says whose it is. */
  public void require(String iso3) {
    if (census != null && iso3.isEmpty()) {
      throw new InputRefused("census.country", "file", census.getFileName() + "");
    }
  }

  /**
   * The districts that have a figure; rows that could not be used are listed.
   *
   * @param iso3 of the one country that it counts; {@code census.country} is refused without
   */
  public CensusCounts read(String iso3, CommonOptions common) {
    require(iso3);
    CensusCounts counts = CensusCounts.read(InputFiles.readable(census), districts, iso3);
    if (!counts.report().isComplete()) {
      Reports.print(counts.report(), common);
    }
    return counts;
  }
}
