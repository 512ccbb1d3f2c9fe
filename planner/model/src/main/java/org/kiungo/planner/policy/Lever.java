package org.kiungo.planner.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a lever's record says about itself; forms, documents and tests are made from it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Lever {

  /** Name in scenario files and message keys. */
  String id();

  /** Heading under which forms and documents show it. */
  Group group();

  /** Record components of the problem that it changes, and no others. */
  String[] changes();

  /** What pulling it from the neutral setting to the example does. */
  Effect effect();

  /** Publication, table, DOI or URL behind the mechanism and the range. */
  String source();

  /** True when no source gives the range. */
  boolean assumed() default false;

  /** Levers that cannot be pulled at the same time. */
  Class<? extends PolicyLever>[] excludes() default {};

  /** Headings. */
  enum Group {
    SPECTRUM,
    TAX,
    SHARING,
    RULES,
    SATELLITE,
    FINANCE
  }

  /** Direction of a lever, everything else equal. */
  enum Effect {
    /** The same service needs less money of the state. */
    LESS_PUBLIC_MONEY,
    /** The same service needs more money of the state. */
    MORE_PUBLIC_MONEY,
    /**
     * Operators are short of less money. The state pays as much or more in all, unless its money
     * takes the place of dearer capital.
     */
    SMALLER_VIABILITY_GAP
  }
}
