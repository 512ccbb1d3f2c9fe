package org.kiungo.web.plan.today;

import java.util.List;
import java.util.function.DoubleFunction;
import org.kiungo.planner.model.InputFile;
import org.kiungo.web.language.InputWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.today.PeopleToday;

/** On which data a plan rests and which are newer, in one sentence with who has no 4G by both. */
public final class OtherTodayWords {

  private final Words words;
  private final DoubleFunction<String> people;

  /**
   * @param people writes a number of people with that word
   */
  public OtherTodayWords(Words words, DoubleFunction<String> people) {
    this.words = words;
    this.people = people;
  }

  /** For whoever may see what was imported. */
  public String sentence(OtherToday other) {
    String dropped = listed(other.dropped());
    String added = listed(other.added());
    if (other.dropped().isEmpty()) {
      return words.text("other-today.added", added, figures(other));
    }
    return other.added().isEmpty()
        ? words.text("other-today.dropped", dropped, figures(other))
        : words.text("other-today.changed", dropped, added, figures(other));
  }

  /** For whoever has a link to the plan alone: what was imported since is not told. */
  public String sentenceForOthers(OtherToday other) {
    return words.text("other-today.shared", figures(other));
  }

  private String figures(OtherToday other) {
    String own = outside(other.own());
    String newest = outside(other.newest());
    return own.equals(newest)
        ? words.text("other-today.figures-same", own)
        : words.text("other-today.figures", own, newest);
  }

  private String outside(PeopleToday of) {
    return of.getPeople() > 0
        ? words.text("other-today.outside", people.apply(of.outside()))
        : words.text("other-today.outside-unknown");
  }

  private String listed(List<OtherToday.Source> sources) {
    return words.joined(sources.stream().map(this::one).toList());
  }

  private String one(OtherToday.Source source) {
    InputFile input = source.input();
    if (!InputWords.isLayer(input.role(), words)) {
      return InputWords.isInside(input)
          ? InputWords.of(input, words)
          : words.text("other-today.built-in", input.version());
    }
    String layer = InputWords.layer(input.role(), words);
    String on = source.importedOn() == null ? "" : words.day(source.importedOn());
    // who gives it no name gets its layer's
    String key = InputWords.isLayer(input.name(), words) ? "unnamed" : "import";
    return words.text(
        "other-today." + key + (on.isEmpty() ? "-undated" : ""), input.name(), layer, on);
  }
}
