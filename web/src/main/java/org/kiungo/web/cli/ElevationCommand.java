package org.kiungo.web.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.geodata.format.LayerReader;
import org.kiungo.geodata.format.RasterReader;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.ZipFiles;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.District;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.terrain.ElevationMosaic;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.geodata.terrain.ElevationSource;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.cli.option.InputFiles;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import picocli.CommandLine;

/** Which open elevation files a country needs, and one raster of those that were fetched. */
@CommandLine.Command(name = "elevation")
class ElevationCommand implements Callable<Integer> {

  /** How far around the districts heights are kept, degrees. */
  private static final double AROUND = 0.02;

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--country", paramLabel = "ISO3", required = true)
  private String country;

  @CommandLine.Option(names = "--of", paramLabel = "GLO-90|GLO-30", defaultValue = "GLO-90")
  private String source;

  @CommandLine.Option(names = "--tiles", paramLabel = "PATH", arity = "1..*")
  private List<Path> tiles = List.of();

  @CommandLine.Option(names = "--cell", paramLabel = "SECONDS")
  private Integer cell;

  @CommandLine.Option(names = "--out", paramLabel = "FILE")
  private Path out;

  /**
   * What to fetch.
   *
   * @param country ISO 3166-1 alpha-3
   * @param source of heights
   * @param tiles that the country's land touches
   */
  record Needed(String country, String source, List<ElevationSource.Tile> tiles) {}

  /**
   * One raster of what was fetched.
   *
   * @param file written
   * @param sha256 of it
   * @param raster its size
   * @param rasters that it was made of
   * @param places settlements that Kiungo carries of the country
   * @param placesKnown those of them whose height it tells
   */
  record Made(
      String file,
      String sha256,
      ElevationMosaic.Written raster,
      int rasters,
      int places,
      long placesKnown) {}

  @Override
  public Integer call() throws IOException {
    ElevationSource from = ElevationSource.named(source);
    List<Geometry> land =
        Reference.builtIn().districts(country).stream().map(District::shape).toList();
    if (tiles.isEmpty()) {
      Needed needed = new Needed(country, from.label(), from.tiles(land));
      common.answer(needed, sentence(needed));
      return ExitCode.DONE;
    }
    Envelope box = new Envelope();
    land.forEach(each -> box.expandToInclude(each.getEnvelopeInternal()));
    box.expandBy(AROUND);
    Path target = InputFiles.writable(out == null ? Path.of("elevation-" + country + ".tif") : out);
    int seconds = cell == null ? ElevationMosaic.usualArcSeconds(box, from) : cell;
    List<ZipFiles> unpacked = new ArrayList<>();
    try {
      List<Path> rasters = rasters(unpacked);
      ElevationMosaic.Written written = ElevationMosaic.write(rasters, box, seconds, target);
      List<LonLat> places =
          ProblemAssembly.builtInSettlements(country).stream()
              .map(each -> each.location())
              .toList();
      long known;
      try (ElevationRaster ground = ElevationRaster.open(target)) {
        known = places.stream().filter(ground::isKnown).count();
      }
      Made made =
          new Made(
              target.toString(),
              TextFiles.sha256(target),
              written,
              rasters.size(),
              places.size(),
              known);
      common.answer(made, sentence(made));
      return known > 0 ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    } finally {
      unpacked.forEach(ZipFiles::close);
    }
  }

  /** Files as named; of a folder or a zip the rasters in it, by their names. */
  private List<Path> rasters(List<ZipFiles> unpacked) throws IOException {
    List<Path> rasters = new ArrayList<>();
    for (Path each : tiles) {
      if (Files.isDirectory(each)) {
        try (Stream<Path> within = Files.walk(each)) {
          within.filter(Files::isRegularFile).sorted().filter(this::isRaster).forEach(rasters::add);
        }
      } else if (ZipFiles.isZip(SourceFile.of(InputFiles.readable(each)))) {
        ZipFiles zip = ZipFiles.unpack(SourceFile.of(each));
        unpacked.add(zip);
        zip.files().stream().map(SourceFile::path).filter(this::isRaster).forEach(rasters::add);
      } else {
        rasters.add(each);
      }
    }
    if (rasters.isEmpty()) {
      throw new InputRefused("raster.notRaster", "file", tiles.get(0).toString());
    }
    return rasters;
  }

  /** What lies beside rasters, such as notes and previews, is passed over. */
  private boolean isRaster(Path file) {
    try {
      return LayerReader.of(SourceFile.of(file)) instanceof RasterReader;
    } catch (InputRefused other) {
      return false;
    }
  }

  private String sentence(Needed needed) {
    return needed.tiles().stream()
            .map(ElevationSource.Tile::address)
            .collect(Collectors.joining("\n", "", "\n"))
        + common
            .words()
            .text("cli.elevation.needed", needed.tiles().size(), needed.source(), country);
  }

  private String sentence(Made made) {
    return common
        .words()
        .text(
            "cli.elevation.made",
            made.file(),
            made.raster().width(),
            made.raster().height(),
            made.raster().arcSeconds(),
            made.placesKnown(),
            made.places(),
            made.sha256(),
            country);
  }
}
