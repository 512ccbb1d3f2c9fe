package org.kiungo.web;

import org.kiungo.planner.model.value.InputRefused;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Keeps a start that is refused in one sentence from being told as a stack trace too. */
final class RefusedStart extends AbstractFailureAnalyzer<InputRefused> {

  @Override
  protected FailureAnalysis analyze(Throwable failed, InputRefused refused) {
    return new FailureAnalysis(refused.getMessage(), null, failed);
  }
}
