package org.kiungo.web.regulation;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.regulation.BroadbandTarget;
import org.kiungo.geodata.regulation.TargetProgress;

/**
 * A published target that a scenario can strive for.
 *
 * @param country ISO 3166-1 alpha-3; null for the African Union's
 * @param preset as the form takes it: {@code target PERCENT MBPS}, without a rate where none is
 *     stated
 * @param text what it is, in the page's language
 */
public record TargetChoice(String country, String preset, String text) {

  /** The African Union's and those of countries. */
  public static List<TargetChoice> all(List<String> countries, RegulationWords words) {
    List<TargetChoice> all = new ArrayList<>();
    TargetProgress.findGoal(BroadbandTarget.AFRICAN_UNION)
        .ifPresent(each -> all.add(choice(null, each, words)));
    for (String iso3 : countries) {
      TargetProgress.findGoal(iso3).ifPresent(each -> all.add(choice(iso3, each, words)));
    }
    return all;
  }

  private static TargetChoice choice(String iso3, BroadbandTarget target, RegulationWords words) {
    String preset = "target " + plain(target.amount());
    return new TargetChoice(
        iso3,
        Double.isNaN(target.mbps()) ? preset : preset + " " + plain(target.mbps()),
        words.named(target));
  }

  private static String plain(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
