package org.kiungo.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the signature of an address does not say of its answers and of what it takes. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

  /**
   * Statuses beside those that {@link ApiDescription} derives; those of success, if any, take the
   * place of 200.
   */
  int[] value() default {};

  /** Statuses of refusals that may come with the body of a success, which tells why. */
  int[] told() default {};

  /** Media types of the body, where neither the return type nor the mapping says them. */
  String[] type() default {};

  /** The schema of a body that is read as bytes, such as {@code scenario.json}. */
  String takes() default "";

  /** The schema of a body that is written as bytes: a file's, {@code geojson} or {@code schema}. */
  String gives() default "";
}
