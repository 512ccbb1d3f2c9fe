package org.kiungo.web.policy;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import org.kiungo.web.language.Words;

/**
 * A lever as forms show it: what its record says, in the reader's language.
 *
 * @param id name in scenario files
 * @param group heading, in words
 * @param name in words
 * @param changes what it does, in words
 * @param components of the problem that it changes
 * @param effect direction of the example
 * @param source of the mechanism and the range
 * @param assumed true when no source gives the range
 * @param excludes levers that cannot be pulled at the same time
 * @param settings what can be set
 */
public record LeverWords(
    String id,
    String group,
    String name,
    String changes,
    List<String> components,
    String effect,
    String source,
    boolean assumed,
    List<String> excludes,
    List<SettingWords> settings) {

  /**
   * A setting.
   *
   * @param name record component
   * @param label in words
   * @param kind YES_NO, WHOLE or REAL
   * @param unit in words
   * @param low least value
   * @param high greatest value
   * @param neutral value at which nothing changes
   * @param example a modest pull
   */
  public record SettingWords(
      String name,
      String label,
      String kind,
      String unit,
      double low,
      double high,
      double neutral,
      double example) {}

  /** Every lever, by heading. */
  public static List<LeverWords> all(Words words) {
    return Levers.all().stream().map(each -> of(each, words)).toList();
  }

  /** What levers are called, in their order. */
  public static List<String> names(List<PolicyLever> levers, Words words) {
    return levers.stream().map(each -> name(LeverDescription.of(each).id(), words)).toList();
  }

  /** What a lever is called, by its id. */
  public static String name(String id, Words words) {
    return words.text("lever." + id + ".name");
  }

  private static LeverWords of(LeverDescription lever, Words words) {
    String key = "lever." + lever.id();
    return new LeverWords(
        lever.id(),
        words.text("lever.group." + lever.group().name().toLowerCase(Locale.ROOT)),
        name(lever.id(), words),
        words.text(key + ".changes"),
        lever.changes(),
        lever.effect().name(),
        words.source(lever.source()),
        lever.assumed(),
        lever.excludes(),
        lever.settings().stream().map(knob -> setting(key, knob, words)).toList());
  }

  private static SettingWords setting(String key, Knob knob, Words words) {
    return new SettingWords(
        knob.name(),
        words.text(key + "." + knob.name()),
        knob.kind().name(),
        words.text("lever.unit." + knob.unit()),
        knob.low(),
        knob.high(),
        knob.neutral(),
        knob.example());
  }
}
