package org.kiungo.planner.deploy.protect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.plan.PlanWriter;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.SecondPaths;

/** Turns a draft and its second ways into a plan. */
final class SecondWayWriter {

  private final Question question;
  private final CandidateLinks links;
  private final Draft draft;
  private final SecondWays ways;
  private final PlanWriter writer;

  SecondWayWriter(Protected decided) {
    draft = decided.draft();
    ways = decided.ways();
    question = draft.question();
    links = question.links();
    writer = new PlanWriter(draft, ways::reservedBps);
  }

  Plan write() {
    List<SecondPaths.Way> listed = new ArrayList<>();
    SortedMap<Integer, BuiltLink> built = new TreeMap<>();
    ways.ways()
        .forEach(
            (start, arcs) -> {
              List<String> placeIds = new ArrayList<>();
              int v = start;
              for (int arc : arcs) {
                placeIds.add(question.places().id(v));
                if (ways.forestBps(draft, v, arc) < 0) {
                  int place = v;
                  built.computeIfAbsent(
                      links.link(arc), link -> writer.link(place, arc, ways.reservedBps(link)));
                }
                if (links.head(arc) == links.root()) {
                  placeIds.add(links.rootOf(links.link(arc)).id());
                }
                v = links.head(arc);
              }
              listed.add(
                  new SecondPaths.Way(
                      question.places().id(start),
                      hubs(start),
                      ways.demandBps(start) / 1e6,
                      placeIds));
            });
    listed.sort(Comparator.comparing(SecondPaths.Way::placeId));
    List<BuiltLink> sorted = new ArrayList<>(built.values());
    sorted.sort(Comparator.comparing(BuiltLink::id));
    return writer.write(new SecondPaths(listed, sorted));
  }

  private List<String> hubs(int start) {
    return ways.hubs(start).stream().map(question.places()::id).sorted().toList();
  }
}
