package org.kiungo.planner.model;

/**
 * A file or dataset version that a plan was made from.
 *
 * @param role what it was used as: settlements, nodes, fibre, towers, coverage, reference
 * @param name file or dataset name, never a path
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param version dataset version, or empty for a plain file
 */
public record InputFile(String role, String name, String sha256, String version) {}
