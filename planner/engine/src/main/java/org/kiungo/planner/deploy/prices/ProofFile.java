package org.kiungo.planner.deploy.prices;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.kiungo.planner.deploy.links.CandidateLinks;
import org.kiungo.planner.deploy.options.AccessOptions;
import org.kiungo.planner.deploy.question.Question;
import org.kiungo.planner.model.AccessTechnology;
import org.kiungo.planner.model.BoundProof;

/** Writes a {@link BoundProof}. */
final class ProofFile {

  /** Numbers below say that no decision follows. */
  private static final int FIRST = 3;

  /** Kinds of decisions. */
  private static final int KINDS = 3;

  private final CandidateLinks links;
  private byte[] bytes = new byte[1 << 16];
  private int size;

  private ProofFile(CandidateLinks links) {
    this.links = links;
  }

  /**
   * @param tree bounds with their raises
   * @param firstTerminal vertex of settlement 0 in them
   */
  static BoundProof of(Question question, BoundTree tree, int firstTerminal) {
    ProofFile file = new ProofFile(question.links());
    file.text(BoundProof.HEAD);
    file.number(question.districtWeight().length);
    for (double weight : question.districtWeight()) {
      file.real(weight);
    }
    file.number(question.places().settlements());
    file.number(question.places().standing() - question.places().settlements());
    file.links(question);
    file.options(question);
    file.branches(tree, firstTerminal);
    return new BoundProof(Arrays.copyOf(file.bytes, file.size));
  }

  private void links(Question question) {
    for (int v = 0; v < question.places().count(); v++) {
      int later = 0;
      int roots = 0;
      for (int e = links.first(v); e < links.end(v); e++) {
        roots += isToRoot(links, e) ? 1 : 0;
        later += links.head(e) > v && links.head(e) != links.root() ? 1 : 0;
      }
      number(later);
      int before = v;
      for (int e = links.first(v); e < links.end(v); e++) {
        if (links.head(e) > v && links.head(e) != links.root()) {
          number(links.head(e) - before);
          before = links.head(e);
        }
      }
      number(roots);
      for (int e = links.first(v); e < links.end(v); e++) {
        if (isToRoot(links, e)) {
          byte[] id = links.rootOf(links.link(e)).id().getBytes(StandardCharsets.UTF_8);
          number(id.length);
          for (byte b : id) {
            put(b);
          }
        }
      }
    }
  }

  private static boolean isToRoot(CandidateLinks links, int arc) {
    return links.head(arc) == links.root() && !links.isUp(links.link(arc));
  }

  private void options(Question question) {
    AccessOptions options = question.options();
    Map<String, Integer> index = new HashMap<>();
    List<AccessTechnology> catalogue = question.problem().catalogue().technologies();
    for (int t = 0; t < catalogue.size(); t++) {
      index.put(catalogue.get(t).id(), t);
    }
    for (int i = 0; i < question.places().settlements(); i++) {
      number(options.end(i) - options.first(i));
      for (int o = options.first(i); o < options.end(i); o++) {
        int technology = index.get(options.technologies().get(options.technology(o)).id());
        int rest = options.rest(o);
        int others = rest < 0 ? 0 : 1 + index.get(options.technologies().get(rest).id());
        number(technology + (long) catalogue.size() * others);
        number(options.site(o) < 0 ? 0 : 1 + options.sitePlace(options.site(o)));
      }
    }
  }

  private void branches(BoundTree tree, int firstTerminal) {
    if (tree instanceof BoundTree.Leaf leaf) {
      number(0);
      PricedAscent.Bounded bounded = leaf.raised().bounded();
      prices(bounded.prices());
      number(bounded.charging().ordinal());
      shares(leaf.raised().shares());
      raises(leaf.raised(), firstTerminal);
    } else if (tree instanceof BoundTree.Worthless) {
      number(1);
    } else if (tree instanceof BoundTree.Forced) {
      number(2);
    } else if (tree instanceof BoundTree.Split split) {
      decision(split.decision());
      branches(split.yes(), firstTerminal);
      branches(split.no(), firstTerminal);
    }
  }

  private void prices(MoneyPrices prices) {
    real(prices.valuePerCent());
    number(prices.ceilingCents());
    int[] capped = IntStream.range(0, prices.countries().size()).filter(prices::isCapped).toArray();
    number(capped.length);
    for (int c : capped) {
      text(prices.countries().get(c));
      real(prices.of(c));
    }
  }

  private void decision(BoundTree.Decision decision) {
    if (decision instanceof BoundTree.Serves serves) {
      number(FIRST + KINDS * (long) serves.settlement());
    } else if (decision instanceof BoundTree.Takes takes) {
      number(FIRST + KINDS * (long) takes.option() + 1);
    } else if (decision instanceof BoundTree.Leads leads) {
      number(FIRST + KINDS * (long) leads.place() + 2);
      number(end(leads.place(), leads.arc()));
    }
  }

  /** Number of what lies at the other end of an arc, seen from its place. */
  private int end(int place, int arc) {
    if (links.head(arc) != links.root()) {
      return 1 + CandidateLinks.MOST_ROOTS + links.head(arc);
    }
    int root = 0;
    for (int e = links.first(place); e <= arc; e++) {
      root += isToRoot(links, e) ? 1 : 0;
    }
    return isToRoot(links, arc) ? root : 0;
  }

  private void shares(SiteShares shares) {
    number(shares.option().length);
    int before = 0;
    for (int k = 0; k < shares.option().length; k++) {
      number((long) shares.option()[k] - before);
      number(shares.share()[k]);
      before = shares.option()[k];
    }
  }

  private void raises(PricedAscent.Raised found, int firstTerminal) {
    int[] terminals = found.terminals();
    number(terminals.length);
    int before = 0;
    for (int k = 0; k < terminals.length; k++) {
      int i = terminals[k] - firstTerminal;
      int step = i - before;
      number(step >= 0 ? 2L * step : -2L * step - 1);
      number(found.raises()[k]);
      before = i;
    }
  }

  private void text(String text) {
    for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
      put(b);
    }
  }

  private void real(double value) {
    long bits = Double.doubleToLongBits(value);
    for (int shift = 56; shift >= 0; shift -= 8) {
      put((byte) (bits >>> shift));
    }
  }

  private void number(long value) {
    long rest = value;
    while (rest >= 0x80) {
      put((byte) (rest & 0x7f | 0x80));
      rest >>>= 7;
    }
    put((byte) rest);
  }

  private void put(byte b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size + (size >> 1));
    }
    bytes[size++] = b;
  }
}
