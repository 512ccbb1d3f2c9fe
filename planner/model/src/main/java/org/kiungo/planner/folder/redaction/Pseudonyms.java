package org.kiungo.planner.folder.redaction;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.NetworkNode;
import org.kiungo.planner.model.Plan;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.SecondPaths;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.model.value.LonLat;

/**
 * Other names for everything a plan names, the same each time it is redacted. Ids often are
 * positions, and lists are sorted by id: so new names are numbers in the order of a hash that
 * nobody can compute who does not know all positions.
 */
final class Pseudonyms {

  private static final String TAP = "tap:";
  private static final String ROAD = "road:";

  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> lines;
  private final byte[] key;

  /** How many link ends are places on roads or taps. */
  final int linkEnds;

  Pseudonyms(PlanningProblem problem, Plan plan) {
    key = key(problem);
    number("S", "", problem.settlements().stream().map(Settlement::id).toList());
    number("N", "", problem.nodes().stream().map(NetworkNode::id).toList());
    lines = numbers("L", "", problem.fibreLines().stream().map(FibreLine::id).toList());
    List<Tower> towers = problem.towers();
    number("T", "", towers.stream().filter(t -> !t.assumed()).map(Tower::id).toList());
    number("M", Tower.ASSUMED, towers.stream().filter(Tower::assumed).map(Tower::id).toList());
    TreeSet<String> roads = new TreeSet<>();
    TreeSet<String> taps = new TreeSet<>();
    ends(plan.links(), roads, taps);
    ends(plan.secondPaths().links(), roads, taps);
    number(ROAD, "", roads);
    Map<String, String> numbered = numbers("", "", taps);
    for (String tap : taps) {
      String line = tap.substring(TAP.length(), tap.lastIndexOf('@'));
      names.put(tap, TAP + line(line) + "@" + numbered.get(tap));
    }
    linkEnds = roads.size() + taps.size();
    List<BuiltLink> links = new ArrayList<>(plan.links());
    links.addAll(plan.secondPaths().links());
    links.forEach(each -> names.put(each.id(), of(each.fromId()) + ">" + of(each.toId())));
    for (AccessSite each : plan.sites()) {
      names.put(each.id(), of(each.placeId()) + ":" + each.technologyId());
    }
  }

  private static void ends(
      Collection<BuiltLink> links, TreeSet<String> roads, TreeSet<String> taps) {
    for (BuiltLink link : links) {
      for (String end : List.of(link.fromId(), link.toId())) {
        if (end.startsWith(ROAD)) {
          roads.add(end);
        } else if (end.startsWith(TAP)) {
          taps.add(end);
        }
      }
    }
  }

  /** The new name; what has none (satellites, nothing) keeps its own. */
  String of(String id) {
    return names.getOrDefault(id, id);
  }

  /** The new name of a line, which may be called as a place is. */
  String line(String id) {
    return lines.get(id);
  }

  /** Owners by number, none for those of whom none is known. */
  Map<String, String> operators(Collection<String> operators) {
    return numbers("operator ", "", operators);
  }

  private void number(String prefix, String suffix, Collection<String> ids) {
    names.putAll(numbers(prefix, suffix, ids));
  }

  private Map<String, String> numbers(String prefix, String suffix, Collection<String> ids) {
    List<String> order =
        ids.stream().sorted(Comparator.comparing(this::hash).thenComparing(id -> id)).toList();
    int digits = Integer.toString(order.size()).length();
    Map<String, String> numbered = new HashMap<>();
    for (int k = 0; k < order.size(); k++) {
      String number = Integer.toString(k + 1);
      numbered.put(order.get(k), prefix + "0".repeat(digits - number.length()) + number + suffix);
    }
    return numbered;
  }

  private String hash(String id) {
    MessageDigest digest = digest();
    digest.update(key);
    return HexFormat.of().formatHex(digest.digest(id.getBytes(StandardCharsets.UTF_8)));
  }

  /** Of all positions and names, so that who lacks one of them cannot compute it. */
  private static byte[] key(PlanningProblem problem) {
    MessageDigest digest = digest();
    digest.update("redacted copy".getBytes(StandardCharsets.UTF_8));
    problem.settlements().forEach(each -> add(digest, each.id(), each.location()));
    problem.nodes().forEach(each -> add(digest, each.id(), each.location()));
    problem.towers().forEach(each -> add(digest, each.id(), each.location()));
    problem.fibreLines().forEach(each -> each.path().forEach(at -> add(digest, each.id(), at)));
    return digest.digest();
  }

  private static void add(MessageDigest digest, String id, LonLat at) {
    digest.update(id.getBytes(StandardCharsets.UTF_8));
    digest.update(ByteBuffer.allocate(16).putDouble(at.lon()).putDouble(at.lat()).array());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** The second ways under the new names. */
  SecondPaths.Way way(SecondPaths.Way way) {
    return new SecondPaths.Way(
        of(way.placeId()),
        way.hubIds().stream().map(this::of).sorted().toList(),
        way.demandMbps(),
        way.placeIds().stream().map(this::of).toList());
  }
}
