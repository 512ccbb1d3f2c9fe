package org.kiungo.web.page;

import java.util.ArrayList;
import java.util.List;
import org.kiungo.planner.folder.Assumptions.Change;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.compare.Likeness;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.verdict.VerdictWords;

/** What the page of two plans says, as plain lines. */
public final class ComparisonText {

  private final String a;
  private final String b;
  private final Words words;
  private final Figures figures;

  /**
   * @param a what the first plan is called
   * @param b what the other is called
   */
  public ComparisonText(String a, String b, Words words) {
    this.a = a;
    this.b = b;
    this.words = words;
    this.figures = Figures.of(words.locale());
  }

  /** In what two scenarios differ: data, assumptions and choices apart. */
  public List<String> likeness(Likeness found, List<InputFile> ofA, List<InputFile> ofB) {
    List<String> data = new ArrayList<>(changes(found.data(), ofA, ofB));
    found
        .inputsOfA()
        .forEach(each -> data.add(words.text("ui.compare.input", a, figures.inputVersion(each))));
    found
        .inputsOfB()
        .forEach(each -> data.add(words.text("ui.compare.input", b, figures.inputVersion(each))));
    List<String> choices = changes(found.choices(), ofA, ofB);
    List<String> lines = new ArrayList<>();
    list(words.text("ui.compare.data", a, b), data, lines);
    list(words.text("ui.compare.assumed", a, b), changes(found.assumptions(), ofA, ofB), lines);
    list(words.text("ui.compare.choices", choices.size()), choices, lines);
    return lines;
  }

  private List<String> changes(List<Change> changes, List<InputFile> ofA, List<InputFile> ofB) {
    return changes.stream().map(each -> figures.difference(each, ofA, ofB)).toList();
  }

  private static void list(String head, List<String> items, List<String> lines) {
    if (!items.isEmpty()) {
      lines.add(head);
      items.forEach(each -> lines.add("  " + each));
    }
  }

  /** What the other plan brings and costs, every figure of both, their ranges and gaps. */
  public List<String> figures(Comparison c) {
    List<String> lines = new ArrayList<>();
    if (!c.likeness().sameCatalogue()) {
      lines.add(words.text("ui.compare.cost-book", a, version(c.a()), b, version(c.b())));
    }
    if (c.comparable()) {
      lines.add(lead(c));
      lines.add(margin(c));
    } else {
      lines.add(words.text("ui.compare." + c.why()));
    }
    c.rows().forEach(each -> lines.add(row(c, each)));
    lines.add(both("gained", adds(c.a()), adds(c.b())));
    lines.add(both("gap", figures.gapPercent(c.gapA()), figures.gapPercent(c.gapB())));
    lines.add(
        both(
            "verdict",
            VerdictWords.word(c.a().verdict(), words),
            VerdictWords.word(c.b().verdict(), words)));
    return lines;
  }

  private static String version(PlanView plan) {
    String version = plan.detail().versions().catalogueVersion();
    return version.substring(0, Math.min(12, version.length()));
  }

  private String adds(PlanView plan) {
    return figures.adds(plan.detail().totals(), plan.detail().scenario());
  }

  private String lead(Comparison c) {
    boolean own = c.likeness().assumptions().isEmpty();
    String people = own ? figures.people(c.peopleApart()) : figures.change(c.leadPeople());
    String usd = own ? figures.usdInWords(c.usdApart()) : figures.change(c.row("lifetime"));
    return words.text(c.leadKey(), b, people, usd, a).replaceAll("</?[ab]\\b[^>]*>", "");
  }

  private String margin(Comparison c) {
    return Double.isNaN(c.peopleMargin())
        ? words.text("ui.compare.margin-unknown")
        : words.text(
            "ui.compare.margin",
            a,
            figures.gapPercent(c.gapA()),
            b,
            figures.gapPercent(c.gapB()),
            figures.people(c.peopleMargin()),
            figures.usdInWords(c.usdMargin()));
  }

  private String row(Comparison c, Comparison.Row row) {
    String shown = both(row.key(), figures.compared(row, row.a()), figures.compared(row, row.b()));
    return !c.comparable() || row.wish() == Comparison.Wish.UNLIKE
        ? shown
        : words.text(
            "cli.compare.row",
            shown,
            figures.change(row),
            figures.changePercent(row.ratio()),
            words.text("ui.compare.verdict." + row.verdict()));
  }

  private String both(String row, String ofA, String ofB) {
    return "  " + words.text("ui.compare.choice", words.text("ui.compare.row." + row), ofA, ofB);
  }
}
