package org.kiungo.planner.project;

/**
 * One thing that a plan buys.
 *
 * @param kind what it is
 * @param id of the settlement, site, link or node; of a part of a settlement's people {@code id#k},
 *     k from 0 in the plan's order; what a later phase adds to it {@code id@phase}
 * @param at place where it stands, or at which it leaves towards the network
 * @param towards what carries its traffic: a site, or the next place towards the network; empty
 *     where nothing of the plan does
 * @param work what kind of work it is, and where
 * @param phase in which it is built, from 1
 * @param cents lifetime cost
 * @param people brought to the standard
 * @param peopleBasic brought to basic service
 */
record Build(
    Kind kind,
    String id,
    String at,
    String towards,
    Work work,
    int phase,
    long cents,
    double people,
    double peopleBasic) {

  /** Id of the asset, without the phase that adds to it. */
  String asset() {
    int at = phase > 1 && id.endsWith("@" + phase) ? id.lastIndexOf('@') : id.length();
    return id.substring(0, at);
  }

  /** The same at another cost. */
  Build costing(long other) {
    return new Build(kind, id, at, towards, work, phase, other, people, peopleBasic);
  }

  /** What a later phase adds to it. */
  Build added(int later, long cost) {
    return new Build(kind, id + "@" + later, at, towards, work, later, cost, 0, 0);
  }

  /** Lists of a project's members, in this order. */
  enum Kind {
    SERVICE,
    SITE,
    LINK,
    NODE
  }
}
