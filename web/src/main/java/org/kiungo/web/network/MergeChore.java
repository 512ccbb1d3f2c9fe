package org.kiungo.web.network;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.conflate.ConflatedNetwork.Segment;
import org.kiungo.geodata.conflate.DrawnLine;
import org.kiungo.geodata.conflate.NetworkConflation.Source;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.web.dataset.RowFile;
import org.kiungo.web.worker.Caller;
import org.kiungo.web.worker.Chore;
import org.kiungo.web.worker.TellingProgress;

/** Merges drawings into a file of rows. */
public final class MergeChore implements Chore<MergeChore.Task, MergeChore.Made> {

  /** What it does after reading. */
  static final String MERGING = "merging";

  /**
   * What to do.
   *
   * @param country ISO 3166-1 alpha-3
   * @param choice what is merged, and how
   * @param chosen the drawings, most trusted first
   * @param files of each its rows as a {@link RowFile}; null for what Kiungo carries
   * @param learnt tolerances of drawings by their id
   * @param rows where the network goes, as a {@link RowFile}
   */
  record Task(
      String country,
      MergeChoice choice,
      List<Drawing> chosen,
      List<Path> files,
      Map<String, Double> learnt,
      Path rows) {}

  /**
   * What came of it.
   *
   * @param toleranceKm used
   * @param basis of the tolerance
   * @param lengthKm of the network
   * @param doubts how many stretches are doubtful
   * @param undecided how many of them nobody has decided
   * @param conflicts how often drawings tell different things of one cable
   */
  record Made(
      double toleranceKm,
      String basis,
      double lengthKm,
      int doubts,
      long undecided,
      int conflicts) {}

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
    Reference reference = Reference.builtIn();
    TellingProgress progress = new TellingProgress(caller::tell);
    List<Source> sources = new ArrayList<>();
    for (int k = 0; k < task.chosen().size(); k++) {
      List<DrawnLine> lines = new ArrayList<>();
      if (task.files().get(k) == null) {
        reference.fibreLines(task.country()).forEach(line -> lines.add(DrawnLine.of(line)));
      } else {
        RowFile.forEach(task.files().get(k), row -> lines.add(Drawings.line(row)));
      }
      sources.add(new Source(task.chosen().get(k).id(), lines));
    }
    Merges.Result result =
        Merges.merged(
            reference,
            task.country(),
            new Merges.Chosen(task.choice(), task.chosen(), task.learnt()),
            sources,
            done -> progress.report(MERGING, done, Double.NaN, Double.NaN, Double.NaN));
    try (RowFile out = new RowFile(task.rows())) {
      for (Segment each : result.network().segments()) {
        out.write(MergedVersions.row(each, task.country(), result));
      }
    }
    boolean given = task.choice().toleranceKm() != null;
    return new Made(
        result.tolerance().km(),
        given ? "GIVEN" : result.suggestion().basis().name(),
        result.network().lengthKm(),
        result.network().doubts().size(),
        result.undecided(),
        result.network().conflicts().size());
  }
}
