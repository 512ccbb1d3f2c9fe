package org.kiungo.geodata.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.planner.model.value.InputRefused;

/**
 * The files that together make a shapefile: .shp, and where present .dbf, .shx, .prj and .cpg, in
 * any case of letters, and what says the full names of its columns.
 *
 * @param shp geometries, the file the user named or found in the archive
 * @param dbf attributes
 * @param shx offsets of the geometries
 * @param prj coordinate system
 * @param cpg character set of the attributes
 * @param notes metadata of the table by the W3C, which tells its columns' names in full
 */
public record ShapeParts(
    SourceFile shp,
    Optional<SourceFile> dbf,
    Optional<SourceFile> shx,
    Optional<SourceFile> prj,
    Optional<SourceFile> cpg,
    Optional<SourceFile> notes) {

  /** How the name of the part about a table ends, without the name of the layer and a dot. */
  public static final String NOTES = "dbf-metadata.json";

  /** The parts beside a .shp file. */
  public static ShapeParts beside(SourceFile shp) {
    Path folder = shp.path().toAbsolutePath().getParent();
    return new ShapeParts(
        shp,
        part(folder, shp, "dbf"),
        part(folder, shp, "shx"),
        part(folder, shp, "prj"),
        part(folder, shp, "cpg"),
        part(folder, shp, NOTES));
  }

  /** The parts among an archive's files. */
  public static ShapeParts among(List<SourceFile> files, SourceFile shp) {
    return new ShapeParts(
        shp,
        part(files, shp, "dbf"),
        part(files, shp, "shx"),
        part(files, shp, "prj"),
        part(files, shp, "cpg"),
        part(files, shp, NOTES));
  }

  private static Optional<SourceFile> part(List<SourceFile> files, SourceFile shp, String end) {
    return files.stream()
        .filter(file -> isPart(file.name(), shp, end) && file.sizeBytes() > 0)
        .findFirst();
  }

  private static Optional<SourceFile> part(Path folder, SourceFile shp, String end) {
    try (Stream<Path> siblings = Files.list(folder)) {
      return siblings
          .filter(path -> isPart(String.valueOf(path.getFileName()), shp, end))
          .filter(path -> Files.isRegularFile(path) && path.toFile().length() > 0)
          .sorted()
          .findFirst()
          .map(SourceFile::of);
    } catch (IOException unreadable) {
      throw new InputRefused("file.unreadable", "file", shp.name());
    }
  }

  private static boolean isPart(String name, SourceFile shp, String end) {
    return name.toLowerCase(Locale.ROOT).equals(shp.stem().toLowerCase(Locale.ROOT) + "." + end);
  }
}
