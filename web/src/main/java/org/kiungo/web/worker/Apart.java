package org.kiungo.web.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.kiungo.planner.model.value.InputRefused;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Has chores done in a Java of their own: one that takes more memory, time or space than it may
 * costs itself, not the server.
 */
@Component
public class Apart {

  private static final long LOOKED_EVERY_MS = 200;

  private final boolean separate;
  private final WorkerMemory memory;

  /**
   * @param separate false to do everything in this Java, without limits
   */
  public Apart(@Value("${kiungo.worker.apart}") boolean separate, WorkerMemory memory) {
    this.separate = separate;
    this.memory = memory;
  }

  /** Does everything in this Java. */
  public static Apart here() {
    return new Apart(false, null);
  }

  public boolean isSeparate() {
    return separate;
  }

  /**
   * Does a chore.
   *
   * @param folder for whatever it writes meanwhile, within its budget; null for none
   * @throws Unwanted once {@link Hearing#isUnwanted}
   * @throws InputRefused as the chore does, and by the codes of the budget
   * @throws WorkerGone when its Java was killed from outside
   */
  public <T, R> R work(Chore<T, R> chore, T task, Budget budget, Path folder, Hearing hearing)
      throws IOException {
    try {
      return separate ? there(chore, task, budget, folder, hearing) : here(chore, task, hearing);
    } catch (InterruptedException closing) {
      Thread.currentThread().interrupt();
      throw new Unwanted();
    }
  }

  private static <T, R> R here(Chore<T, R> chore, T task, Hearing hearing)
      throws IOException, InterruptedException {
    R found = chore.work(task, new Here(hearing));
    if (hearing.isUnwanted()) {
      throw new Unwanted();
    }
    return found;
  }

  private <T, R> R there(Chore<T, R> chore, T task, Budget budget, Path folder, Hearing hearing)
      throws IOException, InterruptedException {
    long began = System.nanoTime();
    AtomicReference<InputRefused> overrun = new AtomicReference<>();
    WorkerMemory.Share share = share(budget, began, hearing);
    ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor();
    try (WorkerProcess worker =
        WorkerProcess.start(ChoreProcess.class, budget.heapMebibytes(), folder)) {
      worker.tell(
          Line.JSON.writeValueAsString(
              new Line.Task(chore.getClass().getName(), Line.JSON.valueToTree(task))));
      watch.scheduleWithFixedDelay(
          () -> {
            budget.overrun(worker, since(began), folder).ifPresent(overrun::set);
            look(worker, overrun.get() != null, hearing);
          },
          LOOKED_EVERY_MS,
          LOOKED_EVERY_MS,
          TimeUnit.MILLISECONDS);
      for (String text = worker.listen(); text != null; text = worker.listen()) {
        Line line = Line.of(text);
        if (line.result() != null) {
          return Line.JSON.treeToValue(line.result(), chore.gives());
        }
        hear(line, worker, hearing);
      }
      if (overrun.get() != null) {
        throw overrun.get();
      }
      if (hearing.isUnwanted()) {
        throw new Unwanted();
      }
      if (worker.endedForMemory()) {
        throw budget.memory();
      }
      throw new WorkerGone(chore.getClass().getSimpleName() + " on " + budget.subject());
    } finally {
      watch.shutdownNow();
      share.close();
    }
  }

  /** Its heap, once there is room for it; who waits uses up its time. */
  private WorkerMemory.Share share(Budget budget, long began, Hearing hearing)
      throws InterruptedException {
    WorkerMemory.Share share =
        memory.take(
            budget.heapMebibytes(),
            () -> hearing.isUnwanted() || budget.findLate(since(began)).isPresent());
    if (share != null) {
      return share;
    }
    if (hearing.isUnwanted()) {
      throw new Unwanted();
    }
    throw budget.findLate(since(began)).orElseThrow();
  }

  private static Duration since(long beganNanos) {
    return Duration.ofNanos(System.nanoTime() - beganNanos);
  }

  private static void look(WorkerProcess worker, boolean overrun, Hearing hearing) {
    if (overrun || hearing.isUnwanted()) {
      worker.close();
    } else if (hearing.isStopped()) {
      worker.tell(Line.STOP);
    } else if (hearing.isWatched()) {
      worker.tell(Line.WATCHED);
    }
  }

  private static void hear(Line line, WorkerProcess worker, Hearing hearing) throws IOException {
    if (line.refused() != null) {
      throw line.refused().thrown();
    }
    if (line.failed() != null) {
      throw new IOException(line.failed());
    }
    if (line.fault() != null) {
      throw new IllegalStateException("in the process of the work: " + line.fault());
    }
    if (line.asked() != null) {
      worker.tell(Line.ANSWER + hearing.asked(line.asked()));
    } else {
      hearing.told(line.told());
    }
  }

  /** The same without another Java. */
  private record Here(Hearing hearing) implements Caller {

    @Override
    public void tell(Object progress) {
      hearing.told(Line.JSON.valueToTree(progress));
      if (hearing.isUnwanted()) {
        throw new Unwanted();
      }
    }

    @Override
    public String ask(Object question) {
      return hearing.asked(Line.JSON.valueToTree(question));
    }

    @Override
    public boolean isStopped() {
      return hearing.isStopped() || hearing.isUnwanted();
    }

    @Override
    public boolean isWatched() {
      return hearing.isWatched();
    }
  }
}
