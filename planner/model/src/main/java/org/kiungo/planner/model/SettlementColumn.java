package org.kiungo.planner.model;

import java.util.Arrays;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The columns of a settlement, in their order, wherever settlements are rows: in plan folders, in
 * the store, in what the server sends. Its id, its place and the columns that came with its row
 * stand apart.
 */
public enum SettlementColumn {
  NAME("name", Settlement::name, SettlementBuilder::name),
  POPULATION("population", Settlement::population, SettlementBuilder::population, Presence.ALWAYS),
  AREA_KM2("areaKm2", Settlement::areaKm2, SettlementBuilder::areaKm2, Presence.ALWAYS),
  INHABITED_KM2(
      "inhabitedKm2",
      Settlement::inhabitedKm2,
      SettlementBuilder::inhabitedKm2,
      Presence.WHEN_KNOWN),
  COUNTRY("country", Settlement::country, SettlementBuilder::country),
  DISTRICT("district", Settlement::district, SettlementBuilder::district),
  BASELINE_COVERAGE_RATIO(
      "baselineCoverageRatio",
      Settlement::baselineCoverageRatio,
      SettlementBuilder::baselineCoverageRatio,
      Presence.ALWAYS),
  BASELINE_LOW_RATIO(
      "baselineLowRatio",
      Settlement::baselineLowRatio,
      SettlementBuilder::baselineLowRatio,
      Presence.WHEN_KNOWN),
  BASELINE_HIGH_RATIO(
      "baselineHighRatio",
      Settlement::baselineHighRatio,
      SettlementBuilder::baselineHighRatio,
      Presence.WHEN_KNOWN),
  BASELINE_MODELLED(
      "baselineModelled",
      Settlement::baselineModelled,
      SettlementBuilder::baselineModelled,
      Presence.WHEN_KNOWN),
  DISTANCE_TO_GRID_KM(
      "distanceToGridKm",
      Settlement::distanceToGridKm,
      SettlementBuilder::distanceToGridKm,
      Presence.ALWAYS),
  RAIN_MM_PER_HOUR(
      "rainMmPerHour", Settlement::rainMmPerHour, SettlementBuilder::rainMmPerHour, Presence.LATER),
  INSTITUTION_MBPS(
      "institutionMbps",
      Settlement::institutionMbps,
      SettlementBuilder::institutionMbps,
      Presence.WHEN_KNOWN),
  SITE_COST_RATIO(
      "siteCostRatio",
      Settlement::siteCostRatio,
      SettlementBuilder::siteCostRatio,
      Presence.WHEN_KNOWN),
  SITE_CLOSED(
      "siteClosed", Settlement::siteClosed, SettlementBuilder::siteClosed, Presence.WHEN_KNOWN),
  MODELLED("modelled", Settlement::modelled, SettlementBuilder::modelled, Presence.ALWAYS);

  /** A row that is read; it may refuse a column that it lacks. */
  public interface Row {
    /** Whether the row has a column at all. */
    boolean has(String column);

    /** A text. */
    String text(String column);

    /** A number, NaN when not known. */
    double number(String column);

    /** Yes or no. */
    boolean flag(String column);
  }

  /** A row that is written. */
  public interface Sink {
    /** Takes a text. */
    void text(String column, String value);

    /** Takes a number, NaN when not known. */
    void number(String column, double value);

    /** Takes yes or no. */
    void flag(String column, boolean value);
  }

  /** In which rows a column stands. */
  private enum Presence {
    /** In every row. */
    ALWAYS,
    /** In every row but those that were written before there was such a column. */
    LATER,
    /** Only where something is known, or true. */
    WHEN_KNOWN
  }

  private interface Writing {
    void write(Settlement from, Sink to);
  }

  private interface Reading {
    void read(Row from, SettlementBuilder to);
  }

  private static final Set<String> NAMES =
      Arrays.stream(values()).map(each -> each.column).collect(Collectors.toSet());

  private final String column;
  private final Writing writing;
  private final Reading reading;

  SettlementColumn(
      String column,
      Function<Settlement, String> get,
      BiFunction<SettlementBuilder, String, SettlementBuilder> set) {
    this.column = column;
    writing = (from, to) -> to.text(column, get.apply(from));
    reading = (from, to) -> set.apply(to, from.text(column));
  }

  SettlementColumn(
      String column,
      ToDoubleFunction<Settlement> get,
      BiFunction<SettlementBuilder, Double, SettlementBuilder> set,
      Presence presence) {
    this.column = column;
    boolean always = presence == Presence.ALWAYS;
    writing =
        (from, to) -> {
          double value = get.applyAsDouble(from);
          if (presence != Presence.WHEN_KNOWN || !Double.isNaN(value)) {
            to.number(column, value);
          }
        };
    reading =
        (from, to) -> set.apply(to, always || from.has(column) ? from.number(column) : Double.NaN);
  }

  SettlementColumn(
      String column,
      Predicate<Settlement> get,
      BiFunction<SettlementBuilder, Boolean, SettlementBuilder> set,
      Presence presence) {
    this.column = column;
    boolean always = presence == Presence.ALWAYS;
    writing =
        (from, to) -> {
          boolean value = get.test(from);
          if (presence != Presence.WHEN_KNOWN || value) {
            to.flag(column, value);
          }
        };
    reading = (from, to) -> set.apply(to, (always || from.has(column)) && from.flag(column));
  }

  /** True for the name of a column. */
  public static boolean isNamed(String name) {
    return NAMES.contains(name);
  }

  /** Hands over every column in order. */
  public static void write(Settlement settlement, Sink to) {
    for (SettlementColumn each : values()) {
      each.writing.write(settlement, to);
    }
  }

  /** A settlement that still lacks its id, its place and the columns that came with its row. */
  public static SettlementBuilder read(Row from) {
    SettlementBuilder to = SettlementBuilder.builder();
    for (SettlementColumn each : values()) {
      each.reading.read(from, to);
    }
    return to;
  }
}
