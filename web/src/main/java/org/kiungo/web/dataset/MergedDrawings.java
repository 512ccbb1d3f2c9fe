package org.kiungo.web.dataset;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the provenance of a merged network says which drawings it was made of. */
public final class MergedDrawings {

  private static final Pattern TOLD =
      Pattern.compile("conflate: .* \\(([^()]*)\\); tolerance .*", Pattern.DOTALL);

  private MergedDrawings() {}

  /**
   * The sentence.
   *
   * @param names of the drawings
   * @param sources as scenarios name them
   * @param tolerance within which they were taken for one, and what else is to be said
   */
  public static String told(List<String> names, List<String> sources, String tolerance) {
    return "conflate: "
        + String.join(", ", names)
        + " ("
        + String.join(", ", sources)
        + "); tolerance "
        + tolerance;
  }

  /** The drawings that a provenance names; empty for what was not merged. */
  public static Set<String> in(String transformation) {
    Matcher told = TOLD.matcher(transformation);
    return told.matches() ? Set.of(told.group(1).split(", ")) : Set.of();
  }
}
