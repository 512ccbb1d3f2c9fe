package org.kiungo.planner.verify.form;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.verify.check.Ledger;

/** How inputs are named, and which facts one of a role may change. */
final class InputNames {

  private static final String NAMED = "origin.inputs";

  private static final Pattern ROLE = Pattern.compile("[a-z]+(-[a-z]+)*");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private static final String SETTLEMENTS = "settlements.geojson";
  private static final String NODES = "nodes.geojson";
  private static final String FIBRE = "fibre.geojson";
  private static final String TOWERS = "towers.geojson";
  private static final String ROADS = "roads.geojson";
  private static final String INSTITUTIONS = "institutions.json";

  private InputNames() {}

  /**
   * Holds roles and hashes to their form, none named twice. A name that holds what nobody sees, or
   * a hash that was never taken, is told.
   */
  static void check(List<InputFile> inputs, Ledger ledger) {
    ledger.rule(NAMED);
    Set<InputFile> seen = new HashSet<>();
    for (InputFile each : inputs) {
      String name = each.name();
      ledger.holds(NAMED, name, seen.add(each), "once", "twice");
      boolean isRole = ROLE.matcher(each.role()).matches();
      ledger.holds(NAMED, name, isRole, "a role in small letters", each.role());
      boolean isHash = each.sha256().isEmpty() || SHA_256.matcher(each.sha256()).matches();
      ledger.holds(NAMED, name, isHash, "64 hexadecimal digits", each.sha256());
      ledger.holds(NAMED, name, !name.isBlank(), "a name", "none");
      if (!isSeen(each.nameAndFile()) || !isSeen(each.version())) {
        ledger.open("origin.name", name);
      }
    }
  }

  /** False where blanks stand at an end, or characters that leave no mark. */
  private static boolean isSeen(String text) {
    return text.equals(text.strip()) && text.codePoints().allMatch(InputNames::isSeen);
  }

  private static boolean isSeen(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      default -> true;
    };
  }

  /**
   * Files of facts that are others where an input of a role is used: nodes and masts also follow
   * from who is covered, roads from where places and nodes stand. Whatever role is not known here
   * changes none.
   */
  static Set<String> changedBy(String role) {
    return switch (role) {
      case "settlements", "population-raster", "census", "coverage", "boundaries" ->
          Set.of(SETTLEMENTS, NODES, TOWERS, ROADS, INSTITUTIONS);
      case "nodes", "exchange-points", "landing-points", "fibre-lines" ->
          Set.of(NODES, FIBRE, TOWERS, ROADS);
      case "built" -> Set.of(SETTLEMENTS, NODES);
      case "towers" -> Set.of(TOWERS);
      case "roads" -> Set.of(ROADS);
      case "grid", "hazard" -> Set.of(SETTLEMENTS);
      case InputFile.INSTITUTIONS -> Set.of(SETTLEMENTS, INSTITUTIONS);
      default -> Set.of();
    };
  }
}
