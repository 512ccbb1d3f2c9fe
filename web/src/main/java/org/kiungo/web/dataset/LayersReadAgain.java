package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.kiungo.geodata.feed.FeedSources;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.judge.Judge;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;

/**
 * Imported versions read again from their originals, as plans say that they were read: what the
 * store holds of them plays no part.
 */
public final class LayersReadAgain implements ImportedLayers {

  private final List<Version> versions = new ArrayList<>();
  private final Map<Dataset, List<StoredFeature>> rows = new HashMap<>();
  private final DatasetFacts facts = new DatasetFacts();

  private record Version(Dataset dataset, InputFile input, Reading reading, Path file) {}

  /**
   * @param inputs imported ones of a plan, all of which {@link #suffices}
   * @param originals their files
   */
  public LayersReadAgain(Collection<InputFile> inputs, Function<InputFile, Path> originals) {
    for (InputFile each : inputs) {
      Reading reading = Reading.of(each);
      String[] version = each.version().split("/");
      Dataset dataset =
          new Dataset(
              version[0],
              each.role(),
              reading.country(),
              reading.dataset(),
              Integer.parseInt(version[1]));
      versions.add(new Version(dataset, each, reading, originals.apply(each)));
    }
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
    return new ImportedSources(new Rows());
  }

  private final class Rows implements LayerRows {

    @Override
    public List<Dataset> datasets() {
      return versions.stream().map(Version::dataset).toList();
    }

    @Override
    public Optional<Dataset> find(String source) {
      return datasets().stream()
          .filter(each -> ImportedSources.source(each).equals(source))
          .findFirst();
    }

    private Version of(Dataset dataset) {
      return versions.stream()
          .filter(each -> each.dataset().equals(dataset))
          .findFirst()
          .orElseThrow();
    }

    @Override
    public LayerFacts facts(Dataset dataset) {
      return facts.of(
          ImportedSources.source(dataset),
          LayerKind.named(dataset.layer()),
          dataset.country(),
          sink -> forEach(dataset, sink));
    }

    @Override
    public InputFile input(Dataset dataset) {
      return of(dataset).input();
    }

    @Override
    public Set<String> madeOf(Dataset dataset) {
      return Set.of();
    }

    @Override
    public boolean isWhole(Dataset dataset) {
      return Judge.isWholeCoverage(of(dataset).reading().judgement());
    }

    @Override
    public void forEach(Dataset dataset, Consumer<StoredFeature> sink) {
      rows.computeIfAbsent(dataset, key -> read(of(key))).forEach(sink);
    }

    private static List<StoredFeature> read(Version version) {
      List<StoredFeature> read = new ArrayList<>();
      LayerKind kind = LayerKind.named(version.input().role());
      new ImportReader((layout, layer) -> Optional.empty())
          .read(
              version.reading().request(kind, version.file()),
              "",
              version.input().sha256(),
              read::add);
      return read;
    }

    @Override
    public Path file(InputFile input) {
      return versions.stream()
          .filter(each -> each.input().equals(input))
          .map(Version::file)
          .findFirst()
          .orElseThrow();
    }

    @Override
    public Terrain ground(InputFile input) {
      return ElevationRaster.open(file(input));
    }
  }
}
