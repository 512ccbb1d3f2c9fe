package org.kiungo.web.run;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.json.Numbers;
import org.kiungo.web.scenario.PlanningSpeed;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that a {@link RunProcess} answers: one of these.
 *
 * @param progress how far it is
 * @param drawn another plan for whoever watches
 * @param refused why there is no plan
 * @param fault likewise, where nobody thought of it; its log has the rest
 * @param speed the plans are written, and this is how fast they were made: the last answer
 */
record RunAnswer(
    RunProgress progress,
    BestSoFar.Drawn drawn,
    Refused refused,
    String fault,
    PlanningSpeed speed) {

  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(Numbers.unknownAsNull()).build();

  /**
   * A refusal as text.
   *
   * @param arguments name, value, name, value …
   */
  record Refused(String code, List<String> arguments) {

    static Refused of(InputRefused refused) {
      List<String> arguments = new ArrayList<>();
      refused
          .arguments()
          .forEach(
              (name, value) -> {
                arguments.add(name);
                arguments.add(String.valueOf(value));
              });
      return new Refused(refused.code(), arguments);
    }

    InputRefused refusal() {
      return new InputRefused(code, arguments.toArray());
    }
  }

  static RunAnswer of(RunProgress progress) {
    return new RunAnswer(progress, null, null, null, null);
  }

  static RunAnswer of(BestSoFar.Drawn drawn) {
    return new RunAnswer(null, drawn, null, null, null);
  }

  static RunAnswer of(InputRefused refused) {
    return new RunAnswer(null, null, Refused.of(refused), null, null);
  }

  static RunAnswer of(Throwable fault) {
    return new RunAnswer(null, null, null, fault.toString(), null);
  }

  static RunAnswer of(PlanningSpeed speed) {
    return new RunAnswer(null, null, null, null, speed);
  }

  static RunAnswer of(String line) {
    return JSON.readValue(line, RunAnswer.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
