package org.kiungo.web.settle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.dataset.StoredRecords;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settlements that somebody may look at before they become a version: the very file that the
 * command line writes, and beside it where it comes from and what was counted.
 */
public final class SettledDraft {

  /** Name of the settlements' file. */
  public static final String SETTLEMENTS = "settlements.geojson";

  /** Name of the same as rows of a version. */
  public static final String ROWS = "rows.jsonl";

  private static final String ABOUT = "draft.json";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path folder;
  private final About about;

  private SettledDraft(Path folder, About about) {
    this.folder = folder;
    this.about = about;
  }

  /**
   * What a draft says of itself.
   *
   * @param country ISO 3166-1 alpha-3
   * @param name of the dataset it would become a version of
   * @param provenance that version would have
   * @param counts people
   * @param joined what each file of attributes gave
   */
  public record About(
      String country, String name, Provenance provenance, Counts counts, List<Joined> joined) {}

  /**
   * People, as they were counted.
   *
   * @param settlements how many
   * @param peopleIn in the raster's positive cells, or in the layer
   * @param peopleOut in the settlements
   * @param peopleElsewhere in the raster outside the country, in no settlement
   * @param negativeCells of the raster, left out
   */
  public record Counts(
      int settlements,
      double peopleIn,
      double peopleOut,
      double peopleElsewhere,
      long negativeCells) {}

  /**
   * What a file of attributes gave.
   *
   * @param name its meaning
   * @param file its name
   * @param attributes by name
   * @param settlements how many got a value
   */
  public record Joined(String name, String file, List<String> attributes, long settlements) {

    /** Of joined files, in their order. */
    public static List<Joined> of(List<AttributeJoin.JoinedFile> files) {
      return files.stream()
          .map(f -> new Joined(f.name(), f.input().name(), f.attributes(), f.settlements()))
          .toList();
    }
  }

  /**
   * Lays a draft where it stays until it is kept.
   *
   * @param made folder with its rows and its file, which leave it
   * @param folder where they go; it is there
   */
  public static void lay(Path made, Path folder, About about) throws IOException {
    for (String name : List.of(ROWS, SETTLEMENTS)) {
      Files.move(made.resolve(name), folder.resolve(name));
    }
    JSON.writeValue(folder.resolve(ABOUT).toFile(), about);
  }

  /** The draft in a folder. */
  public static SettledDraft in(Path folder) {
    return new SettledDraft(folder, JSON.readValue(folder.resolve(ABOUT).toFile(), About.class));
  }

  public About about() {
    return about;
  }

  /** The settlements' file, GeoJSON. */
  public Path file() {
    return folder.resolve(SETTLEMENTS);
  }

  /** The settlements as a {@link RowFile}. */
  public Path rows() {
    return folder.resolve(ROWS);
  }

  /** Hands over the settlements one by one, in the order of their file. */
  void forEach(Consumer<Settlement> sink) {
    RowFile.forEach(rows(), row -> sink.accept(StoredRecords.settlement(row)));
  }
}
