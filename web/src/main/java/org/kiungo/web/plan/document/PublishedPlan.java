package org.kiungo.web.plan.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.funding.FundingFiles;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.RestWorks;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.partner.FundingResult;
import org.kiungo.planner.project.Project;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.verdict.PlanVerdict;
import org.kiungo.web.plan.verdict.VerdictWords;

/**
 * A plan as it is told to others.
 *
 * @param id its identity
 * @param folder decisions and facts
 * @param verdict what may be said of it
 * @param funding who pays; null where that is not settled
 * @param states how far projects have come, by id; those left out are proposed
 * @param certificateSha256 of the certificate's file; empty where there is none yet
 */
public record PublishedPlan(
    String id,
    PlanFolder folder,
    PlanVerdict verdict,
    FundingResult funding,
    Map<String, ProjectState> states,
    String certificateSha256) {

  /**
   * Reads the plan of a folder.
   *
   * @param verdict what verifying the folder said
   */
  public static PublishedPlan read(Path path, PlanVerdict verdict, ToldStates told)
      throws IOException {
    PlanFolder folder = PlanFolder.read(path);
    FundingResult funding = FundingFiles.isFunded(path) ? FundingFiles.read(path) : null;
    String id = Plans.idOf(path, folder);
    return new PublishedPlan(
        id, folder, verdict, funding, told.states(id), PlanFolder.certificateSha256(path));
  }

  /** What may be said of it, in a sentence. */
  String verdictSentence(Words words) {
    return VerdictWords.sentence(verdict, folder.certificate(), folder.scenario(), words);
  }

  /**
   * How far the projects of builds have come, by id of the build, and the builds of a rest that
   * stand or are signed already; nothing where nobody said anything.
   *
   * @param members the builds that are asked about, of each project
   */
  public Map<String, ProjectState> states(Words words, Function<Project, List<String>> members) {
    Map<String, ProjectState> told = new HashMap<>();
    if (!states.isEmpty()) {
      for (PlannedProject each : PlannedProject.of(this, words)) {
        members.apply(each.project()).forEach(id -> told.put(id, each.state()));
      }
    }
    seen().forEach((id, state) -> told.merge(id, state, PublishedPlan::further));
    return told;
  }

  /** The builds of a rest that stand or are signed already, by id; nothing of any other plan. */
  Map<String, ProjectState> seen() {
    Map<String, ProjectState> seen = new HashMap<>();
    RestWorks rest = RestWorks.of(folder.problem().inputs());
    Plan built = folder.plan();
    for (Plan.AccessSite each : built.sites()) {
      double units = RestWorks.first(built, each.id(), each.units());
      add(each.id(), rest.state(RestWorks.site(each), units), seen);
    }
    for (Plan.BuiltLink each : built.links()) {
      double systems = RestWorks.first(built, each.id(), each.systems());
      add(each.id(), rest.state(RestWorks.link(each), systems), seen);
    }
    return seen;
  }

  private static void add(String id, Lot.State state, Map<String, ProjectState> seen) {
    if (state == Lot.State.ACCEPTED) {
      seen.put(id, ProjectState.BUILT);
    } else if (state == Lot.State.SIGNED) {
      seen.put(id, ProjectState.SIGNED);
    }
  }

  /** What a verifier saw is further than what was said of a project. */
  static ProjectState further(ProjectState one, ProjectState other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
