package org.kiungo.web.cli.option;

import java.util.Map;
import java.util.TreeSet;
import org.kiungo.planner.model.Today;
import org.kiungo.planner.model.value.InputRefused;
import picocli.CommandLine.ITypeConverter;

/** The words of the command line for what today's coverage is taken to be. */
final class TodayOptions {

  private TodayOptions() {}

  /** {@code modelled}, {@code imported} or {@code unknown}. */
  static final class Coverage implements ITypeConverter<Today.Coverage> {
    @Override
    public Today.Coverage convert(String text) {
      return named(
          "--today",
          text,
          Map.of(
              "modelled", Today.Coverage.MODELLED,
              "imported", Today.Coverage.IMPORTED_ONLY,
              "unknown", Today.Coverage.NOT_KNOWN));
    }
  }

  /** {@code standard}, {@code basic} or {@code nothing}. */
  static final class CountsAs implements ITypeConverter<Today.CountsAs> {
    @Override
    public Today.CountsAs convert(String text) {
      return named(
          "--four-g",
          text,
          Map.of(
              "standard", Today.CountsAs.STANDARD,
              "basic", Today.CountsAs.BASIC,
              "nothing", Today.CountsAs.NOTHING));
    }
  }

  /** {@code left-out} or {@code works}. */
  static final class UnknownFibre implements ITypeConverter<Today.UnknownFibre> {
    @Override
    public Today.UnknownFibre convert(String text) {
      return named(
          "--unknown-fibre",
          text,
          Map.of(
              "left-out", Today.UnknownFibre.LEFT_OUT,
              "works", Today.UnknownFibre.WORKS));
    }
  }

  /** {@code count} or {@code left-out}. */
  static final class AssumedNodes implements ITypeConverter<Today.AssumedNodes> {
    @Override
    public Today.AssumedNodes convert(String text) {
      return named(
          "--assumed-nodes",
          text,
          Map.of(
              "count", Today.AssumedNodes.COUNT,
              "left-out", Today.AssumedNodes.LEFT_OUT));
    }
  }

  /** {@code expected} or {@code covered}. */
  static final class UnsureCoverage implements ITypeConverter<Today.UnsureCoverage> {
    @Override
    public Today.UnsureCoverage convert(String text) {
      return named(
          "--unsure-coverage",
          text,
          Map.of(
              "expected", Today.UnsureCoverage.EXPECTED,
              "covered", Today.UnsureCoverage.COVERED));
    }
  }

  private static <T> T named(String option, String text, Map<String, T> words) {
    T found = words.get(text);
    if (found == null) {
      String known = String.join(", ", new TreeSet<>(words.keySet()));
      throw new InputRefused("option.word", "option", option, "text", text, "known", known);
    }
    return found;
  }
}
