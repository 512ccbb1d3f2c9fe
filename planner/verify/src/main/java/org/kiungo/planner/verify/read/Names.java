package org.kiungo.planner.verify.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.verify.check.Ledger;

/**
 * Names by which links and sites say where they end and stand. Were one shared by a settlement and
 * a node, a link could end where no network is.
 */
final class Names {

  private static final String RULE = "id.once";
  private static final Set<String> OF_POSITIONS = Set.of("tap", "road");

  private final Map<String, String> places = new HashMap<>();
  private final Set<String> lines = new HashSet<>();
  private final List<String[]> shared = new ArrayList<>();

  void place(String id, String kind) {
    int colon = id.indexOf(':');
    String other =
        colon > 0 && OF_POSITIONS.contains(id.substring(0, colon))
            ? "position"
            : places.putIfAbsent(id, kind);
    if (other != null) {
      shared.add(new String[] {id, kind, other});
    }
  }

  void line(String id) {
    if (!lines.add(id)) {
      shared.add(new String[] {id, "line", "line"});
    }
  }

  void check(Ledger ledger) {
    for (int k = places.size() + lines.size(); k > 0; k--) {
      ledger.holds(RULE, "", true, "", "");
    }
    shared.forEach(each -> ledger.holds(RULE, each[0], false, each[1], each[2]));
  }
}
