package org.kiungo.web.sample;

/** Where a country stands in the first planning of the continent. */
public enum Stage {
  WAITING,
  RUNNING,
  PLANNED,
  /** Its facts were refused or a fault stopped it; the others go on. */
  FAILED
}
