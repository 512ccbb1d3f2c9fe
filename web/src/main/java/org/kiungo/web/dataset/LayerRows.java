package org.kiungo.web.dataset;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.StoredFeature;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Terrain;

/** Where rows of imported datasets are read from: the store, or a copy of some of it. */
interface LayerRows {

  /** All there are. */
  List<Dataset> datasets();

  /**
   * Any version.
   *
   * @param source dataset and version, such as {@code id/3}
   * @return its dataset with that version in the place of the current one; empty if it is not there
   */
  Optional<Dataset> find(String source);

  /** What the current version of a dataset holds. */
  LayerFacts facts(Dataset dataset);

  /** The current version of a dataset, as plans name it. */
  InputFile input(Dataset dataset);

  /** Sources that were merged into the current version of a dataset; empty for most. */
  Set<String> madeOf(Dataset dataset);

  /** Whether the current version of a dataset was said to be the whole country's. */
  boolean isWhole(Dataset dataset);

  /** Rows of its current version, in their order. */
  void forEach(Dataset dataset, Consumer<StoredFeature> sink);

  /** The original file of an input. */
  Path file(InputFile input);

  /** The ground that an elevation raster shows. */
  Terrain ground(InputFile input);
}
