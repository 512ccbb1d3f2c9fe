package org.kiungo.planner.radio;

/** What is known of the line of sight of a radio link. */
public enum Sight {
  /** 0.6 of the first Fresnel zone is free over the whole path. */
  CLEAR,
  /** The ground reaches into it. */
  BLOCKED,
  /** No elevation is known along the path; a survey must tell. */
  UNVERIFIED
}
