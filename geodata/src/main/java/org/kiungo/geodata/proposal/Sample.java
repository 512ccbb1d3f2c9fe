package org.kiungo.geodata.proposal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.proposal.FileProposal.Evidence;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Geometry;

/** The first rows of one layer of a file, and what stands above them. */
final class Sample implements FeatureConsumer {

  /** A list of a country begins as it goes on; more rows say no more. */
  static final int MOST_ROWS = 400;

  private final List<Feature> rows = new ArrayList<>();
  private final Set<String> columns = new LinkedHashSet<>();
  private final StringBuilder title = new StringBuilder();
  private final long features;
  private final List<Evidence> parts = new ArrayList<>();
  private LayerSchema schema;
  private String stem = "";

  /** Ends a reading that has given what was wanted. */
  private static final class Enough extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Enough() {
      super(null, null, false, false);
    }
  }

  private Sample(long features) {
    this.features = features;
  }

  static Sample of(
      VectorReader reader, SourceFile file, ReadOptions options, Inspection.Layer layer) {
    Sample sample = new Sample(layer.features());
    layer.fields().forEach(field -> sample.columns.add(field.name()));
    return sample.filled(reader, file, options.withLayer(layer.name()));
  }

  /** Of the layer that is named, of which no more is known than its first rows. */
  static Sample of(VectorReader reader, SourceFile file, ReadOptions options) {
    return new Sample(0).filled(reader, file, options);
  }

  private Sample filled(VectorReader reader, SourceFile file, ReadOptions options) {
    stem = file.stem();
    try {
      reader.stream(file, options, this);
    } catch (Enough enough) {
      return this;
    } catch (InputRefused refused) {
      return this; // whoever imports it is told
    }
    return this;
  }

  @Override
  public void layer(LayerSchema begun) {
    schema = begun;
  }

  @Override
  public void feature(Feature feature) {
    if (rows.size() == MOST_ROWS) {
      throw new Enough();
    }
    columns.addAll(feature.attributes().keySet());
    rows.add(feature);
  }

  @Override
  public void finding(Finding finding) {
    if (finding.code().equals("rowsAboveHeader")) {
      title.append(finding.found()).append(' ');
    } else if (finding.code().equals("layersJoined")) {
      int layers = Integer.parseInt(finding.expected());
      parts.add(Evidence.of("layersJoined", layers, finding.found(), finding.column()));
    }
  }

  /** Words above its table, and the name of its sheet; never the file's. */
  String title() {
    return title + ownName();
  }

  /** The layer's name where that is not the file's; empty otherwise. */
  String ownName() {
    boolean own = schema == null || schema.name().equals(stem);
    return own || schema.name().startsWith(stem + " (") ? "" : schema.name();
  }

  /** Which layers it joins; empty for one alone. */
  List<Evidence> parts() {
    return parts;
  }

  List<Feature> rows() {
    return rows;
  }

  Set<String> columns() {
    return columns;
  }

  /** Rows of the whole layer. */
  long features() {
    return features;
  }

  /** The file's layer that it is of. */
  String layer() {
    return schema == null ? "" : schema.name();
  }

  /** 0 for points, 1 for lines, 2 for areas, −1 for none. */
  int dimension() {
    int dimension = -1;
    for (Feature each : rows) {
      Geometry shape = each.geometry();
      dimension = shape == null ? dimension : Math.max(dimension, shape.getDimension());
    }
    return dimension;
  }

  /** Whether its coordinates are taken to be of a system. */
  boolean isIn(String code) {
    return schema != null && schema.crs() != null && code.equals(schema.crs().code());
  }

  /** Where its rows lie; those that cannot be placed are left out. */
  List<LonLat> places() {
    CoordinateSystem crs = schema == null ? null : schema.crs();
    List<LonLat> places = new ArrayList<>();
    for (Feature each : crs == null ? List.<Feature>of() : rows) {
      if (each.geometry() != null && !each.geometry().isEmpty()) {
        try {
          places.add(LayerFeature.placeIn(crs.toWgs84(each.geometry())));
        } catch (CoordinateSystem.OutsideSystem | InputRefused offEarth) {
          continue; // whoever imports it is told
        }
      }
    }
    return places;
  }
}
