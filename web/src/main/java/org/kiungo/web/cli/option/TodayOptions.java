package org.kiungo.web.cli.option;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeSet;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;

/** The words of the command line for what today's coverage is taken to be. */
final class TodayOptions {

  private TodayOptions() {}

  /** Takes one of an option's words, refuses any other and names those it knows. */
  private abstract static class Named<T> implements ITypeConverter<T>, Iterable<String> {
    private final String option;
    private final Map<String, T> words;

    private Named(String option, Map<String, T> words) {
      this.option = option;
      this.words = words;
    }

    @Override
    public T convert(String text) {
      T found = words.get(text);
      if (found == null) {
        String known = String.join(", ", new TreeSet<>(words.keySet()));
        throw new InputRefused("option.word", "option", option, "text", text, "known", known);
      }
      return found;
    }

    @Override
    public Iterator<String> iterator() {
      return new TreeSet<>(words.keySet()).iterator();
    }
  }

  static final class Coverage extends Named<Today.Coverage> {
    Coverage() {
      super(
          "--today",
          Map.of(
              "modelled", Today.Coverage.MODELLED,
              "imported", Today.Coverage.IMPORTED_ONLY,
              "unknown", Today.Coverage.NOT_KNOWN));
    }
  }

  static final class CountsAs extends Named<Today.CountsAs> {
    CountsAs() {
      super(
          "--four-g",
          Map.of(
              "standard", Today.CountsAs.STANDARD,
              "basic", Today.CountsAs.BASIC,
              "nothing", Today.CountsAs.NOTHING));
    }
  }

  static final class UnknownFibre extends Named<Today.UnknownFibre> {
    UnknownFibre() {
      super(
          "--unknown-fibre",
          Map.of(
              "left-out", Today.UnknownFibre.LEFT_OUT,
              "works", Today.UnknownFibre.WORKS));
    }
  }

  static final class AssumedNodes extends Named<Today.AssumedNodes> {
    AssumedNodes() {
      super(
          "--assumed-nodes",
          Map.of(
              "count", Today.AssumedNodes.COUNT,
              "left-out", Today.AssumedNodes.LEFT_OUT));
    }
  }

  static final class UnsureCoverage extends Named<Today.UnsureCoverage> {
    UnsureCoverage() {
      super(
          "--unsure-coverage",
          Map.of(
              "expected", Today.UnsureCoverage.EXPECTED,
              "covered", Today.UnsureCoverage.COVERED));
    }
  }
}
