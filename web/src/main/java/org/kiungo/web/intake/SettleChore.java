package org.kiungo.web.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.settle.AttributeJoin;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.planner.folder.SettlementFile;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.dataset.Settling;
import org.kiungo.web.dataset.StoredRecords;
import org.kiungo.web.settle.SettledDraft;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;
import org.locationtech.jts.geom.Geometry;

/** Makes settlements of a raster, or joins attributes to some, into a file of rows. */
public final class SettleChore implements Chore<SettleChore.Task, SettleChore.Made> {

  /**
   * What to do.
   *
   * @param raster of people, or a layer of settlements; null where attributes are joined
   * @param country ISO 3166-1 alpha-3
   * @param crs of a raster that names none; null where nobody says it
   * @param options how a raster becomes settlements; null where attributes are joined
   * @param before settlements that get attributes, as a {@link RowFile}; null for a raster
   * @param attributes files to join, in order
   * @param nearKm how far a facility is near
   * @param rows where the settlements go, as a {@link RowFile}
   * @param geoJson where they go as well, as the command line writes them; null for nowhere
   */
  record Task(
      Path raster,
      String country,
      String crs,
      SettleOptions options,
      Path before,
      List<AttributeSource> attributes,
      double nearKm,
      Path rows,
      Path geoJson) {}

  /**
   * What came of it.
   *
   * @param settlements how many
   * @param peopleIn in the raster or layer
   * @param peopleOut in the settlements
   * @param peopleElsewhere in the raster, in no settlement
   * @param negativeCells of the raster, left out
   * @param joined what each file gave
   * @param sha256 of each of these files
   */
  record Made(
      int settlements,
      double peopleIn,
      double peopleOut,
      double peopleElsewhere,
      long negativeCells,
      List<SettledDraft.Joined> joined,
      List<String> sha256) {

    static Made of(
        List<Settlement> settlements,
        double[] people,
        long negativeCells,
        List<AttributeJoin.JoinedFile> files) {
      return new Made(
          settlements.size(),
          people[0],
          people[1],
          people[2],
          negativeCells,
          SettledDraft.Joined.of(files),
          files.stream().map(each -> each.input().sha256()).toList());
    }
  }

  @Override
  public Class<Task> takes() {
    return Task.class;
  }

  @Override
  public Class<Made> gives() {
    return Made.class;
  }

  @Override
  public Made work(Task task, Caller caller) throws IOException {
    return task.raster() == null ? join(task) : settle(task, caller);
  }

  private static Made settle(Task task, Caller caller) throws IOException {
    Settling.Outcome outcome =
        Settling.run(
            new Settling.Request(
                task.raster(),
                task.country(),
                task.crs(),
                task.options(),
                task.attributes(),
                task.nearKm()),
            new TellingProgress(caller::tell));
    write(task.rows(), outcome.settlements(), outcome.ground());
    if (task.geoJson() != null) {
      SettlementFile.write(task.geoJson(), outcome.settlements());
    }
    return Made.of(
        outcome.settlements(),
        new double[] {outcome.peopleIn(), outcome.peopleOut(), outcome.peopleElsewhere()},
        outcome.negativeCells(),
        outcome.joined());
  }

  private static Made join(Task task) throws IOException {
    List<Settlement> settlements = new ArrayList<>();
    List<Geometry> ground = new ArrayList<>();
    RowFile.forEach(
        task.before(),
        row -> {
          settlements.add(StoredRecords.settlement(row));
          ground.add(StoredRecords.ground(row));
        });
    AttributeJoin join = Settling.join(settlements, ground, task.attributes(), task.nearKm());
    write(task.rows(), join.settlements(), ground);
    double people = settlements.stream().mapToDouble(Settlement::population).sum();
    return Made.of(settlements, new double[] {people, people, 0}, 0, join.files());
  }

  private static void write(Path file, List<Settlement> settlements, List<Geometry> ground)
      throws IOException {
    try (RowFile out = new RowFile(file)) {
      for (int k = 0; k < settlements.size(); k++) {
        out.write(
            StoredRecords.settlementRow(
                settlements.get(k), ground.isEmpty() ? null : ground.get(k)));
      }
    }
  }
}
