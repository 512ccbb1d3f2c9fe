package org.kiungo.web.intake;

import org.kiungo.planner.model.InputRefused;
import org.kiungo.web.dataset.ImportReader;
import org.kiungo.web.job.Refusal;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line that an {@link ImportProcess} answers: one of these.
 *
 * @param rows taken in so far
 * @param asked whether a mapping of such columns is remembered
 * @param read the file is read: the last answer
 * @param refused why it is not
 * @param fault likewise, where nobody thought of it; its log has the rest
 */
record ImportWord(Long rows, Asked asked, ImportReader.Read read, Refusal refused, String fault) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A question after a mapping, to be answered by it or an empty line. */
  record Asked(String layout, String layer) {}

  static ImportWord of(long rows) {
    return new ImportWord(rows, null, null, null, null);
  }

  static ImportWord of(Asked asked) {
    return new ImportWord(null, asked, null, null, null);
  }

  static ImportWord of(ImportReader.Read read) {
    return new ImportWord(null, null, read, null, null);
  }

  static ImportWord of(InputRefused refused) {
    return new ImportWord(null, null, null, Refusal.of(refused), null);
  }

  static ImportWord of(Throwable fault) {
    return new ImportWord(null, null, null, null, fault.toString());
  }

  static ImportWord of(String line) {
    return JSON.readValue(line, ImportWord.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
