package org.kiungo.planner.joint;

import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.kiungo.planner.model.Plan;

/** What may be done to a plan's works: who is served when, and all that follows from it. */
public interface Works {

  /** Number of phases; 1 where everything is built at once. */
  int phases();

  /** Phase of everybody with service, from 0, by settlement id. */
  Map<String, Integer> served(Plan plan);

  /**
   * The same plan with other phases of service.
   *
   * @param phaseOf from 0; {@link #phases()} = never
   */
  Plan rephased(Plan plan, ToIntFunction<String> phaseOf);

  /**
   * The same plan with more people as far as all money together goes.
   *
   * @param mayServe those who may be served beside, by id
   */
  Plan more(Plan plan, Predicate<String> mayServe, BooleanSupplier stop);

  /** What the plan strives for: weighted people, or their years. */
  double value(Plan plan);
}
