package org.kiungo.web.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kiungo.web.ApiTest;
import org.kiungo.web.job.Leases.Lease;
import org.springframework.beans.factory.annotation.Autowired;

/** Jobs are listed for as long after their end as their kind says, and no longer. */
@ApiTest
class JobSweeperTest {

  @Autowired private JobTable table;
  @Autowired private List<JobWork> works;

  @Test
  void whatIsOverForLongEnoughIsDeletedAndNothingElse() {
    JobWork imports = works.stream().filter(each -> each.kind().equals("import")).findFirst().get();
    String over = UUID.randomUUID().toString();
    String busy = UUID.randomUUID().toString();
    table.insert(imports, over, new Jobs.Ask(imports.kind(), "f.csv", "{}", null, null), 0);
    table.insert(imports, busy, new Jobs.Ask(imports.kind(), "f.csv", "{}", null, null), 0);
    Lease ended = table.leases().begin(over).orElseThrow();
    Lease held = table.leases().begin(busy).orElseThrow();
    table.end(ended, JobState.FAILED, null, null, null, true);
    sweepAfter(imports.kept().orElseThrow().minusDays(1));
    assertThat(table.findOfAny(over)).isPresent();
    sweepAfter(imports.kept().orElseThrow().plusDays(1));
    assertThat(table.findOfAny(over)).isEmpty();
    assertThat(table.findOfAny(busy)).isPresent();
    table.end(held, JobState.FAILED, null, null, null, true);
  }

  private void sweepAfter(Duration time) {
    new JobSweeper(table, works, Clock.offset(Clock.systemUTC(), time)).sweep();
  }
}
