package org.kiungo.geodata.layer;

import java.util.List;
import java.util.Locale;
import org.kiungo.planner.model.value.InputRefused;

/** The layers a planner uses, each with its declared columns. */
public enum LayerKind {
  POPULATION_RASTER(Shape.RASTER, List.of()),
  ELEVATION(Shape.RASTER, List.of()),
  SETTLEMENTS(
      Shape.PLACE,
      List.of(
          "id",
          "name",
          "population!",
          "areaKm2",
          "inhabitedKm2",
          "country",
          "district",
          "coverageRatio",
          "baselineLowRatio",
          "baselineHighRatio",
          "baselineModelled",
          "distanceToGridKm",
          "rainMmPerHour",
          "siteCostRatio",
          "siteClosed",
          "modelled")),
  NODES(
      Shape.PLACE,
      List.of(
          "id",
          "name",
          "country",
          "kind",
          "operator",
          "status",
          "assumed",
          "source",
          "rainMmPerHour",
          "capacityMbps")),
  FIBRE_LINES(
      Shape.LINE,
      List.of(
          "id",
          "name",
          "country",
          "operator",
          "owner",
          "status",
          "medium",
          "capacityMbps",
          "serviceDate",
          "source")),
  TOWERS(
      Shape.PLACE,
      List.of(
          "id",
          "name",
          "country",
          "operator",
          "heightM",
          "radio",
          "mcc",
          "net",
          "area",
          "cell",
          "status",
          "rainMmPerHour")),
  EXCHANGE_POINTS(Shape.PLACE, List.of("id", "name", "country", "status", "source")),
  LANDING_POINTS(Shape.PLACE, List.of("id", "name", "country", "status", "source")),
  COVERAGE(Shape.AREA, List.of("id", "operator", "generation", "status", "country")),
  BOUNDARIES(Shape.AREA, List.of("id", "name", "country", "district")),
  ROADS(Shape.LINE, List.of("id", "name", "category")),
  GRID(Shape.LINE, List.of("id", "name", "voltageKv", "status")),
  HAZARD(Shape.AREA, List.of("id", "name", "hazard", "effect", "costRatio")),
  FACILITIES(Shape.PLACE, List.of("id", "name", "category", "country", "district", "operator")),
  /** Districts with their residents; the shapes come from the districts, not from the table. */
  CENSUS(Shape.NONE, List.of("code", "name", "region", "population!")),
  INDICATORS(Shape.NONE, List.of("country!", "year", "value"));

  /** What geometry the rows of a layer need. */
  public enum Shape {
    /** One place; polygons stand for a place inside them. */
    PLACE,
    LINE,
    AREA,
    NONE,
    RASTER
  }

  private final Shape shape;
  private final List<String> roles;

  LayerKind(Shape shape, List<String> roles) {
    this.shape = shape;
    this.roles = roles;
  }

  public Shape shape() {
    return shape;
  }

  /** Declared columns, in the order they are shown. */
  public List<String> roles() {
    return roles.stream().map(role -> role.replace("!", "")).toList();
  }

  /** True when a layer of this kind is useless without the column. */
  public boolean requires(String role) {
    return roles.contains(role + "!");
  }

  /** The name on the command line: settlements, fibre-lines … */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The kind a user names.
   *
   * @throws InputRefused if there is none of that name
   */
  public static LayerKind named(String label) {
    String plain = label.strip().toLowerCase(Locale.ROOT).replace('_', '-');
    for (LayerKind kind : values()) {
      if (kind.label().equals(plain) || kind.label().startsWith(plain + "-")) {
        return kind;
      }
    }
    throw new InputRefused(
        "layer.kindUnknown",
        "found",
        label,
        "allowed",
        String.join(", ", java.util.Arrays.stream(values()).map(LayerKind::label).toList()));
  }
}
