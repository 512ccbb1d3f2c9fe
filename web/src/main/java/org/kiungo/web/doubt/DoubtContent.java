package org.kiungo.web.doubt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kiungo.planner.folder.Manifest;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.folder.doubt.Doubt;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.doubt.FutureRow;
import org.kiungo.planner.folder.doubt.PlaceRow;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.plan.verdict.PlanVerdict;

/**
 * What pages tell of a plan in doubt, as its folder has it.
 *
 * @param id of the study
 * @param doubt what the plan loses
 * @param futures with all layers, in their order
 * @param places in the order of the plan's
 * @param verdict what may be said of the folder
 */
public record DoubtContent(
    String id, Doubt doubt, List<FutureRow> futures, List<PlaceRow> places, PlanVerdict verdict) {

  public DoubtContent {
    futures = List.copyOf(futures);
    places = List.copyOf(places);
  }

  static DoubtContent read(String id, Path folder, DoubtChore.Made made) throws IOException {
    DoubtFolder read = DoubtFolder.read(folder);
    List<FutureRow> all = read.futures().stream().filter(each -> each.layer().isEmpty()).toList();
    PlanVerdict verdict =
        isAsKept(folder, made.sha256()) ? made.verdict() : PlanVerdict.changed(DoubtFolder.DOUBT);
    return new DoubtContent(id, read.doubt(), all, read.places(), verdict);
  }

  private static boolean isAsKept(Path folder, String sha256) throws IOException {
    Path manifest = folder.resolve(Manifest.NAME);
    try {
      String due = new String(Manifest.of(folder), StandardCharsets.UTF_8);
      return TextFiles.sha256(folder.resolve(DoubtFolder.DOUBT)).equals(sha256)
          && Files.readString(manifest).equals(due)
          && Manifest.hash(folder).filter(TextFiles.sha256(manifest)::equals).isPresent();
    } catch (InputRefused unreadable) {
      return false;
    }
  }

  /** The same where this, too, is said of the plan. */
  DoubtContent of(PlanVerdict plan) {
    PlanVerdict both = plan.isRefused() ? plan : verdict.with(plan.open());
    return new DoubtContent(id, doubt, futures, places, both);
  }
}
