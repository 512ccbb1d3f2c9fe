package org.kiungo.planner.deploy;

import java.util.Collections;
import java.util.Random;
import java.util.Set;

/**
 * Proposes block changes of a draft. Each is tried on the draft itself, with money at its price,
 * taken back and handed out:
 *
 * <ul>
 *   <li>CLOSE: a site, its settlements to the best of what stays
 *   <li>RUIN: the surroundings of a settlement, built anew by {@link Recreation}
 *   <li>BRANCH: all that hangs on one link of the trunk, built anew likewise
 * </ul>
 */
public final class Neighbourhood {

  /** Kinds of moves, and how often each is drawn beside the others. */
  public enum Kind {
    CLOSE(1),
    RUIN(3),
    BRANCH(3);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final int TRIES = 32;

  private final Draft draft;
  private final World world;
  private final AccessOptions options;
  private final Journal journal;
  private final PricedMoves moves;
  private final Recreation recreation;
  private final Kind[] kinds;

  /**
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it
   */
  public Neighbourhood(
      Draft draft, double valuePerCent, double valuePerCentBeyond, Set<Kind> kinds) {
    this.draft = draft;
    world = draft.world;
    options = world.options;
    journal = new Journal(draft);
    moves = new PricedMoves(journal, valuePerCent, valuePerCentBeyond);
    recreation = new Recreation(journal, moves, new HeavyPaths(journal));
    this.kinds =
        kinds.stream()
            .sorted()
            .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
            .toArray(Kind[]::new);
  }

  /** A change; null when several tries found none. */
  public BlockChange propose(Random random) {
    if (options.site.length == 0) {
      return null;
    }
    for (int k = 0; k < TRIES; k++) {
      boolean tried =
          switch (kinds[random.nextInt(kinds.length)]) {
            case CLOSE -> close(random);
            case RUIN -> ruin(random);
            case BRANCH -> branch(random);
          };
      if (tried && journal.size() > 0) {
        BlockChange block = journal.toBlock();
        journal.rollBackTo(0);
        return block;
      }
    }
    return null;
  }

  private int anyOption(Random random) {
    return random.nextInt(options.site.length);
  }

  private boolean close(Random random) {
    int i = options.owner[anyOption(random)];
    int o = draft.choice[i];
    if (o < 0 || options.site[o] < 0) {
      return false;
    }
    moves.close(options.site[o]);
    return true;
  }

  /** A place with a site, or up to so many links nearer to the network; −1 when none was hit. */
  private int anyUsed(Random random, int up) {
    int o = draft.choice[options.owner[anyOption(random)]];
    if (o < 0 || options.site[o] < 0) {
      return -1;
    }
    int v = options.sitePlace[options.site[o]];
    for (int k = random.nextInt(up); k > 0 && draft.parent(v) != world.links.root(); k--) {
      v = draft.parent(v);
    }
    return v;
  }

  private boolean branch(Random random) {
    int v = anyUsed(random, 8);
    if (v >= 0) {
      recreation.behind(v, random);
    }
    return v >= 0;
  }

  private boolean ruin(Random random) {
    recreation.around(options.owner[anyOption(random)], random);
    return true;
  }
}
