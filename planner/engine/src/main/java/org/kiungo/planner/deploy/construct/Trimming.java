package org.kiungo.planner.deploy.construct;

import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.draft.Draft;

/**
 * Leaves out of a draft whoever brings least value per cent saved until it keeps to its budget and
 * no beam is overloaded. Lazy: ratios are worked out again when they come up. O(settlements · log)
 * changes of a choice, each at most the depth of the forest.
 */
public final class Trimming {

  private record Loss(double valuePerCent, int settlement) implements Comparable<Loss> {
    @Override
    public int compareTo(Loss other) {
      int byRatio = Double.compare(valuePerCent, other.valuePerCent);
      return byRatio != 0 ? byRatio : Integer.compare(settlement, other.settlement);
    }
  }

  private final Draft draft;

  private final IntPredicate mayGo;

  private Trimming(Draft draft, IntPredicate mayGo) {
    this.draft = draft;
    this.mayGo = mayGo;
  }

  /**
   * The same, which leaves the budget exceeded where those that stay exceed it alone.
   *
   * @param mayGo which settlements may be left out
   */
  public static Draft trim(Draft draft, IntPredicate mayGo) {
    Trimming trimming = new Trimming(draft, mayGo);
    trimming.until(() -> draft.unkept() == 0, i -> draft.isInFullBeam(draft.choice(i)));
    trimming.until(() -> draft.violation() == 0, i -> true);
    return draft;
  }

  private void until(BooleanSupplier kept, IntPredicate helps) {
    PriorityQueue<Loss> queue = new PriorityQueue<>();
    IntStream.range(0, draft.settlements())
        .filter(i -> draft.choice(i) >= 0 && mayGo.test(i))
        .filter(i -> !kept.getAsBoolean() && helps.test(i))
        .mapToObj(this::loss)
        .forEach(queue::add);
    while (!kept.getAsBoolean() && !queue.isEmpty()) {
      Loss now = loss(queue.poll().settlement);
      if (!queue.isEmpty() && now.compareTo(queue.peek()) > 0) {
        queue.add(now);
      } else {
        draft.choose(now.settlement, -1);
      }
    }
  }

  private Loss loss(int settlement) {
    int option = draft.choice(settlement);
    long before = draft.costCents();
    draft.choose(settlement, -1);
    long saved = before - draft.costCents();
    draft.choose(settlement, option);
    return new Loss(draft.ownValue(settlement) / (double) Math.max(1, saved), settlement);
  }
}
