package org.kiungo.web.sample;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.Planner;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.model.Catalogue;
import org.kiungo.planner.model.Progress;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.scenario.Scenario;
import org.kiungo.web.job.Jobs;
import org.kiungo.web.plan.NewPlan;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.scenario.ScenarioPlanner;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.system.AfterFirstPage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Plans every country behind the open port, the first alone, then two at a time; users' runs go
 * first. All have a first turn; those whose gap is then wider than {@link
 * Deepening#WANTED_GAP_RATIO} have others after that, and each plan stands for its country until
 * the next takes its place. With accounts they are made of built-in facts alone, for everybody.
 * What was planned before a restart stays planned, so the next start goes on where the last one
 * was.
 */
@Service
public class SamplePlans {

  private static final Logger LOG = LoggerFactory.getLogger(SamplePlans.class);

  private static final String SAMPLE = "sample";

  private final ScenarioPlanner planner;
  private final Jobs jobs;
  private final Plans plans;
  private final Reference reference;
  private final Catalogue catalogue;
  private final int workers;
  private final String owner;
  private final SampleQueue queue;
  private final Optional<HeadStart> headStart;
  private final Map<String, Deepening> open = new ConcurrentHashMap<>();
  private final AtomicBoolean closing = new AtomicBoolean();
  private final AtomicBoolean first = new AtomicBoolean(true);

  /** Until all but the first country have their turn. */
  private final CountDownLatch others = new CountDownLatch(1);

  /** What had a head start, until it is kept. */
  private volatile NewPlan early;

  private volatile long openedNanos;
  private volatile int begun;

  SamplePlans(
      ScenarioPlanner planner,
      Jobs jobs,
      Plans plans,
      Reference reference,
      Catalogue catalogue,
      @Value("${kiungo.samples.enabled}") boolean wanted,
      @Value("${kiungo.samples.steps}") long steps,
      @Value("${kiungo.samples.workers}") int workers,
      @Value("${kiungo.accounts:false}") boolean accounts,
      Optional<HeadStart> headStart) {
    this.planner = planner;
    this.jobs = jobs;
    this.plans = plans;
    this.reference = reference;
    this.catalogue = catalogue;
    this.workers = workers;
    this.owner = accounts ? Organisation.SHARED : Organisation.DEFAULT;
    this.headStart = headStart;
    this.queue = new SampleQueue(wanted ? SampleScenarios.of(reference, steps) : List.of());
  }

  /** Where each country stands. */
  public ContinentProgress progress() {
    return queue.progress();
  }

  /**
   * Whether a candidate plan of a country is being made, or searched further, or waits for that:
   * then it will be on the newest data. One that was kept stays as it is, and those for everybody
   * know nothing of what an organisation imports.
   */
  public boolean isComing(String iso3) {
    return owner.equals(Organisation.DEFAULT)
        && queue.isOpen(iso3)
        && queue.samples(iso3).stream().anyMatch(each -> kept(key(each)).isEmpty());
  }

  /** Makes the planning wait at its next step, or go on. */
  void pause(boolean wanted) {
    queue.pause(wanted);
  }

  /** What had a head start is kept as soon as it can be, whether or not the port is open. */
  @PostConstruct
  void keepHeadStart() {
    if (workers > 0 && headStart.filter(HeadStart::isBegun).isPresent()) {
      begin(1);
    }
  }

  @EventListener(ApplicationReadyEvent.class)
  void begin() {
    openedNanos = System.nanoTime();
    if (begun == 0 && workers > 0) {
      begin(1);
    }
    AfterFirstPage.begin(
        "samples",
        () -> {
          others.countDown();
          for (int k = 2; k <= workers; k++) {
            begin(k);
          }
        });
  }

  private void begin(int worker) {
    begun = worker;
    Thread thread = new Thread(() -> Organisation.as(owner, this::work), "samples-" + worker);
    thread.setDaemon(true);
    thread.setPriority(Thread.MIN_PRIORITY);
    thread.start();
  }

  private void work() {
    Optional<List<Scenario>> next = queue.take();
    while (next.isPresent() && !closing.get()) {
      plan(next.get());
      awaitOthers();
      next = queue.take();
    }
    ContinentProgress end = queue.progress();
    if (!closing.get()
        && end.getTotal() > 0
        && end.getPlanned() + end.getFailed() == end.getTotal()) {
      LOG.info(
          "{} of {} countries planned after {} s", end.getPlanned(), end.getTotal(), sinceOpened());
    }
  }

  private void awaitOthers() {
    try {
      others.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void plan(List<Scenario> samples) {
    String iso3 = samples.get(0).countries().get(0);
    try {
      PlanSummary lead = null;
      for (int k = 0; k < samples.size() && !closing.get(); k++) {
        if (k > 0) {
          awaitOthers();
        }
        Optional<PlanSummary> found = known(samples.get(k), samples.size() == 1);
        if (found.isEmpty()) {
          return;
        }
        lead = k == 0 ? found.get() : lead;
        sayFirst();
      }
      if (!closing.get()) {
        queue.planned(iso3, lead);
      }
    } catch (InputRefused refused) {
      LOG.warn("no candidate plan of {}: {}", iso3, refused.getMessage());
      queue.failed(iso3);
    } catch (RuntimeException fault) {
      LOG.error("no candidate plan of {}", iso3, fault);
      queue.failed(iso3);
    }
  }

  /**
   * The sample's plan, made unless it is there.
   *
   * @param deepens true where a plan with a wide gap has further turns
   * @return empty when the server closes meanwhile, or another turn is due
   */
  private Optional<PlanSummary> known(Scenario scenario, boolean deepens) {
    String key = key(scenario);
    Optional<PlanSummary> known = kept(key);
    if (known.isPresent()) {
      return known;
    }
    Deepening found = open.containsKey(key) || !deepens ? deepened(scenario) : begun(scenario);
    if (closing.get()) {
      return Optional.empty();
    }
    if (deepens && !found.isDone()) {
      open.put(key, found);
      queue.again(scenario.countries().get(0), keep(found.best(), key, found.rounds()));
      sayFirst();
      return Optional.empty();
    }
    open.remove(key);
    return Optional.of(keep(found.best(), key, Deepening.MOST_ROUNDS));
  }

  /** The plan of a sample; one whose files were changed is made again, which puts them back. */
  private Optional<PlanSummary> kept(String key) {
    return plans.findSample(key).filter(each -> each.verification().changedFile() == null);
  }

  /** Keeps what some rounds came to, in the place of what fewer did. */
  private PlanSummary keep(PlanFolder plan, String key, int rounds) {
    String own = rounds == Deepening.MOST_ROUNDS ? key : key(key, rounds);
    String id = add(plan, own);
    for (int k = 1; k < rounds; k++) {
      plans.putInPlaceOf(key(key, k), own);
    }
    return plans.find(id).orElseThrow();
  }

  /** What had a head start is written and verified by then. */
  private String add(PlanFolder plan, String key) {
    NewPlan written = early;
    if (written == null || written.folder() != plan) {
      return plans.add(plan, SAMPLE, key);
    }
    early = null;
    try {
      return plans.add(written, SAMPLE, key);
    } finally {
      written.discard();
    }
  }

  /** Of a plan that is to be deepened. */
  private static String key(String key, int rounds) {
    return key + "/" + rounds;
  }

  /** Where the last start left off, or the first round. */
  private Deepening begun(Scenario scenario) {
    for (int k = Deepening.MOST_ROUNDS - 1; k > 0; k--) {
      Optional<PlanSummary> before = kept(key(key(scenario), k));
      if (before.isPresent()) {
        return new Deepening(plans.getFolder(before.get().id()), k);
      }
    }
    return deepened(scenario);
  }

  /** One round more; the first anew where what is imported of the country has changed. */
  private Deepening deepened(Scenario scenario) {
    Deepening before = open.get(key(scenario));
    if (before == null || !planner.isFedAs(scenario, before.best().scenario())) {
      return new Deepening(first(scenario), 1);
    }
    return before.with(
        planner
            .plans(
                before.next(scenario),
                null,
                List.of(before.best().plan()),
                problem -> waiting(),
                closing::get)
            .get(0));
  }

  /** The plan of a first round; one that had a head start, unless something was imported since. */
  private PlanFolder first(Scenario scenario) {
    Optional<NewPlan> made =
        headStart
            .flatMap(each -> each.take(scenario))
            .filter(each -> planner.isFedAs(scenario, each.folder().scenario()));
    made.ifPresent(each -> early = each);
    return made.map(NewPlan::folder)
        .orElseGet(() -> planner.plan(scenario, waiting(), closing::get));
  }

  private void sayFirst() {
    if (first.getAndSet(false)) {
      double sinceStart = ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
      LOG.info(
          "first plan {} s after the start of Java",
          String.format(Locale.ROOT, "%.1f", sinceStart));
    }
  }

  private String sinceOpened() {
    return String.format(Locale.ROOT, "%.1f", (System.nanoTime() - openedNanos) / 1e9);
  }

  /** The same question answered by the same engine is not computed twice. */
  private String key(Scenario scenario) {
    return String.join(
        "/",
        scenario.countries().get(0),
        String.valueOf(scenario.budgetUsd()),
        String.valueOf(scenario.steps()),
        Planner.ENGINE_VERSION,
        catalogue.version(),
        reference.version());
  }

  /** Waits while users' work is under way, and while asked to. */
  private Progress waiting() {
    return (phase, doneRatio, value, bound, gapRatio) -> {
      while ((jobs.areWorkedOn() || queue.isPaused()) && !closing.get()) {
        try {
          Thread.sleep(200);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return;
        }
      }
    };
  }

  @PreDestroy
  void close() {
    closing.set(true);
  }
}
