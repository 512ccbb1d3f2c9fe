package org.kiungo.web.policy;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.kiungo.planner.model.EquityWeight;
import org.kiungo.planner.model.Settlement;
import org.kiungo.web.language.Words;

/**
 * A layer by which people may count more, as forms show it.
 *
 * @param layer name in scenario files
 * @param label in words
 * @param groups of the layer
 */
public record EquityLayerWords(String layer, String label, List<Group> groups) {

  /**
   * A group of people.
   *
   * @param group name in scenario files
   * @param label in words
   * @param people in it
   */
  public record Group(String group, String label, double people) {}

  /** The layers that exist among settlements. */
  public static List<EquityLayerWords> of(List<Settlement> settlements, Words words) {
    return EquityWeight.layers(settlements).entrySet().stream()
        .map(each -> of(each.getKey(), each.getValue(), words))
        .toList();
  }

  private static EquityLayerWords of(String layer, SortedMap<String, Double> groups, Words words) {
    return new EquityLayerWords(
        layer,
        known("ui.scenario.layer." + layer, layer, words),
        groups.entrySet().stream().map(group -> group(layer, group, words)).toList());
  }

  private static Group group(String layer, Map.Entry<String, Double> group, Words words) {
    String name = group.getKey();
    String plain =
        layer.equals(EquityWeight.DISTRICT) ? name.substring(name.indexOf('/') + 1) : name;
    return new Group(name, known("ui.scenario.group." + name, plain, words), group.getValue());
  }

  /** The words of a key, or what stands for it in data where there are none. */
  static String known(String key, String plain, Words words) {
    return words.has(key) ? words.text(key) : plain;
  }
}
