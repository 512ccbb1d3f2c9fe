package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.geodata.terrain.ElevationRaster;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;

/** Rows of versions that stand in no store. */
final class VersionRows implements LayerRows {

  private final List<? extends Version> versions;
  private final DatasetFacts facts = new DatasetFacts();

  /** One of them. */
  interface Version {

    /** Its dataset, of which it is the current version here. */
    Dataset dataset();

    /** Whether plans use it where nothing is said. */
    boolean current();

    /** As plans name it. */
    InputFile input();

    /** The sources that were merged into it. */
    Set<String> madeOf();

    /** Whether it was said to be the whole country's. */
    boolean whole();

    /** Its original. */
    Path file();

    /** Its rows, in their order. */
    void forEach(Consumer<StoredFeature> sink);
  }

  VersionRows(List<? extends Version> versions) {
    this.versions = versions;
  }

  @Override
  public List<Dataset> datasets() {
    return versions.stream().filter(Version::current).map(Version::dataset).toList();
  }

  @Override
  public Optional<Dataset> find(String source) {
    return versions.stream()
        .map(Version::dataset)
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
    return of(dataset).madeOf();
  }

  @Override
  public boolean isWhole(Dataset dataset) {
    return of(dataset).whole();
  }

  @Override
  public void forEach(Dataset dataset, Consumer<StoredFeature> sink) {
    of(dataset).forEach(sink);
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
    Version version =
        versions.stream().filter(each -> each.input().equals(input)).findFirst().orElseThrow();
    StringBuilder crs = new StringBuilder();
    version.forEach(row -> crs.append(row.attributes().getOrDefault("crs", "")));
    return ElevationRaster.openImported(version.file(), crs.toString());
  }
}
