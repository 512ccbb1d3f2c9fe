package org.kiungo.web.worker;

import com.fasterxml.jackson.annotation.JsonInclude;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a {@link ChoreProcess} says in one line: one of these.
 *
 * @param told how far it is
 * @param asked what only the server knows
 * @param result what came of it: the last line
 * @param refused why nothing did, likewise
 * @param failed likewise, where a file could not be written or read
 * @param fault likewise, where nobody thought of it; the log has the rest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Line(
    JsonNode told, JsonNode asked, JsonNode result, Refusal refused, String failed, String fault) {

  /** Pictures are as long as they are; numbers come back as they were, unknown ones too. */
  static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
                  .build())
          .build();

  /** Said by the server: end soon, with the best there is. */
  static final String STOP = "stop";

  /** Said by the server while somebody watches. */
  static final String WATCHED = "watched";

  /** Before the server's answer to a question. */
  static final String ANSWER = "= ";

  /**
   * What is to be done, the first line of the server.
   *
   * @param chore name of its class
   */
  record Task(String chore, JsonNode task) {}

  static Line told(Object progress) {
    return new Line(JSON.valueToTree(progress), null, null, null, null, null);
  }

  static Line asked(Object question) {
    return new Line(null, JSON.valueToTree(question), null, null, null, null);
  }

  static Line result(Object found) {
    return new Line(null, null, JSON.valueToTree(found), null, null, null);
  }

  static Line refused(Refusal refusal) {
    return new Line(null, null, null, refusal, null, null);
  }

  static Line failed(Exception failed) {
    return new Line(null, null, null, null, String.valueOf(failed.getMessage()), null);
  }

  static Line fault(Throwable fault) {
    return new Line(null, null, null, null, null, fault.toString());
  }

  static Line of(String text) {
    return JSON.readValue(text, Line.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }
}
