package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputFile;

/**
 * Imported versions read again from their originals, as plans say that they were read: what the
 * store holds of them plays no part.
 */
public final class LayersReadAgain implements ImportedLayers {

  private final VersionRows rows;

  /**
   * @param inputs imported ones of a plan, all of which {@link #suffices}
   * @param originals their files
   */
  public LayersReadAgain(Collection<InputFile> inputs, Function<InputFile, Path> originals) {
    List<Again> versions = new ArrayList<>();
    for (InputFile each : inputs) {
      versions.add(new Again(each, originals.apply(each)));
    }
    rows = new VersionRows(versions);
  }

  /** True for a version that a store of datasets has, not a plain file. */
  public static boolean isVersion(InputFile input) {
    return input.version().matches("[^/]+/\\d{1,9}");
  }

  /** Whether its rows follow from its file and what the plan says of how it was read. */
  public static boolean suffices(InputFile input) {
    return isVersion(input) && !input.reading().isEmpty();
  }

  @Override
  public FeedSources sources() {
    return new ImportedSources(rows);
  }

  /** One of them; its rows are read when they are asked for, once. */
  private static final class Again implements VersionRows.Version {

    private final InputFile input;
    private final Reading reading;
    private final Path file;
    private List<StoredFeature> read;

    Again(InputFile input, Path file) {
      this.input = input;
      this.reading = Reading.of(input);
      this.file = file;
    }

    @Override
    public Dataset dataset() {
      String[] version = input.version().split("/");
      return new Dataset(
          version[0],
          input.role(),
          reading.country(),
          reading.dataset(),
          Integer.parseInt(version[1]));
    }

    @Override
    public boolean current() {
      return true;
    }

    @Override
    public InputFile input() {
      return input;
    }

    @Override
    public Set<String> madeOf() {
      return Set.of();
    }

    @Override
    public boolean whole() {
      return Judge.isWholeCoverage(reading.judgement());
    }

    @Override
    public Path file() {
      return file;
    }

    @Override
    public void forEach(Consumer<StoredFeature> sink) {
      if (read == null) {
        List<StoredFeature> rows = new ArrayList<>();
        LayerKind kind = LayerKind.named(input.role());
        new ImportReader((layout, layer) -> Optional.empty())
            .read(reading.request(kind, file), "", input.sha256(), rows::add);
        read = rows;
      }
      read.forEach(sink);
    }
  }
}
