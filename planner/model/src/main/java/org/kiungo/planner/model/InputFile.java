package org.kiungo.planner.model;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * A file or dataset version that a plan was made from.
 *
 * <p>Two are the same where role, name, bytes and version are: how a version was read follows from
 * it.
 *
 * @param role what it was used as: settlements, nodes, fibre, towers, coverage, reference,
 *     facilities, built
 * @param name file or dataset name, never a path
 * @param sha256 of its bytes, lower-case hexadecimal
 * @param version dataset version, or empty for a plain file
 * @param reading what its rows follow from beside its bytes, as JSON has it: columns as they were
 *     mapped, answers to what its import asked; empty for a plain file, and for a version that does
 *     not follow from one file
 */
public record InputFile(
    String role, String name, String sha256, String version, Map<String, Object> reading) {

  /** What lists of schools, clinics and others are used as. */
  public static final String INSTITUTIONS = "facilities";

  /** What as-built files are used as; they are read with the plan of which they tell. */
  public static final String BUILT = "built";

  public InputFile {
    reading = reading == null ? Map.of() : reading;
  }

  /** A plain file, or a version whose reading nobody kept. */
  public InputFile(String role, String name, String sha256, String version) {
    this(role, name, sha256, version, Map.of());
  }

  /** The same file, of which more is told about how it was read. */
  public InputFile withReading(Consumer<Map<String, Object>> telling) {
    Map<String, Object> more = new LinkedHashMap<>(reading);
    telling.accept(more);
    return new InputFile(role, name, sha256, version, more);
  }

  /** What it is whatever it is called: role, bytes and version. */
  public String identity() {
    return String.join(" ", role, sha256, version);
  }

  /** Its name, with that of the file in brackets where it was imported under another. */
  public String nameAndFile() {
    return fileName().equals(name) ? name : name + " (" + fileName() + ")";
  }

  /** That of the file where it was imported, else its only name. */
  public String fileName() {
    return String.valueOf(reading.getOrDefault("original", name));
  }

  /** True for institutions, of which a scenario says whether they count. */
  public boolean joinsInstitutions() {
    return role.equals(INSTITUTIONS);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof InputFile each
        && role.equals(each.role)
        && name.equals(each.name)
        && sha256.equals(each.sha256)
        && version.equals(each.version);
  }

  @Override
  public int hashCode() {
    return Objects.hash(role, name, sha256, version);
  }
}
