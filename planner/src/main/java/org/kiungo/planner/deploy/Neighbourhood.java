package org.kiungo.planner.deploy;

import java.util.Random;
import java.util.Set;

/**
 * Proposes block changes of a draft. Each is tried on the draft itself, with money at its price,
 * taken back and handed out:
 *
 * <ul>
 *   <li>OPEN: a site with all settlements that gain by it; neighbours that stop paying close
 *   <li>CLOSE: a site, its settlements to the best of what stays
 *   <li>SWITCH: one settlement to its best other option
 *   <li>REROUTE: a branch over the way that is cheapest at its own load, or over any other arc
 *   <li>RUIN: the surroundings of a settlement, built anew by {@link Recreation}
 * </ul>
 */
public final class Neighbourhood {

  /** Kinds of moves. */
  public enum Kind {
    OPEN,
    CLOSE,
    SWITCH,
    REROUTE,
    RUIN
  }

  private static final int TRIES = 32;

  private final Draft draft;
  private final World world;
  private final AccessOptions options;
  private final Journal journal;
  private final PricedMoves moves;
  private final HeavyPaths heavy;
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
    heavy = new HeavyPaths(journal);
    recreation = new Recreation(journal, moves, heavy);
    this.kinds = kinds.stream().sorted().toArray(Kind[]::new);
  }

  /** A change; null when several tries found none. */
  public BlockChange propose(Random random) {
    if (options.site.length == 0) {
      return null;
    }
    for (int k = 0; k < TRIES; k++) {
      boolean tried =
          switch (kinds[random.nextInt(kinds.length)]) {
            case OPEN -> open(random);
            case CLOSE -> close(random);
            case SWITCH -> switchOption(random);
            case REROUTE -> reroute(random);
            case RUIN -> ruin(random);
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

  private boolean open(Random random) {
    int s = options.site[anyOption(random)];
    if (s < 0 || draft.isOpen(s) || !draft.isReachable(s)) {
      return false;
    }
    int place = options.sitePlace[s];
    if (draft.active[place] == 0) {
      heavy.approach(place, options.demandBps[options.siteOption[options.siteFirst[s]]]);
    }
    moves.open(s);
    return true;
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

  private boolean switchOption(Random random) {
    int o = anyOption(random);
    int i = options.owner[o];
    if (draft.choice[i] == o || !moves.isAllowed(o)) {
      return false;
    }
    journal.choose(i, o);
    return true;
  }

  private boolean reroute(Random random) {
    int o = draft.choice[options.owner[anyOption(random)]];
    if (o < 0 || options.site[o] < 0) {
      return false;
    }
    int v = options.sitePlace[options.site[o]];
    for (int up = random.nextInt(4); up > 0 && draft.parent(v) != world.links.root(); up--) {
      v = draft.parent(v);
    }
    if (random.nextBoolean()) {
      heavy.reroute(v);
      return true;
    }
    int first = world.links.first[v];
    int arc = first + random.nextInt(world.links.first[v + 1] - first);
    if (draft.canReach(v, arc)) {
      journal.reparent(v, arc);
    }
    return true;
  }

  private boolean ruin(Random random) {
    recreation.around(options.owner[anyOption(random)], random);
    return true;
  }
}
