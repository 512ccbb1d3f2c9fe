package org.kiungo.planner.deploy.protect;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.resilience.Disjoint;
import org.kiungo.planner.model.resilience.TwoPaths;
import org.kiungo.planner.model.value.InputRefused;

/** The hubs of a question, and where each of them needs a second way. */
public final class Hubs {

  private final Question question;
  private final BitSet hubs = new BitSet();
  private final Disjoint disjoint;
  private final Ends ends;

  /**
   * A place with sites that serve hubs.
   *
   * @param hubs settlements, ascending
   * @param bps their busy-hour demand there
   */
  record Start(int place, List<Integer> hubs, long bps) {}

  /**
   * @throws InputRefused {@code twoPaths.hub} when a named hub is no settlement of the question
   */
  public Hubs(Question question, TwoPaths rule) {
    this.question = question;
    disjoint = rule.disjoint();
    ends = new Ends(question);
    SortedSet<String> ids = rule.hubs(question.problem().settlements());
    for (int i = 0; i < question.places().settlements(); i++) {
      hubs.set(i, ids.contains(question.places().id(i)));
    }
  }

  Question question() {
    return question;
  }

  Ends ends() {
    return ends;
  }

  Disjoint disjoint() {
    return disjoint;
  }

  /** Settlements that are hubs, ascending. */
  int[] settlements() {
    return hubs.stream().toArray();
  }

  /** The starts that need a second way as a draft stands, by place. */
  SortedMap<Integer, Start> starts(Draft draft) {
    SortedMap<Integer, Start> starts = new TreeMap<>();
    for (int hub : settlements()) {
      int option = draft.choice(hub);
      int site = option < 0 ? -1 : question.options().site(option);
      int place = site < 0 ? -1 : question.options().sitePlace(site);
      if (place >= 0 && !standsOnNetwork(place, draft.arc(place))) {
        long bps = question.options().demandBps(option);
        starts.merge(place, new Start(place, List.of(hub), bps), Hubs::together);
      }
    }
    return starts;
  }

  private static Start together(Start one, Start other) {
    List<Integer> hubs = new ArrayList<>(one.hubs);
    hubs.addAll(other.hubs);
    return new Start(one.place, hubs, one.bps + other.bps);
  }

  /** True when the arc of a place is the short way to a node or line at which it stands. */
  private boolean standsOnNetwork(int place, int arc) {
    CandidateLinks links = question.links();
    return links.head(arc) == links.root()
        && !links.isUp(links.link(arc))
        && links.km(links.link(arc)) <= TwoPaths.STANDS_ON_NETWORK_KM;
  }

  /** True when a site at a place needs no second way, if it goes straight to the network. */
  boolean mayStandOnNetwork(int place) {
    CandidateLinks links = question.links();
    for (int e = links.first(place); e < links.end(place); e++) {
      if (standsOnNetwork(place, e)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The same question where a hub pays for its second way with its option.
   *
   * @param cents by settlement, for options with a site that needs a second way
   */
  public Question charging(long[] cents) {
    return question.withSurcharge(
        option -> {
          int site = question.options().site(option);
          boolean needs = site >= 0 && !mayStandOnNetwork(question.options().sitePlace(site));
          return needs ? cents[question.options().owner(option)] : 0;
        });
  }
}
