package org.kiungo.planner.model;

import java.util.function.BooleanSupplier;

/**
 * Whether a search is to end now, and who wants that. Searches end by themselves after so much
 * work; whoever asks for less may end them by a clock or by hand.
 */
public interface Stop extends BooleanSupplier {

  /** Who ended the search; asked once it was told to end. */
  Certificate.End end();
}
