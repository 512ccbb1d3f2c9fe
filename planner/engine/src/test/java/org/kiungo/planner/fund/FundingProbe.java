package org.kiungo.planner.fund;

import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A small programme from where nothing is funded yet, for tests of the search. */
public final class FundingProbe {

  private final FundingQuestion question;
  private final List<Job> jobs;
  private final List<Row> rows;

  public FundingProbe(long seed) {
    question = FundingWorld.draw(new Random(seed));
    jobs = question.jobs();
    rows = question.rows();
  }

  public Deal[] start() {
    return new Deal[jobs.size()];
  }

  public Exchange exchange() {
    return new Exchange(
        jobs,
        rows,
        new Payer(question.company()),
        new Prices(jobs, rows, question.partners()),
        Collections.nCopies(rows.size(), 1.0).stream().mapToDouble(d -> d).toArray(),
        new double[question.partners()]);
  }

  public Standing standing() {
    return new Standing(jobs, rows);
  }

  public long value(Deal[] deals) {
    return sums(deals).value();
  }

  public long broken(Deal[] deals) {
    return sums(deals).broken();
  }

  private Standing sums(Deal[] deals) {
    Standing sums = standing();
    for (int p = 0; p < deals.length; p++) {
      sums.add(p, deals[p]);
    }
    return sums;
  }
}
