package org.kiungo.web.system;

import org.kiungo.planner.model.EngineVersion;

/**
 * What answers here.
 *
 * @param engineVersion of Kiungo
 * @param java vendor's version of the running Java
 */
public record Versions(String engineVersion, String java) {

  /** Of the running process. */
  public static Versions current() {
    return new Versions(EngineVersion.CURRENT, Runtime.version().toString());
  }
}
