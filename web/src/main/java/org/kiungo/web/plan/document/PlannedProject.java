package org.kiungo.web.plan.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Programme;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.ProjectCut;
import org.kiungo.web.language.Words;

/**
 * A project of a plan with what registries of projects ask of each.
 *
 * @param project as cut from the plan
 * @param identifier unique among the projects of all plans
 * @param description one sentence: what is built, for whom
 * @param start first day of its phase
 * @param end last day of its phase
 */
record PlannedProject(
    Project project, String identifier, String description, LocalDate start, LocalDate end) {

  private static final Map<String, String> ALPHA_2 =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toMap(
                  each -> new Locale.Builder().setRegion(each).build().getISO3Country(),
                  Function.identity()));

  /** Projects of a plan, sorted by phase and id. */
  static List<PlannedProject> of(String planId, PlanFolder folder, Words words) {
    return ProjectCut.of(folder.problem(), folder.plan(), folder.scenario().phases()).stream()
        .map(each -> of(planId, each, folder, words))
        .toList();
  }

  private static PlannedProject of(String planId, Project project, PlanFolder folder, Words words) {
    int first = folder.scenario().money().firstYear();
    int last = folder.scenario().money().lastYear();
    Programme programme = folder.plan().programme();
    if (programme != null) {
      first = programme.phases().get(project.phase() - 1).firstYear();
      last = programme.phases().get(project.phase() - 1).lastYear();
    }
    String description =
        words.text(
            "document.project." + project.kind().name().toLowerCase(Locale.ROOT),
            project.name(),
            project.members().sites().size(),
            project.members().links().size(),
            Math.round(project.peopleServed()));
    return new PlannedProject(
        project,
        identifier(planId, project.id()),
        description,
        LocalDate.of(first, 1, 1),
        LocalDate.of(last, 12, 31));
  }

  static String identifier(String planId, String projectId) {
    return "kiungo-" + planId + "-" + projectId;
  }

  /** ISO 3166-1 alpha-2. */
  String country() {
    return ALPHA_2.get(project.country());
  }

  /** Lifetime cost in USD, to the cent. */
  BigDecimal costUsd() {
    return BigDecimal.valueOf(project.costCents(), 2);
  }
}
