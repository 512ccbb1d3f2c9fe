package org.kiungo.planner.lot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.kiungo.planner.cost.AssetCost;
import org.kiungo.planner.explain.BuiltWorks.Bought;
import org.kiungo.planner.explain.BuiltWorks.Item;
import org.kiungo.planner.explain.BuiltWorks.Member;
import org.kiungo.planner.explain.BuiltWorks.Part;
import org.kiungo.planner.explain.BuiltWorks.Work;
import org.kiungo.planner.explain.WorkRange;
import org.kiungo.planner.finance.LargestRemainder;
import org.kiungo.planner.folder.PlanFolder;
import org.kiungo.planner.folder.lot.Lot;
import org.kiungo.planner.folder.lot.Lots;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.money.Money;
import org.kiungo.planner.scenario.Phase;

/** Drafts as lots: names, bills of quantities, people, what carries their traffic, and points. */
final class LotSheets {

  /** Rows of a bill by what is counted, then of what it is. */
  private record Row(Item item, String of) implements Comparable<Row> {
    @Override
    public int compareTo(Row other) {
      int by = item.compareTo(other.item);
      return by == 0 ? of.compareTo(other.of) : by;
    }
  }

  /** Sums of shares that are whole but for how a computer adds. */
  private static final double NOTHING = 1e-6;

  private final PlanFolder folder;
  private final Lots.Rules rules;
  private final WorkRange range;
  private final Map<Member, Map<String, String>> lotOf = new HashMap<>();
  private final Map<String, String> carrierAt = new HashMap<>();

  LotSheets(PlanFolder folder, PlanningProblem problem, Lots.Rules rules) {
    this.folder = folder;
    this.rules = rules;
    range = WorkRange.of(problem, folder.plan());
  }

  Lots of(List<Draft> drafts) {
    List<Draft> sorted = new ArrayList<>(drafts);
    sorted.sort(
        Comparator.comparingInt(Draft::phase)
            .thenComparing(Draft::country)
            .thenComparing(each -> each.regions().get(0))
            .thenComparing(Draft::state)
            .thenComparingDouble(each -> each.at() == null ? 181 : each.at().lon())
            .thenComparing(each -> each.purchases().get(0).id()));
    List<Lot> named = named(sorted);
    for (int k = 0; k < named.size(); k++) {
      keep(named.get(k).id(), sorted.get(k));
    }
    Plan.Totals totals = folder.plan().totals();
    long likely = Math.round(totals.peopleServed() + totals.peopleBasic());
    long sure = totals.today() == null ? likely : Math.round(totals.today().peopleGainedSure());
    long[] likelyBy = whole(sorted, likely, Purchase::likely);
    long[] sureBy = whole(sorted, sure, Purchase::sure);
    List<Lot> lots = new ArrayList<>();
    AssetCost all = AssetCost.ZERO;
    for (int k = 0; k < sorted.size(); k++) {
      Draft draft = sorted.get(k);
      AssetCost cost =
          draft.purchases().stream().map(Purchase::cost).reduce(AssetCost.ZERO, AssetCost::plus);
      all = all.plus(cost);
      lots.add(
          named
              .get(k)
              .with()
              .cost(cost(cost))
              .people(new Lot.People(likelyBy[k], sureBy[k]))
              .quantities(quantities(draft))
              .members(members(draft))
              .requires(requires(named.get(k).id(), draft))
              .drawn(drawn(named.get(k).id(), draft))
              .releases(releases(draft, cost.capexCents(), named.get(k).firstYear()))
              .build());
    }
    lots.sort(Comparator.comparingInt(Lot::phase).thenComparing(Lot::id));
    return new Lots(
        "", rules, Lots.POINTS, lots, new Lots.Total(cost(all), new Lot.People(likely, sure)));
  }

  private static Lot.Cost cost(AssetCost cost) {
    return new Lot.Cost(cost.capexUsd(), cost.opexUsdPerYear(), cost.lifetimeUsd());
  }

  private static long[] whole(List<Draft> drafts, long people, ToDoubleFunction<Purchase> of) {
    double[] each =
        drafts.stream()
            .mapToDouble(draft -> draft.purchases().stream().mapToDouble(of).sum())
            .toArray();
    return each.length == 0 ? new long[0] : LargestRemainder.shares(people, each);
  }

  private List<Lot> named(List<Draft> drafts) {
    Map<String, Integer> many = new HashMap<>();
    drafts.forEach(each -> many.merge(slug(each), 1, Integer::sum));
    Map<String, Integer> sofar = new HashMap<>();
    Set<String> taken = new HashSet<>();
    List<Lot> named = new ArrayList<>();
    List<Phase> phases = folder.scenario().phases();
    Money money = folder.scenario().money();
    for (Draft each : drafts) {
      String slug = slug(each);
      int part = many.get(slug) == 1 ? 0 : sofar.merge(slug, 1, Integer::sum);
      String id = part == 0 ? slug : slug + "-" + part;
      for (int k = 2; !taken.add(id); k++) {
        id = slug + "-" + part + "-" + k;
      }
      List<String> regions = each.regions();
      String where = String.join(" – ", regions.stream().filter(r -> !r.isEmpty()).toList());
      String number = each.phase() + (part == 0 ? "" : "." + part);
      boolean phased = !phases.isEmpty();
      named.add(
          new Lot(
              id,
              (where.isEmpty() ? each.country() : where) + " " + number,
              each.country(),
              regions,
              each.phase(),
              part,
              phased ? phases.get(each.phase() - 1).firstYear() : money.firstYear(),
              phased ? phases.get(each.phase() - 1).lastYear() : money.lastYear(),
              lastDay(phased ? phases.get(each.phase() - 1).firstYear() : money.firstYear()),
              each.state(),
              each.at(),
              cost(AssetCost.ZERO),
              new Lot.People(0, 0),
              List.of(),
              new Lot.Members(List.of(), List.of(), List.of(), List.of()),
              List.of(),
              List.of(),
              List.of()));
    }
    return named;
  }

