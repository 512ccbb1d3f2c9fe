package org.kiungo.planner.alternative;

import java.util.SortedSet;
import java.util.TreeSet;
import org.kiungo.planner.model.Plan;

/** Technologies and media that a plan serves people with and links sites by. */
record Uses(SortedSet<String> technologyIds, SortedSet<String> mediumIds) {

  static Uses of(Plan plan) {
    SortedSet<String> technologies = new TreeSet<>();
    SortedSet<String> media = new TreeSet<>();
    plan.settlements()
        .forEach(
            each ->
                each.each().stream()
                    .filter(part -> part.peopleServed() > 0)
                    .forEach(part -> technologies.add(part.technologyId())));
    plan.links().forEach(each -> media.add(each.mediumId()));
    return new Uses(technologies, media);
  }
}
