package org.kiungo.planner.servicefolder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.folder.FilesTogether;
import org.kiungo.planner.folder.ServiceDocuments;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.model.service.EService;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.place.ClassicPlacement;
import org.kiungo.planner.place.ClassicPlan;
import org.kiungo.planner.place.network.NetworkRoundTrips;

/**
 * The answer of one classic location model with everything needed to check it.
 *
 * <p>Files: {@code classic-problem.json} (kind of service, users, sites, network, data laws) and
 * {@code classic-plan.json} (question, open sites, who is served from where, value and bound).
 *
 * @param name shown to users
 * @param problem facts; its round trips are a {@link NetworkRoundTrips}
 * @param origins where the users come from
 * @param seed of every random choice
 * @param engineVersion that solved it
 * @param catalogueVersion of the kinds of service
 */
public record ClassicFolder(
    String name,
    ServiceProblem problem,
    Map<EService.Users, String> origins,
    ClassicPlacement.Question question,
    ClassicPlan plan,
    long seed,
    String engineVersion,
    String catalogueVersion) {

  static final String PROBLEM = "classic-problem.json";
  static final String PLAN = "classic-plan.json";

  /** Writes the files, or replaces them; a failure leaves what was there before. */
  public void write(Path folder) throws IOException {
    FilesTogether.write(
        folder,
        List.of(),
        part -> {
          ServiceProblemFile.write(part.resolve(PROBLEM), name, problem, origins);
          Files.write(part.resolve(PLAN), TextFiles.pretty(planDocument()));
        });
  }

  private ServiceDocuments.Classic planDocument() {
    return new ServiceDocuments.Classic(
        plan.model().id(),
        question.sites(),
        question.standardMs(),
        question.usdPerPersonMs(),
        plan.value(),
        plan.bound(),
        plan.gapRatio(),
        plan.method(),
        seed,
        engineVersion,
        catalogueVersion,
        plan.sites().stream().map(ClassicPlan.OpenSite::id).toList(),
        plan.users().stream()
            .map(u -> new ServiceDocuments.Served(u.id(), u.siteId(), u.roundTripMs()))
            .toList());
  }
}
