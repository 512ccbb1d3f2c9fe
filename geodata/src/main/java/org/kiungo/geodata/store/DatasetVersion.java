package org.kiungo.geodata.store;

import org.kiungo.geodata.judge.question.Judgement;
import org.kiungo.planner.model.value.InputRefused;

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
   * @param judgement what was answered to the questions it raised, and why it is stored as it is
   * @param people it adds up to; NaN for a layer that counts none, and where nobody counted them
   */
  public record Provenance(
      String source,
      String licence,
      String dated,
      String uploader,
      String fileName,
      String sha256,
      String crs,
      String transformation,
      Judgement judgement,
      double people) {

    /** Evidence for a version that raised no question. */
    public Provenance(
        String source,
        String licence,
        String dated,
        String uploader,
        String fileName,
        String sha256,
        String crs,
        String transformation) {
      this(
          source,
          licence,
          dated,
          uploader,
          fileName,
          sha256,
          crs,
          transformation,
          Judgement.NONE,
          Double.NaN);
    }

    /** Characters that a store keeps of the texts people enter. */
    static final int LONGEST_SOURCE = 2000;

    static final int LONGEST_LICENCE = 400;
    static final int LONGEST_DATE = 40;
    static final int LONGEST_UPLOADER = 200;

    /**
     * Checks what people enter.
     *
     * @throws InputRefused {@code field.empty} without source or licence, {@code field.tooLong} for
     *     a text beyond its limit
     */
    public void require() {
      present("source", source);
      present("licence", licence);
      fits("source", source, LONGEST_SOURCE);
      fits("licence", licence, LONGEST_LICENCE);
      fits("date", dated, LONGEST_DATE);
      fits("uploader", uploader, LONGEST_UPLOADER);
    }

    private static void present(String field, String value) {
      if (value == null || value.isBlank()) {
        throw new InputRefused("field.empty", "field", field);
      }
    }

    private static void fits(String field, String value, int most) {
      if (value.length() > most) {
        throw new InputRefused(
            "field.tooLong", "field", field, "found", value.length(), "limit", most);
      }
    }
  }
}
