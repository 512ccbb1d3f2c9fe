package org.kiungo.web.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kiungo.planner.folder.Durable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.job.JobHearing;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobWork;
import org.kiungo.web.job.LiveJob;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.kiungo.web.worker.Told;
import org.kiungo.web.worker.Unwanted;
import org.springframework.stereotype.Component;

/**
 * Merges drawings and stores the network as a version, in the transaction that ends the job: one
 * that was interrupted begins anew from the same drawings, and nothing is stored twice.
 */
@Component
class MergeWork implements JobWork {

  static final String KIND = "merge";

  private static final Duration KEPT = Duration.ofDays(90);

  /** Drawings of fewer corners are merged in less time than another Java takes to start. */
  private static final int SMALL_CORNERS = 5_000;

  private final Merges merges;
  private final Drawings drawings;
  private final MergedVersions versions;
  private final Apart apart;
  private final Budgets budgets;
  private final DataFolder data;

  MergeWork(
      Merges merges,
      Drawings drawings,
      MergedVersions versions,
      Apart apart,
      Budgets budgets,
      DataFolder data) {
    this.merges = merges;
    this.drawings = drawings;
    this.versions = versions;
    this.apart = apart;
    this.budgets = budgets;
    this.data = data;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public boolean isTriedAgain() {
    return true;
  }

  @Override
  public Optional<Duration> kept() {
    return Optional.of(KEPT);
  }

  @Override
  public InputRefused interrupted(JobRow row) {
    return new InputRefused("network.interrupted", "name", row.subject());
  }

  @Override
  public String work(LiveJob job) throws IOException {
    MergeBody body = MergeBody.of(job.row().body());
    Path folder = Files.createTempDirectory(data.folder(DataFolder.INCOMING), KIND);
    try {
      at(job, "reading", 0);
      List<Drawing> chosen = merges.drawings(body.country(), body.choice().drawings());
      List<Path> files = new ArrayList<>();
      int corners = 0;
      for (Drawing each : chosen) {
        boolean carried = each.id().equals(Drawing.BUILT_IN);
        files.add(carried ? null : folder.resolve(files.size() + ".jsonl"));
        corners += carried ? 0 : drawings.copy(each, files.get(files.size() - 1), corners);
      }
      Path rows = folder.resolve("rows.jsonl");
      MergeChore.Made made =
          (corners <= SMALL_CORNERS ? Apart.here() : apart)
              .work(
                  new MergeChore(),
                  new MergeChore.Task(
                      body.country(), body.choice(), chosen, files, body.learnt(), rows),
                  budgets.file(body.name()),
                  folder,
                  new JobHearing(job));
      at(job, "storing", 1);
      versions.store(body, chosen, made, rows, job);
      job.ifEnded(() -> merges.learn(chosen, made.toleranceKm()));
      return null;
    } finally {
      Durable.discard(folder);
    }
  }

  private static void at(LiveJob job, String phase, double doneRatio) {
    job.at(new Told(phase, doneRatio, Double.NaN, Double.NaN, Double.NaN));
    if (job.isEnding()) {
      throw new Unwanted();
    }
  }
}
