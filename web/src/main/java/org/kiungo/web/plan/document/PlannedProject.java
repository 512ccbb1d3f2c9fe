package org.kiungo.web.plan.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.partner.Partner;
import org.kiungo.planner.partner.PhaseYears;
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
 * @param people brought to the standard, whole; those of all projects add up to the plan's
 * @param peopleBasic brought to basic service likewise
 * @param state how far it has come
 * @param shares what partners pay of it, which is all or nothing
 */
record PlannedProject(
    Project project,
    String identifier,
    String description,
    LocalDate start,
    LocalDate end,
    long people,
    long peopleBasic,
    ProjectState state,
    List<Share> shares) {

  private static final Map<String, String> ALPHA_2 =
      Arrays.stream(Locale.getISOCountries())
          .collect(
              Collectors.toMap(
                  each -> new Locale.Builder().setRegion(each).build().getISO3Country(),
                  Function.identity()));

  /**
   * What one partner pays of a project.
   *
   * @param cents of USD
   */
  record Share(Partner partner, long cents) {

    BigDecimal usd() {
      return BigDecimal.valueOf(cents, 2);
    }
  }

  /**
   * Projects of a plan, sorted by phase and id; those that were paid for where it says who pays.
   */
  static List<PlannedProject> of(PublishedPlan plan, Words words) {
    PlanFolder folder = plan.folder();
    List<Project> projects =
        plan.funding() == null
            ? ProjectCut.of(folder.problem(), folder.plan(), folder.scenario().phases())
            : plan.funding().projects();
    Map<String, Map<String, Long>> ledger =
        plan.funding() == null ? Map.of() : plan.funding().ledger();
    Map<String, WholePeople> people = WholePeople.of(projects);
    Map<String, ProjectState> seen = plan.seen();
    List<PlannedProject> planned = new ArrayList<>();
    for (Project each : projects) {
      List<Share> shares = new ArrayList<>();
      ledger
          .getOrDefault(each.id(), Map.of())
          .forEach(
              (letter, cents) ->
                  shares.add(new Share(plan.funding().partnership().get(letter), cents)));
      long gained =
          served(each, projects).stream().mapToLong(served -> people.get(served.id()).all()).sum();
      planned.add(of(plan, each, people.get(each.id()), gained, shares, seen, words));
    }
    return planned;
  }

  /** Whose people a project is for: its own, or of a corridor those of all that hang on it. */
  private static Collection<Project> served(Project project, List<Project> all) {
    Map<String, Project> served = new HashMap<>();
    served.put(project.id(), project);
    boolean isMore = project.kind() == Project.Kind.CORRIDOR;
    while (isMore) {
      isMore = false;
      for (Project each : all) {
        if (each.requires().stream().anyMatch(served::containsKey)) {
          isMore |= served.put(each.id(), each) == null;
        }
      }
    }
    return served.values();
  }

  /** Its works in numbers; what serves places where it builds nothing else. */
  private static String built(Project project, Words words) {
    Project.Members members = project.members();
    List<String> parts = new ArrayList<>();
    count("sites", members.sites(), parts, words);
    count("links", members.links(), parts, words);
    count("nodes", members.nodes(), parts, words);
    if (parts.isEmpty()) {
      count("places", members.services(), parts, words);
    }
    return words.joined(parts);
  }

  private static void count(String what, List<String> works, List<String> parts, Words words) {
    if (!works.isEmpty()) {
      parts.add(words.text("document.project." + what, works.size()));
    }
  }

  private static PlannedProject of(
      PublishedPlan plan,
      Project project,
      WholePeople own,
      long people,
      List<Share> shares,
      Map<String, ProjectState> seen,
      Words words) {
    PhaseYears years =
        PhaseYears.of(plan.folder().scenario().phases(), plan.folder().scenario().money())
            .get(project.phase() - 1);
    String description =
        words.text(
            "document.project." + project.kind().name().toLowerCase(Locale.ROOT),
            project.name(),
            built(project, words),
            people);
    List<ProjectState> works =
        Stream.concat(project.members().sites().stream(), project.members().links().stream())
            .map(each -> seen.getOrDefault(each, ProjectState.PROPOSED))
            .toList();
    long stand = works.stream().filter(ProjectState.BUILT::equals).count();
    if (stand > 0) {
      description += " " + words.text("document.project.stands", stand, works.size());
    }
    ProjectState told = plan.states().getOrDefault(project.id(), ProjectState.PROPOSED);
    return new PlannedProject(
        project,
        identifier(plan.id(), project.id()),
        description,
        LocalDate.of(years.firstYear(), 1, 1),
        LocalDate.of(years.lastYear(), 12, 31),
        own.served(),
        own.basic(),
        PublishedPlan.further(told, state(works)),
        List.copyOf(shares));
  }

  /** How far a project has come of whose works some stand or are signed. */
  private static ProjectState state(List<ProjectState> works) {
    if (!works.isEmpty() && works.stream().allMatch(ProjectState.BUILT::equals)) {
      return ProjectState.BUILT;
    }
    return works.stream().allMatch(ProjectState.PROPOSED::equals)
        ? ProjectState.PROPOSED
        : ProjectState.SIGNED;
  }

  static String identifier(String planId, String projectId) {
    return "kiungo-" + planId + "-" + projectId;
  }

  /** ISO 3166-1 alpha-2. */
  String country() {
    return alpha2(project.country());
  }

  /**
   * A country by its shorter code.
   *
   * @return null where there is none
   */
  static String alpha2(String iso3) {
    return ALPHA_2.get(iso3);
  }

  /** Lifetime cost in USD, to the cent. */
  BigDecimal costUsd() {
    return BigDecimal.valueOf(project.costCents(), 2);
  }
}
