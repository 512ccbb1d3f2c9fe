package org.kiungo.geodata.openness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.planner.model.value.InputRefused;

/**
 * What can be cut, and what people call it: a cable by its name or short name, a landing by its
 * city or country and city, a border by two countries.
 */
final class CutNames {

  private final Map<String, Set<String>> byName = new TreeMap<>();
  private final Set<String> cables = new TreeSet<>();

  CutNames(Iterable<CountryNetwork> networks, Map<String, List<String>> neighbours) {
    for (CountryNetwork network : networks) {
      network.cables().forEach(this::cable);
      network
          .landings()
          .forEach(
              city -> {
                String cut = Cut.landing(network.iso3(), city.city());
                add(city.city(), cut);
                add(network.iso3() + "/" + city.city(), cut);
              });
    }
    neighbours.forEach(
        (one, others) -> others.forEach(other -> add(one + "-" + other, Cut.border(one, other))));
  }

  private void cable(String name) {
    cables.add(name);
    add(name, Cut.cable(name));
    for (String part : name.split("[()/]")) {
      add(part, Cut.cable(name));
    }
  }

  private void add(String name, String cut) {
    if (!Cut.plain(name).isEmpty()) {
      byName.computeIfAbsent(Cut.plain(name), k -> new TreeSet<>()).add(cut);
    }
  }

  /** Short names of all cables, for people to choose from. */
  List<String> cables() {
    return new ArrayList<>(cables);
  }

  boolean has(String name) {
    return byName.containsKey(Cut.plain(name));
  }

  /**
   * @throws InputRefused {@code stress.unknown} for a name that nothing has
   */
  Set<String> find(List<String> asked) {
    Set<String> cut = new TreeSet<>();
    for (String each : asked) {
      Set<String> found = byName.get(Cut.plain(each));
      if (found == null) {
        throw new InputRefused("stress.unknown", "cut", each, "cables", String.join(", ", cables));
      }
      cut.addAll(found);
    }
    return cut;
  }
}
