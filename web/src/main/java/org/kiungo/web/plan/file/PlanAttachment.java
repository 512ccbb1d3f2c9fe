package org.kiungo.web.plan.file;

/** A file that another feature adds to a plan's archive. */
public interface PlanAttachment {

  /** Name in the archive. */
  String fileName();

  /** What it holds for a plan as of now; empty = the archive has no such file. */
  byte[] content(String planId);
}
