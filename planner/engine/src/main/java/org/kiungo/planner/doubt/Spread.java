package org.kiungo.planner.doubt;

import java.util.List;
import java.util.function.IntFunction;
import org.kiungo.planner.deploy.parallel.Blocks;
import org.kiungo.planner.folder.PlanFolder;

/**
 * Where the futures of a study are worked on: threads of this Java, or whatever runs work
 * elsewhere. Work on a future is a pure function that needs no other future's, so it may be done
 * anywhere, in any order, and again where a machine was lost.
 */
public interface Spread {

  /** What is done in each future. */
  interface Work<T> {

    /** What comes of a future, from 0. */
    T in(int future);

    /** All that another Java needs for {@link Spread#sent} but the plan in doubt: no facts. */
    byte[] bytes();

    /** What comes of a future, as another Java wrote it. */
    T read(byte[] done);
  }

  /** What comes of the futures 0 … count − 1, in their order. */
  <T> List<T> each(int count, Work<T> work);

  /**
   * Threads of this Java, for which nothing is written.
   *
   * @param threads that work at once
   */
  static Spread threads(int threads) {
    return new Spread() {
      @Override
      public <T> List<T> each(int count, Work<T> work) {
        return Blocks.each(count, threads, work::in);
      }
    };
  }

  /**
   * What another Java does.
   *
   * @param base the plan in doubt, read from a copy of the same folder
   * @param work as {@link Work#bytes} gives it
   * @return of a future, from 0, what {@link Work#read} reads; several may be asked for at once
   */
  static IntFunction<byte[]> sent(PlanFolder base, byte[] work) {
    return FutureQuestions.sent(base, work);
  }
}
