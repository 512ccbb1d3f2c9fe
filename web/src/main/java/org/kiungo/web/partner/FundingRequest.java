package org.kiungo.web.partner;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.web.language.Words;
import org.kiungo.web.run.RunState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A question who pays for a plan, and how it stands.
 *
 * @param id opaque
 * @param planId of the plan
 * @param state where it stands
 * @param before how many come before it
 * @param error why it failed; null unless it did
 */
record FundingRequest(String id, String planId, RunState state, int before, Failure error) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /**
   * Why it failed.
   *
   * @param code for programs
   * @param detail in the reader's language
   */
  record Failure(String code, String detail) {}

  static FundingRequest of(FundingRow row, int before, Words words) {
    return new FundingRequest(
        row.id(), row.planId(), row.state(), before, failure(row.error(), words));
  }

  private static Failure failure(String error, Words words) {
    if (error == null) {
      return null;
    }
    JsonNode told = JSON.readTree(error);
    List<Object> arguments = new ArrayList<>();
    told.get("arguments").forEach(each -> arguments.add(each.asString()));
    String code = told.get("code").asString();
    return new Failure(code, words.text("error." + code, arguments.toArray()));
  }
}
