package org.kiungo.web.dataset;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.scenario.Feed;

/**
 * Imported layers copied into a folder, for a process that cannot open the database: one file that
 * lists them, and a {@link RowFile} a dataset.
 */
public final class CopiedLayers implements ImportedLayers {

  private static final String LIST = "layers.json";

  private final VersionRows rows;

  /**
   * @param folder that {@link Datasets#copyLayers} wrote
   */
  public CopiedLayers(Path folder) {
    Copied[] copied = RowFile.JSON.readValue(folder.resolve(LIST).toFile(), Copied[].class);
    this.rows = new VersionRows(Stream.of(copied).map(each -> new Kept(each, folder)).toList());
  }

  /**
   * A dataset of the folder.
   *
   * @param dataset with the version that it is
   * @param current whether that is the version that plans use where nothing is said
   * @param input as plans name it
   * @param original its file
   * @param madeOf the sources that were merged into it
   * @param whole whether it was said to be the whole country's
   * @param rows name of the file here
   */
  private record Copied(
      Dataset dataset,
      boolean current,
      InputFile input,
      String original,
      Set<String> madeOf,
      boolean whole,
      String rows) {}

  static void write(LayerRows rows, Collection<String> countries, List<Feed> feeds, Path folder)
      throws IOException {
    List<Dataset> current = new ArrayList<>();
    for (String iso3 : new TreeSet<>(countries)) {
      current.addAll(ImportedSources.used(rows, iso3));
      current.addAll(ImportedSources.withFacilities(rows, iso3));
    }
    Set<Dataset> wanted = new LinkedHashSet<>(current);
    feeds.forEach(each -> rows.find(each.source()).ifPresent(wanted::add));
    List<Copied> all = new ArrayList<>();
    for (Dataset each : wanted) {
      InputFile input = rows.input(each);
      String name = all.size() + ".jsonl";
      String original = rows.file(input).toString();
      all.add(
          new Copied(
              each,
              current.contains(each),
              input,
              original,
              rows.madeOf(each),
              rows.isWhole(each),
              name));
      writeRows(rows, each, folder.resolve(name));
    }
    Files.write(folder.resolve(LIST), RowFile.JSON.writeValueAsBytes(all));
  }

  private static void writeRows(LayerRows rows, Dataset dataset, Path file) throws IOException {
    try (RowFile out = new RowFile(file)) {
      rows.forEach(dataset, out::write);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  @Override
  public FeedSources sources() {
    return new ImportedSources(rows);
  }

  /** The original file of an input that is copied here. */
  public Path original(InputFile input) {
    return rows.file(input);
  }

  private record Kept(Copied copied, Path folder) implements VersionRows.Version {

    @Override
    public Dataset dataset() {
      return copied.dataset();
    }

    @Override
    public boolean current() {
      return copied.current();
    }

    @Override
    public InputFile input() {
      return copied.input();
    }

    @Override
    public Set<String> madeOf() {
      return copied.madeOf();
    }

    @Override
    public boolean whole() {
      return copied.whole();
    }

    @Override
    public Path file() {
      return Path.of(copied.original());
    }

    @Override
    public void forEach(Consumer<StoredFeature> sink) {
      RowFile.forEach(folder.resolve(copied.rows()), sink);
    }
  }
}
