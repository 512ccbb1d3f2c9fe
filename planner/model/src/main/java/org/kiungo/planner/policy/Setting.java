package org.kiungo.planner.policy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Unit, range and a modest value of a lever's setting. A yes/no setting counts no as 0, yes as 1.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

  /** Unit, as in message keys {@code ui.unit.<unit>}. */
  String unit();

  /** Least value allowed. */
  double low();

  /** Greatest value allowed. */
  double high();

  /** A modest pull, shown where somebody switches the lever on. */
  double example();
}
