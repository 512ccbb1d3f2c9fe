package org.kiungo.web.intake;

import java.io.IOException;

/** How one kind of import is done. */
interface IntakeWork {

  /** Its name in the database, at most 16 letters. */
  String kind();

  /**
   * Does it, on behalf of its organisation. What it stores it stores together with {@link
   * LiveIntake#end}; where it stores nothing it returns without.
   */
  void work(LiveIntake live) throws IOException;
}
