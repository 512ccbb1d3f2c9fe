package org.kiungo.web.doubt;

import org.kiungo.planner.folder.alternative.AlternativesFolder;
import org.kiungo.planner.folder.doubt.DoubtFolder;
import org.kiungo.planner.folder.progress.ProgressFolder;
import org.kiungo.web.job.JobTable;

/** What may be studied of a plan, each into a folder of files that is verified and kept. */
enum StudyKind {
  DOUBT("doubt", "doubts", DoubtFolder.DOUBT, 0.6, DoubtAsked.class),
  ALTERNATIVES(
      "alternatives", "alternatives", AlternativesFolder.FILE, 0.8, AlternativesAsked.class),
  PROGRESS("progress", "progress", ProgressFolder.FILE, 0.9, ProgressAsked.class);

  /** Its jobs, and how words about it begin. */
  final String id;

  /** Folder of the data folder that holds its folders. */
  final String root;

  /** The file of figures, in which the hash of all others stands. */
  final String figures;

  /** Of its time, the rest being taken by computing and proving all of it again. */
  final double studiedRatio;

  private final Class<? extends StudyAsked> asks;

  StudyKind(
      String id,
      String root,
      String figures,
      double studiedRatio,
      Class<? extends StudyAsked> asks) {
    this.id = id;
    this.root = root;
    this.figures = figures;
    this.studiedRatio = studiedRatio;
    this.asks = asks;
  }

  /** What was asked for, as a job keeps it. */
  StudyAsked asked(String body) {
    return JobTable.JSON.readValue(body, asks);
  }
}
