package org.kiungo.web.cli.option;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.policy.Knob;
import org.kiungo.planner.policy.Knob.Kind;
import org.kiungo.planner.policy.LeverDescription;
import org.kiungo.planner.policy.Levers;
import org.kiungo.planner.policy.PolicyLever;
import picocli.CommandLine.ITypeConverter;

/**
 * A lever on the command line: {@code passive-sharing=2}; the lever's name alone pulls it as in its
 * example; several settings are separated by colons.
 */
public class LeverOption implements ITypeConverter<PolicyLever> {

  @Override
  public PolicyLever convert(String text) {
    int equals = text.indexOf('=');
    LeverDescription lever = Levers.named(equals < 0 ? text : text.substring(0, equals));
    if (equals < 0) {
      return lever.example();
    }
    String[] given = text.substring(equals + 1).split(":");
    List<Knob> knobs = lever.settings();
    Map<String, Double> values = new HashMap<>();
    for (int k = 0; k < Math.min(given.length, knobs.size()); k++) {
      values.put(knobs.get(k).name(), value(knobs.get(k), given[k]));
    }
    return lever.with(values);
  }

  private static double value(Knob knob, String text) {
    if (knob.kind() == Kind.YES_NO && text.matches("yes|no|true|false")) {
      return text.matches("yes|true") ? 1 : 0;
    }
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw knob.refused(text);
    }
  }
}