  private static String lastDay(int year) {
    return year + "-12-31";
  }

  /** Country, phase and first region in small letters, digits and hyphens. */
  private static String slug(Draft draft) {
    String plain =
        Normalizer.normalize(draft.regions().get(0), Normalizer.Form.NFD)
            .replaceAll("\\p{M}", "")
            .replaceAll("[^\\p{L}\\p{N}]+", "-")
            .replaceAll("^-|-$", "");
    String start = draft.country() + "-" + draft.phase();
    return (plain.isEmpty() ? start : start + "-" + plain).toLowerCase(Locale.ROOT);
  }

  private void keep(String lot, Draft draft) {
    for (Purchase each : draft.purchases()) {
      Bought bought = each.bought();
      boolean carries = bought.kind() == Member.LINK || bought.kind() == Member.NODE;
      if (!bought.later()) {
        lotOf.computeIfAbsent(bought.kind(), k -> new HashMap<>()).put(bought.id(), lot);
        if (carries) {
          carrierAt.put(each.from(), lot);
        }
      }
    }
  }

  private List<String> requires(String id, Draft draft) {
    Set<String> all = new TreeSet<>();
    for (Purchase each : draft.purchases()) {
      Member kind = each.bought().kind();
      if (each.bought().later()) {
        all.add(lotOf.getOrDefault(kind, Map.of()).getOrDefault(each.bought().id(), id));
      } else if (kind == Member.SERVICE) {
        all.add(lotOf.getOrDefault(Member.SITE, Map.of()).getOrDefault(each.siteId(), id));
      } else if (kind != Member.NODE) {
        all.add(carrierAt.getOrDefault(each.to(), id));
      }
    }
    all.remove(id);
    return List.copyOf(all);
  }

  private static Lot.Members members(Draft draft) {
    Map<Member, List<String>> ids = new HashMap<>();
    for (Purchase each : draft.purchases()) {
      ids.computeIfAbsent(each.bought().kind(), k -> new ArrayList<>()).add(each.id());
    }
    ids.values().forEach(each -> each.sort(Comparator.naturalOrder()));
    return new Lot.Members(
        ids.getOrDefault(Member.SERVICE, List.of()),
        ids.getOrDefault(Member.SITE, List.of()),
        ids.getOrDefault(Member.LINK, List.of()),
        ids.getOrDefault(Member.NODE, List.of()));
  }

  private List<Lot.Quantity> quantities(Draft draft) {
    Map<Row, List<Part>> rows = new TreeMap<>();
    for (Purchase each : draft.purchases()) {
      for (Part part : each.parts()) {
        Work work = part.work();
        rows.computeIfAbsent(new Row(work.item(), work.of()), k -> new ArrayList<>()).add(part);
      }
    }
    List<Lot.Quantity> bill = new ArrayList<>();
    rows.forEach((row, parts) -> bill.add(quantity(row, parts)));
    return bill;
  }

  private Lot.Quantity quantity(Row row, List<Part> parts) {
    double quantity = 0;
    AssetCost cost = AssetCost.ZERO;
    long low = 0;
    long high = 0;
    for (Part each : parts) {
      quantity += each.work().quantity();
      cost = cost.plus(each.work().cost());
      low += range.lowCapexCents(each);
      high += range.highCapexCents(each);
    }
    quantity = ordered(row.item, quantity);
    double unit = Lot.Quantity.unitUsd(quantity, cost.capexUsd());
    double atLow = Math.min(unit, Math.min(low, high) / quantity / 100);
    double atHigh = Math.max(unit, Math.max(low, high) / quantity / 100);
    return new Lot.Quantity(
        row.item.word(),
        row.of,
        quantity,
        cost(cost),
        unit,
        Math.floor(atLow * 100) / 100,
        Math.ceil(atHigh * 100) / 100);
  }

  /** As it can be ordered: of lines and terminals whole ones, of all else a thousandth at least. */
  private static double ordered(Item item, double quantity) {
    return item == Item.TERMINALS
        ? Math.max(1, Math.ceil(quantity - NOTHING))
        : Math.max(1, Math.round(quantity * 1000)) / 1000.0;
  }

  /** Of what is accepted nothing is left to release. */
  private static List<Lot.Release> releases(Draft draft, long capexCents, int builtYear) {
    if (draft.state() == Lot.State.ACCEPTED) {
      return List.of();
    }
    double[] ratios = Lots.POINTS.stream().mapToDouble(Lots.Point::releaseRatio).toArray();
    long[] cents = LargestRemainder.shares(capexCents, ratios);
    List<Lot.Release> releases = new ArrayList<>();
    for (int k = 0; k < cents.length; k++) {
      String point = Lots.POINTS.get(k).code();
      String due = lastDay(point.equals(Lots.A_YEAR_LATER) ? builtYear + 1 : builtYear);
      releases.add(new Lot.Release(point, AssetCost.usd(cents[k]), due));
    }
    return releases;
  }

  /** Those whose hash with the seed and the lot is least: nobody can choose them. */
  private List<String> drawn(String id, Draft draft) {
    Map<String, String> hashes = new LinkedHashMap<>();
    for (Purchase each : draft.purchases()) {
      if (each.bought().kind() == Member.SERVICE && each.likely() > 0) {
        hashes.put(each.from(), hash(rules.seed() + "/" + id + "/" + each.from()));
      }
    }
    return hashes.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .limit(rules.drawn())
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
