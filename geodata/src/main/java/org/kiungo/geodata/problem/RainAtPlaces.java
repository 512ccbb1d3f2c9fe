package org.kiungo.geodata.problem;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.kiungo.geodata.reference.RainMap;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;

/** Takes the rain of places whose rows do not state it from the built-in map; counts them. */
final class RainAtPlaces {

  private final RainMap map;
  private int modelled;
  private int unknown;

  RainAtPlaces(RainMap map) {
    this.map = map;
  }

  /** Places whose rain came from the map. */
  int modelled() {
    return modelled;
  }

  /** Places that lie outside the map and state no rain. */
  int unknown() {
    return unknown;
  }

  List<Settlement> settlements(List<Settlement> places) {
    return filled(
        places, Settlement::rainMmPerHour, Settlement::location, Settlement::withRainMmPerHour);
  }

  List<NetworkNode> nodes(List<NetworkNode> places) {
    return filled(
        places, NetworkNode::rainMmPerHour, NetworkNode::location, NetworkNode::withRainMmPerHour);
  }

  List<Tower> towers(List<Tower> places) {
    return filled(places, Tower::rainMmPerHour, Tower::location, Tower::withRainMmPerHour);
  }

  private <T> List<T> filled(
      List<T> places,
      ToDoubleFunction<T> rain,
      Function<T, LonLat> at,
      BiFunction<T, Double, T> with) {
    return places.stream()
        .map(
            place -> {
              if (!Double.isNaN(rain.applyAsDouble(place))) {
                return place;
              }
              double mmPerHour = map.mmPerHour(at.apply(place));
              modelled += Double.isNaN(mmPerHour) ? 0 : 1;
              unknown += Double.isNaN(mmPerHour) ? 1 : 0;
              return with.apply(place, mmPerHour);
            })
        .toList();
  }
}
