package org.kiungo.web.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The least role that an address asks of whoever calls it, where there are accounts. Without it,
 * reading needs a {@link Role#VIEWER}; what changes anything must say what it needs.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {
  Role value();
}
