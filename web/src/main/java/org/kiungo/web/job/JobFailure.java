package org.kiungo.web.job;

import java.util.List;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.language.Words;
import org.kiungo.web.worker.Refusal;

/**
 * Why a job failed.
 *
 * @param code of the message
 * @param arguments of the message
 * @param detail the sentence in the reader's language
 */
public record JobFailure(String code, List<Object> arguments, String detail) {

  /** Of a job; null unless it failed. */
  public static JobFailure of(JobRow row, Words words) {
    if (row.error() == null) {
      return null;
    }
    InputRefused refused = Refusal.of(row.error()).thrown();
    List<Object> arguments =
        refused.arguments().values().stream()
            .map(each -> each instanceof InputRefused cause ? words.refusal(cause) : each)
            .toList();
    return new JobFailure(refused.code(), arguments, words.refusal(refused));
  }
}
