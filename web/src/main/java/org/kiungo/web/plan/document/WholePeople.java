package org.kiungo.web.plan.document;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.finance.LargestRemainder;
import org.kiungo.planner.project.Project;

/**
 * Whole people whom a project brings to service, the same on every page and in every document, so
 * that those of all projects add up to the plan's.
 *
 * @param served brought to the standard
 * @param basic brought to basic service
 */
public record WholePeople(long served, long basic) {

  /** Of all projects of a plan, by id. */
  public static Map<String, WholePeople> of(List<Project> projects) {
    long[] served = whole(projects, Project::peopleServed);
    long[] basic = whole(projects, Project::peopleBasic);
    Map<String, WholePeople> people = new HashMap<>();
    for (int k = 0; k < served.length; k++) {
      people.put(projects.get(k).id(), new WholePeople(served[k], basic[k]));
    }
    return people;
  }

  private static long[] whole(List<Project> projects, ToDoubleFunction<Project> people) {
    double[] each = projects.stream().mapToDouble(people).toArray();
    return each.length == 0
        ? new long[0]
        : LargestRemainder.shares(Math.round(Arrays.stream(each).sum()), each);
  }

  /** Either way. */
  public long all() {
    return served + basic;
  }
}
