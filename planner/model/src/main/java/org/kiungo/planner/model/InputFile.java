package org.kiungo.planner.model;

/**
 * A file or dataset version that a plan was made from.
 *
 * @param role what it was used as: settlements, nodes, fibre, towers, coverage, reference,
 *     facilities
 * @param name file or dataset name, never a path
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param version dataset version, or empty for a plain file
 */
public record InputFile(String role, String name, String sha256, String version) {

  /** What lists of schools, clinics and others are used as. */
  public static final String INSTITUTIONS = "facilities";

  /** True for institutions, of which a scenario says whether they count. */
  public boolean joinsInstitutions() {
    return role.equals(INSTITUTIONS);
  }
}
