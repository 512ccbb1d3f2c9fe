package org.kiungo.geodata.problem;

import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;

/** Records with their country behind their identity, where two countries use the same one. */
final class CountryIds {

  private CountryIds() {}

  static Settlement of(Settlement s) {
    return s.withId(s.id() + "@" + s.country());
  }

  static NetworkNode of(NetworkNode n) {
    return n.withId(n.id() + "@" + n.country());
  }

  static FibreLine of(FibreLine f) {
    return new FibreLine(
        f.id() + "@" + f.country(), f.path(), f.country(), f.operator(), f.status(), f.source());
  }

  static Tower of(Tower t) {
    return t.withId(t.id() + "@" + t.country());
  }
}
