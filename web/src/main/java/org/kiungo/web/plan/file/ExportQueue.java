package org.kiungo.web.plan.file;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kiungo.web.job.JobLine;
import org.kiungo.web.job.JobRow;
import org.kiungo.web.job.JobSource;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.stereotype.Component;

/** Exports of plans as lines of the queue. */
@Component
class ExportQueue implements JobSource {

  private final Jobs jobs;
  private final ExportWork work;
  private final Plans plans;

  ExportQueue(Jobs jobs, ExportWork work, Plans plans) {
    this.jobs = jobs;
    this.work = work;
    this.plans = plans;
  }

  @Override
  public String queue() {
    return ExportWork.KIND;
  }

  @Override
  public String again(String id) {
    JobRow row = jobs.find(ExportWork.KIND, id).orElseThrow(() -> ApiRefusal.unknown("export", id));
    return jobs.ask(new Jobs.Ask(ExportWork.KIND, row.subject(), row.body(), null, null)).id();
  }

  @Override
  public List<JobLine> lines(Words words) {
    return jobs.list(ExportWork.KIND, LISTED).stream().map(row -> line(row, words)).toList();
  }

  private JobLine line(JobRow row, Words words) {
    Optional<PlanSummary> plan = plans.find(row.subject());
    String format = ExportWork.Asked.of(row.body()).format().toUpperCase(Locale.ROOT);
    String at = "/exports/" + row.id();
    return new JobLine(
        row.id(),
        ExportWork.KIND,
        words.text("job.name.export", plan.map(PlanSummary::name).orElse(row.subject()), format),
        plan.map(each -> each.scenario().countries()).orElse(List.of()),
        row.state(),
        jobs.before(row),
        JobLine.Progress.NONE,
        row.asked(),
        new JobLine.Ways(
            "/plans/" + row.subject() + "/explore",
            Files.exists(work.file(row.id())) ? "/api/v1" + at + "/file" : null,
            null,
            row.state().isOver() ? null : at + "/stop",
            againAt(row.id(), row.state())),
        JobSource.failure(row, words),
        plan.map(PlanSummary::verdict).orElse(null));
  }
}
