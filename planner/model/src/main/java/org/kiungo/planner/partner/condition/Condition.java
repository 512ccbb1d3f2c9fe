package org.kiungo.planner.partner.condition;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.project.Project;
import org.kiungo.planner.project.Work;

/**
 * What a partner asks before it pays. A condition answers the questions it is about and leaves the
 * others open; its sentence's arguments are the record's components in their order.
 */
public sealed interface Condition
    permits AtLeast,
        ClosedAccess,
        CoFinance,
        Communities,
        Countries,
        Districts,
        GuaranteedBy,
        IncomeBelow,
        Layers,
        Media,
        MostShare,
        NotWith,
        OnlyWith,
        OpenAccess,
        OutsideDistricts,
        ResultsBased,
        Technologies {

  /** As files and bundles name it: the record's name in lower case with hyphens. */
  default String code() {
    return code(getClass());
  }

  static String code(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  /** True when the partner may pay for such work. */
  default boolean allows(Work work, CountryStanding standing) {
    return true;
  }

  /** The largest share of a project, 0–1. */
  default double mostShareRatio(Project project) {
    return 1;
  }

  /** Letters of partners one of whom must pay for the same project; empty = nobody need. */
  default List<String> oneOf() {
    return List.of();
  }

  /** Letters of partners who must not pay for the same project. */
  default List<String> noneOf() {
    return List.of();
  }
}
