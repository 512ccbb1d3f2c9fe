package org.kiungo.web.network;

import java.util.List;

/**
 * The drawings of a country's fibre, and what is chosen of them.
 *
 * @param country ISO 3166-1 alpha-3
 * @param drawings all that are there
 * @param choice what is kept; all current drawings that were not themselves merged until somebody
 *     chooses
 */
public record NetworkMerge(String country, List<Drawing> drawings, MergeChoice choice) {}
