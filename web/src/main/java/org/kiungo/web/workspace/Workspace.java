package org.kiungo.web.workspace;

import java.util.List;

/**
 * All data of one country.
 *
 * @param iso3 ISO 3166-1 alpha-3
 * @param people the national figure that sums are told beside
 * @param year of that figure
 * @param sources by layer, what Kiungo carries first
 */
public record Workspace(String iso3, double people, int year, List<WorkspaceSource> sources) {

  /** A dataset of the country. */
  public static final String BUILT_IN = "built-in";
}
