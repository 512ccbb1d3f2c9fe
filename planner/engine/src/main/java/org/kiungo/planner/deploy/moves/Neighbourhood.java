package org.kiungo.planner.deploy.moves;

import java.util.Collections;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.kiungo.planner.deploy.draft.BlockChange;
import org.kiungo.planner.deploy.draft.Draft;
import org.kiungo.planner.deploy.draft.Journal;
import org.kiungo.planner.deploy.draft.Regions;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;

/**
 * Proposes block changes of a draft. Each is tried on the draft itself, with money at its price,
 * taken back and handed out:
 *
 * <ul>
 *   <li>CLOSE: a site, its settlements to the best of what stays
 *   <li>PACK: whom a site serves, chosen anew by {@link SitePacking}
 *   <li>RUIN: the surroundings of a settlement, built anew by {@link Recreation}
 *   <li>REMIX: two sites that a settlement may choose between, by {@link SiteMixing}
 *   <li>BRANCH: all that hangs on one link of the trunk, built anew likewise
 * </ul>
 */
public final class Neighbourhood {

  /** Kinds of moves, and how often each is drawn beside the others. */
  public enum Kind {
    CLOSE(1),
    PACK(1),
    RUIN(3),
    BRANCH(3),
    REMIX(3);

    private final int weight;

    Kind(int weight) {
      this.weight = weight;
    }
  }

  private static final int TRIES = 32;

  /** What leaving another site saves is tried at so many ratios from 0 to 1. */
  private static final int SAVED_STEPS = 3;

  private final Draft draft;
  private final Regions.Region region;
  private final Question question;
  private final AccessOptions options;
  private final Journal journal;
  private final PricedMoves moves;
  private final SitePacking packing;
  private final Recreation recreation;
  private final SiteMixing mixing;
  private final Kind[] kinds;
  private final int draws;

  /**
   * @param region whose decisions alone are changed
   * @param valuePerCent price of money up to the budget
   * @param valuePerCentBeyond price of money beyond it
   */
  public Neighbourhood(
      Draft draft,
      Regions.Region region,
      double valuePerCent,
      double valuePerCentBeyond,
      Set<Kind> kinds) {
    this(draft, region, valuePerCent, valuePerCentBeyond, kinds, 1);
  }

  /**
   * As the other, about settlements that have service rather than others.
   *
   * @param draws of an option until one of such a settlement is hit, at most
   */
  public Neighbourhood(
      Draft draft,
      Regions.Region region,
      double valuePerCent,
      double valuePerCentBeyond,
      Set<Kind> kinds,
      int draws) {
    this.draws = draws;
    this.draft = draft;
    this.region = region;
    question = draft.question();
    options = question.options();
    journal = new Journal(draft);
    moves = new PricedMoves(journal, valuePerCent, valuePerCentBeyond);
    HeavyPaths heavy = new HeavyPaths(journal);
    packing = new SitePacking(journal, moves, heavy);
    mixing = new SiteMixing(journal, moves, packing);
    recreation = new Recreation(journal, moves, heavy, packing);
    this.kinds =
        kinds.stream()
            .sorted()
            .flatMap(kind -> Collections.nCopies(kind.weight, kind).stream())
            .toArray(Kind[]::new);
  }

  /** A change; empty when several tries found none. */
  public Optional<BlockChange> propose(Random random) {
    if (region.options().length == 0) {
      return Optional.empty();
    }
    for (int k = 0; k < TRIES; k++) {
      if (change(random)) {
        BlockChange block = journal.toBlock();
        journal.rollBackTo(0);
        if (region.holds(block)) {
          return Optional.of(block);
        }
      }
    }
    return Optional.empty();
  }

  /**
   * Changes the draft once and leaves it changed.
   *
   * @return false when nothing came of it
   */
  private boolean change(Random random) {
    boolean tried =
        switch (kinds[random.nextInt(kinds.length)]) {
          case CLOSE -> close(random);
          case PACK -> pack(random);
          case RUIN -> ruin(random);
          case BRANCH -> branch(random);
          case REMIX -> remix(random);
        };
    return tried && journal.size() > 0;
  }

  /**
   * Changes the draft once, and keeps the change unless it loses too much or breaks a rule.
   *
   * @param mostLoss of profit
   * @return false when the draft is as it was
   */
  public boolean step(Random random, double mostLoss) {
    double least = moves.profit() - mostLoss;
    long unkept = draft.unkept();
    boolean stays =
        region.options().length > 0
            && change(random)
            && draft.unkept() <= unkept
            && moves.profit() >= least;
    if (stays) {
      journal.keep();
    } else {
      journal.rollBackTo(0);
    }
    return stays;
  }

  /** One of a settlement that has service, if so many draws come upon one. */
  private int anyOption(Random random) {
    int o = region.options()[random.nextInt(region.options().length)];
    for (int k = 1; k < draws && draft.choice(options.owner(o)) < 0; k++) {
      o = region.options()[random.nextInt(region.options().length)];
    }
    return o;
  }

  private boolean close(Random random) {
    int i = options.owner(anyOption(random));
    int o = draft.choice(i);
    if (o < 0 || options.site(o) < 0) {
      return false;
    }
    moves.close(options.site(o));
    return true;
  }

  private boolean pack(Random random) {
    int s = options.site(anyOption(random));
    return s >= 0
        && draft.isReachable(s)
        && !moves.isOwn(s)
        && packing.pack(s, random.nextInt(SAVED_STEPS) / (SAVED_STEPS - 1.0));
  }

  /** Two sites that somebody may choose between, the first of which stands, packed anew. */
  private boolean remix(Random random) {
    int i = options.owner(anyOption(random));
    int o = draft.choice(i);
    int from = o < 0 ? -1 : options.site(o);
    if (from < 0) {
      return false;
    }
    int user = anyUser(from, random);
    int to =
        options.site(options.first(user) + random.nextInt(options.end(user) - options.first(user)));
    if (to < 0 || to == from || !draft.isReachable(to)) {
      return false;
    }
    mixing.mix(from, to, random);
    return true;
  }

  private int anyUser(int s, Random random) {
    int skipped = random.nextInt(options.siteEnd(s) - options.siteFirst(s));
    int found = -1;
    for (int k = options.siteFirst(s); k < options.siteEnd(s) && (found < 0 || skipped >= 0); k++) {
      int o = options.siteOption(k);
      found = draft.choice(options.owner(o)) == o ? options.owner(o) : found;
      skipped--;
    }
    return found;
  }

  /** A place with a site, or up to so many links nearer to the network; −1 when none was hit. */
  private int anyUsed(Random random, int up) {
    int o = draft.choice(options.owner(anyOption(random)));
    if (o < 0 || options.site(o) < 0) {
      return -1;
    }
    int v = options.sitePlace(options.site(o));
    for (int k = random.nextInt(up); k > 0 && draft.parent(v) != question.links().root(); k--) {
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
    recreation.around(options.owner(anyOption(random)), random);
    return true;
  }
}
