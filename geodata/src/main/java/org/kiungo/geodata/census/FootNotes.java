package org.kiungo.geodata.census;

import java.util.ArrayList;
import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.table.NumberText;

/** Sources and remarks that stand below the last row of a table, in one cell. */
final class FootNotes {

  private static final Set<String> WORDS =
      Set.copyOf(
          DistrictName.words(
              "source sources note notes nb remark remarks footnote remarque remarques fonte fontes"
                  + " nota notas fuente fuentes obs observacao observacoes chanzo maelezo مصدر"
                  + " المصدر المصادر ملاحظة ملاحظات ملحوظة"));

  /** Signs of what is explained: "* provisional", "(1) without …", "¹ without …". */
  private static final Pattern SIGN =
      Pattern.compile(
          "^(?:\\*+|[†‡§]|\\(?\\d{1,2}\\)|[\u00b9\u00b2\u00b3\u2070-\u2079])\\s*\\p{L}.*");

  /** Names of districts have fewer words. */
  private static final int FEWEST_WORDS = 7;

  private FootNotes() {}

  /** Takes the notes and blanks at a table's end out of its rows, and returns the notes. */
  static List<Feature> takenFrom(List<Feature> rows) {
    int end = rows.size();
    while (end > 0 && (cells(rows.get(end - 1)).isEmpty() || isNote(rows.get(end - 1)))) {
      end--;
    }
    List<Feature> below = rows.subList(end, rows.size());
    LinkedList<Feature> notes = new LinkedList<>(below);
    notes.removeIf(row -> cells(row).isEmpty());
    if (end > 0 && !notes.isEmpty()) {
      below.clear();
    }
    return end == 0 ? List.of() : new ArrayList<>(notes);
  }

  private static boolean isNote(Feature row) {
    String text = text(row);
    List<String> words = DistrictName.words(text);
    return !words.isEmpty()
        && (WORDS.contains(words.get(0))
            || text.strip().startsWith("N.B")
            || SIGN.matcher(text.strip()).matches()
            || words.size() >= FEWEST_WORDS);
  }

  /** What its one cell says; empty where it has several, or a number. */
  static String text(Feature row) {
    List<Object> cells = cells(row);
    return cells.size() == 1 && cells.get(0) instanceof String text ? text : "";
  }

  private static List<Object> cells(Feature row) {
    return row.attributes().values().stream()
        .filter(Objects::nonNull)
        .filter(cell -> !NumberText.isMissing(cell))
        .toList();
  }
}
