package org.kiungo.planner.verify.form;

import java.util.List;
import java.util.Optional;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.partner.Partnership;
import org.kiungo.planner.scenario.Scenario;

/**
 * What whoever verifies has installed beside what lies on the class path: which engine, and the
 * facts that Kiungo carries. A plan that says it was made from them must hold just these.
 */
public interface Installed {

  /** Nothing is known: no version, no carried facts, nobody's files. */
  Installed UNKNOWN =
      new Installed() {
        @Override
        public String engineVersion() {
          return "";
        }

        @Override
        public Optional<PlanningProblem> facts(Scenario scenario) {
          return Optional.empty();
        }
      };

  /** Version of the engine; empty where it is not known. */
  String engineVersion();

  /**
   * The facts that are carried about a scenario's countries, with the origin that a plan made from
   * them alone names; empty where there are none.
   */
  Optional<PlanningProblem> facts(Scenario scenario);

  /**
   * True where whoever verifies has the very file or dataset version that an input names. What
   * stands in it is then taken as given; an input that nobody has may be invented.
   */
  default boolean knows(InputFile input) {
    return false;
  }

  /**
   * True where a known input can be read again as the plan read it; false where its role needs more
   * than its file.
   */
  default boolean readsAgain(InputFile input) {
    return true;
  }

  /**
   * True where the facts of a plan are those that its known inputs hold: to have a file is one
   * thing, that a plan was made from what stands in it another.
   *
   * @param own facts of the plan
   * @param inputs all known, beside what is carried
   */
  default boolean holds(PlanningProblem own, Scenario scenario, List<InputFile> inputs) {
    return false;
  }

  /** True where who may pay is who whoever verifies knows: carried partners, or those of a file. */
  default boolean knows(Partnership partners, Scenario scenario) {
    return false;
  }
}
