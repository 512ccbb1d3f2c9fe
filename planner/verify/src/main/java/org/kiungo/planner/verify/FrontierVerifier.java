package org.kiungo.planner.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kiungo.planner.json.Fields;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.Plan.AccessSite;
import org.kiungo.planner.model.Plan.BuiltLink;
import org.kiungo.planner.model.Plan.PartService;
import org.kiungo.planner.model.Plan.SettlementService;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.verify.check.Ledger;
import org.kiungo.planner.verify.check.Verification;
import org.kiungo.planner.verify.form.FormChecks;
import org.kiungo.planner.verify.form.FrontierForm;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.planner.verify.form.SealChecks;
import org.kiungo.planner.verify.read.Claims;
import org.kiungo.planner.verify.read.FolderReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks a folder of candidate plans: each of them, that all answer one question for ever more
 * money, and that nested plans contain one another.
 */
public final class FrontierVerifier {

  private static final String FILE = "frontier.json";

  private static final String QUESTION = "frontier.question";

  private FrontierVerifier() {}

  /** True when a folder holds candidate plans. */
  public static boolean holdsPlans(Path folder) {
    return Files.isRegularFile(folder.resolve(FILE));
  }

  /**
   * Checks every plan as {@link Verifier} does, and where they are said to be nested also each pair
   * of neighbours.
   *
   * @throws org.kiungo.planner.model.value.InputRefused when a file is not there or cannot be read
   */
  public static Verification verify(Path folder, Installed installed) {
    JsonNode frontier = new FolderReader(folder).document(FILE);
    List<Verification> parts = new ArrayList<>();
    Ledger nested = new Ledger();
    boolean sealed = SealChecks.check(folder, nested);
    Set<String> names = new HashSet<>(Set.of(FILE));
    FrontierForm form = new FrontierForm(frontier);
    Claims smaller = null;
    Question question = null;
    for (JsonNode plan : frontier.path("plans")) {
      String name = Fields.text(plan, "folder");
      if (!Path.of(name).equals(Path.of(name).getFileName())) {
        throw Unreadable.file(
            FILE, new InputRefused("json.value", "field", "folder", "value", name));
      }
      names.add(name);
      ObjectNode due = form.add(new FolderReader(folder.resolve(name)));
      same(name, due, plan, nested);
      parts.add(Verifier.verify(folder.resolve(name), Set.of(), installed));
      Question asked = Question.of(new FolderReader(folder.resolve(name)));
      if (question != null) {
        same(question, asked, name, nested);
      }
      question = asked;
      if (frontier.path("nested").asBoolean(false)) {
        Claims larger = new Claims(new FolderReader(folder.resolve(name)));
        if (smaller != null) {
          contains(smaller, larger, name, nested);
        }
        smaller = larger;
      }
    }
    if (sealed) {
      FormChecks.same(FILE, form.bytes(folder), bytes(folder), nested);
    }
    SealChecks.only(folder, names, nested);
    return Verification.together(parts).and(nested);
  }

  private static byte[] bytes(Path folder) {
    try {
      return Files.readAllBytes(folder.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What a plan answers.
   *
   * @param scenario without its money
   * @param facts hashes of all that it is planned from
   * @param budgetUsd its money, in all phases; not a number = no cap
   */
  private record Question(JsonNode scenario, Set<JsonNode> facts, double budgetUsd) {
    static Question of(FolderReader plan) {
      ObjectNode scenario = (ObjectNode) plan.document("scenario.json").deepCopy();
      JsonNode own = scenario.remove("budgetUsd");
      double usd = own == null || !own.isNumber() ? Double.NaN : own.doubleValue();
      double inPhases = 0;
      for (JsonNode phase : scenario.path("phases")) {
        JsonNode money = ((ObjectNode) phase).remove("budgetUsd");
        inPhases += money == null || !money.isNumber() ? Double.NaN : money.doubleValue();
      }
      Set<JsonNode> facts = new HashSet<>();
      for (JsonNode copy : plan.document("inputs.json").path("copies")) {
        if (!Fields.text(copy, "name").equals("scenario.json")) {
          facts.add(copy);
        }
      }
      return new Question(scenario, facts, scenario.path("phases").isEmpty() ? usd : inPhases);
    }
  }

  /** Plans of other questions say nothing of what more money brings. */
  private static void same(Question before, Question now, String plan, Ledger ledger) {
    ledger.same(QUESTION, plan, before.scenario, now.scenario);
    ledger.same(QUESTION, plan, before.facts, now.facts);
    boolean rises = !(now.budgetUsd < before.budgetUsd) && !Double.isNaN(before.budgetUsd);
    ledger.holds(QUESTION, plan, rises, "≥ " + before.budgetUsd, now.budgetUsd);
  }

  /** The list says of each plan what the plan says of itself. */
  private static void same(String where, JsonNode due, JsonNode found, Ledger ledger) {
    if (due.isNumber() && found.isNumber()) {
      ledger.near("frontier.plan", where, due.doubleValue(), found.doubleValue());
    } else if (due.isObject() && found.isObject()) {
      ledger.same(
          "frontier.plan",
          where,
          Set.copyOf(due.propertyNames()),
          Set.copyOf(found.propertyNames()));
      for (var field : due.properties()) {
        same(where + " " + field.getKey(), field.getValue(), found.path(field.getKey()), ledger);
      }
    } else if (due.isArray() && found.isArray() && due.size() == found.size()) {
      for (int k = 0; k < due.size(); k++) {
        same(where + " " + k, due.get(k), found.get(k), ledger);
      }
    } else {
      ledger.same("frontier.plan", where, due, found);
    }
  }

  /** Service, sites and links of a plan are there in a larger one as well. */
  private static void contains(Claims smaller, Claims larger, String plan, Ledger ledger) {
    Map<String, SettlementService> service = new HashMap<>();
    larger.services().forEach(s -> service.put(s.settlementId(), s));
    for (SettlementService s : smaller.services()) {
      SettlementService then = service.get(s.settlementId());
      int parts = Math.max(s.each().size(), then == null ? 1 : then.each().size());
      for (int k = 0; k < parts; k++) {
        PartService before = part(s, k);
        if (!before.technologyId().isEmpty()) {
          String found = then == null ? "" : of(part(then, k));
          ledger.same("nested.service", plan + " " + s.settlementId(), of(before), found);
        }
      }
    }
    Map<String, Integer> units = new HashMap<>();
    larger.sites().forEach(site -> units.put(site.id(), site.units()));
    for (AccessSite site : smaller.sites()) {
      int found = units.getOrDefault(site.id(), 0);
      boolean there = found >= site.units();
      ledger.holds("nested.site", plan + " " + site.id(), there, site.units(), found);
    }
    Set<String> links = new HashSet<>();
    larger.links().forEach(link -> links.add(ends(link)));
    for (BuiltLink link : smaller.links()) {
      boolean there = links.contains(ends(link));
      ledger.holds("nested.link", plan + " " + link.id(), there, ends(link), "none");
    }
  }

  /** What one part has; all have the same where parts are not told apart. */
  private static PartService part(SettlementService s, int part) {
    return s.each().get(Math.min(part, s.each().size() - 1));
  }

  private static String of(PartService s) {
    return s.technologyId() + " " + s.siteId();
  }

  private static String ends(BuiltLink link) {
    return link.fromId() + " > " + link.toId();
  }
}
