package org.kiungo.geodata.store;

/**
 * An immutable version of a dataset and where it came from.
 *
 * @param datasetId of its dataset
 * @param version 1, 2, 3 …
 * @param provenance where it came from
 * @param features rows kept
 * @param committedAt ISO 8601 instant
 */
public record DatasetVersion(
    String datasetId, int version, Provenance provenance, long features, String committedAt) {

  /**
   * Evidence for a version.
   *
   * @param source who published it; never empty
   * @param licence under which it may be used; never empty
   * @param dated date of the data as the source states it, empty when not stated
   * @param uploader who brought it
   * @param fileName of the original
   * @param sha256 of the original, which is kept under this name
   * @param crs coordinate reference system of the original
   * @param transformation what was done to its rows, in words a reviewer can repeat
   */
  public record Provenance(
      String source,
      String licence,
      String dated,
      String uploader,
      String fileName,
      String sha256,
      String crs,
      String transformation) {}
}
