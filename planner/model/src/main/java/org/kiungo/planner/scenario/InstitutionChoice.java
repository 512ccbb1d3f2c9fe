package org.kiungo.planner.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.kiungo.planner.model.InstitutionRule;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Which schools, clinics and others a plan counts, and what it strives for among them.
 *
 * @param source where they come from
 * @param goals by kind, none twice
 */
public record InstitutionChoice(Source source, List<InstitutionGoal> goals) {

  /** Imported ones where there are any, as demand alone. */
  public static final InstitutionChoice DEFAULT = new InstitutionChoice(Source.IMPORTED, List.of());

  /** Where institutions come from. */
  public enum Source {
    /** None count. */
    NONE,
    /** Imported ones, in countries that have them. */
    IMPORTED,
    /** Imported ones, and those that Kiungo carries in countries without. */
    BUILT_IN
  }

  /**
   * @throws InputRefused {@code institutions.twice}, {@code institutions.none}
   */
  public InstitutionChoice {
    source = source == null ? Source.IMPORTED : source;
    goals = goals == null ? List.of() : List.copyOf(goals);
    Set<String> seen = new HashSet<>();
    for (InstitutionGoal each : goals) {
      if (!seen.add(each.kind())) {
        throw new InputRefused("institutions.twice", "field", "institutions", "kind", each.kind());
      }
      if (source == Source.NONE) {
        throw new InputRefused("institutions.none", "field", "institutions", "kind", each.kind());
      }
    }
  }

  /** The same source with other goals. */
  public InstitutionChoice withGoals(List<InstitutionGoal> changed) {
    return new InstitutionChoice(source, changed);
  }

  /**
   * What the goals mean where some institutions are joined.
   *
   * @throws InputRefused {@code institutions.kind} for a kind of which none is joined
   */
  public List<InstitutionRule> rules(Institutions institutions) {
    List<InstitutionRule> rules = new ArrayList<>();
    for (InstitutionGoal goal : goals) {
      List<String> columns =
          institutions.of(goal.kind()).stream().map(InstitutionKind::column).toList();
      if (columns.isEmpty()) {
        throw new InputRefused(
            "institutions.kind",
            "field",
            "institutions",
            "kind",
            goal.kind(),
            "known",
            institutions.kinds().stream()
                .map(each -> each.kind().id())
                .collect(Collectors.joining(", ")));
      }
      double weight = Double.isNaN(goal.weightPeople()) ? 0 : goal.weightPeople();
      rules.add(new InstitutionRule(columns, weight, goal.asksForAll()));
    }
    return rules;
  }
}
