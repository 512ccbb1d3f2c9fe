package org.kiungo.web.doubt;

import org.kiungo.web.job.PatientWrites;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.worker.Apart;
import org.kiungo.web.worker.Budgets;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The work of each kind of study, a bean each, so that each waits in a lane of its own. */
@Configuration(proxyBeanMethods = false)
class StudyWorks {

  @Bean
  StudyWork doubtWork(
      Plans plans, PatientWrites writes, Apart apart, Budgets budgets, DataFolder data) {
    return new StudyWork(StudyKind.DOUBT, plans, writes, apart, budgets, data);
  }

  @Bean
  StudyWork alternativesWork(
      Plans plans, PatientWrites writes, Apart apart, Budgets budgets, DataFolder data) {
    return new StudyWork(StudyKind.ALTERNATIVES, plans, writes, apart, budgets, data);
  }

  @Bean
  StudyWork progressWork(
      Plans plans, PatientWrites writes, Apart apart, Budgets budgets, DataFolder data) {
    return new StudyWork(StudyKind.PROGRESS, plans, writes, apart, budgets, data);
  }
}
