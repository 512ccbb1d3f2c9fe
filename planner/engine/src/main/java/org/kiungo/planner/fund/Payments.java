package org.kiungo.planner.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.planner.partner.Payment;
import org.kiungo.planner.project.Work;

/** Deals told by kind of work: within a class partners pay one work after the other. */
final class Payments {

  private Payments() {}

  static List<Payment> of(FundingQuestion question, List<Job> jobs, List<Deal> deals) {
    List<Payment> payments = new ArrayList<>();
    for (int p = 0; p < deals.size(); p++) {
      if (deals.get(p) != null) {
        pay(question, jobs.get(p), deals.get(p), payments);
      }
    }
    return payments;
  }

  private static void pay(FundingQuestion question, Job job, Deal deal, List<Payment> payments) {
    int partners = question.partners();
    long[][] left = new long[job.cents().length][partners];
    for (int c = 0; c < left.length; c++) {
      for (int k = 0; k < partners; k++) {
        left[c][k] = deal.cents(c, k);
      }
    }
    List<List<Payment>> byPartner = new ArrayList<>();
    for (int k = 0; k < partners; k++) {
      byPartner.add(new ArrayList<>());
    }
    for (Map.Entry<Work, Long> each : job.project().works().entrySet()) {
      long due = each.getValue();
      int c = classOf(question.payers(each.getKey()), job);
      for (int k = 0; k < partners && due > 0; k++) {
        long cents = Math.min(due, left[c][k]);
        if (cents > 0) {
          left[c][k] -= cents;
          due -= cents;
          String letter = question.partnership().partners().get(k).letter();
          byPartner.get(k).add(new Payment(job.project().id(), letter, each.getKey(), cents));
        }
      }
    }
    byPartner.forEach(payments::addAll);
  }

  private static int classOf(int payers, Job job) {
    for (int c = 0; c < job.payers().length; c++) {
      if (job.payers()[c] == payers) {
        return c;
      }
    }
    return 0; // a work that costs nothing
  }
}
