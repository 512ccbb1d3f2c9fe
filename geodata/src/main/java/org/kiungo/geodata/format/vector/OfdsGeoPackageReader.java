package org.kiungo.geodata.format.vector;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Open Fibre Data Standard as a GeoPackage: nodes and spans as {@link OfdsReader} has them of JSON,
 * what they refer to in place of the numbers of its rows, and all that is told of their network.
 * Tables and columns are those that the standard publishes with version 0.4, and those that its
 * builder made of 0.3; references may be numbers of rows or identifiers, as in files of either
 * time. An untrusted file, opened as {@link GeoPackageReader} does.
 *
 * @see <a href="https://standard.ofds.info/en/latest/reference/data_formats/geopackage/">Open Fibre
 *     Data Standard: GeoPackage</a>
 */
public final class OfdsGeoPackageReader implements VectorReader {

  private static final List<String> LAYERS = List.of("nodes", "spans");

  @Override
  public String format() {
    return "OFDS GeoPackage";
  }

  @Override
  public Evidence evidence() {
    return Evidence.PROFILE;
  }

  @Override
  public boolean recognises(SourceFile file) {
    if (!GeoPackageReader.isSqlite(file)) {
      return false;
    }
    try (Connection database = GeoPackageReader.open(file)) {
      new GeoPackageReader.WorkLimit().watch(database);
      List<String> names =
          GeoPackageReader.tables(database, file).stream()
              .filter(GeoPackageReader.Table::plain)
              .map(GeoPackageReader.Table::name)
              .toList();
      return names.contains("networks")
          && names.containsAll(LAYERS)
          && hasIdentifiers(database, "nodes")
          && hasIdentifiers(database, "spans");
    } catch (SQLException | InputRefused broken) {
      return false; // what is wrong with it says who reads any GeoPackage
    }
  }

  private static boolean hasIdentifiers(Connection database, String table) throws SQLException {
    try (PreparedStatement statement =
        database.prepareStatement(
            "SELECT 1 FROM pragma_table_info(?) WHERE name IN (?, 'network_id')")) {
      statement.setString(1, table);
      statement.setString(2, OfdsRecords.IDENTIFIER);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    GeoPackageReader.WorkLimit limit = new GeoPackageReader.WorkLimit();
    try (Connection database = GeoPackageReader.open(file)) {
      limit.watch(database);
      List<GeoPackageReader.Table> tables = GeoPackageReader.tables(database, file);
      OfdsRecords records = new OfdsRecords(file, database, tables, limit, out);
      tables.stream()
          .filter(each -> !each.plain() || !OfdsRecords.knows(each.name()))
          .forEach(
              each ->
                  out.finding(
                      Finding.of(Finding.Severity.INFO, "tableSkipped", file, "")
                          .withValue(each.name(), "")));
      long rows = 0;
      for (String layer : LAYERS) {
        Optional<GeoPackageReader.Table> table =
            tables.stream().filter(each -> each.plain() && each.name().equals(layer)).findFirst();
        if (table.isPresent() && options.wants(layer)) {
          CoordinateSystem crs = GeoPackageReader.crs(database, table.get(), file, options);
          Rows read = new Rows(records, layer, out);
          new GeoPackageTable(file, layer, crs, limit, options.repair()).read(database, read);
          rows += read.count;
        }
      }
      if (rows == 0 && LAYERS.stream().allMatch(options::wants)) {
        throw new InputRefused("file.empty", "file", file.name());
      }
    } catch (SQLException broken) {
      throw GeoPackageReader.refusal(file, broken, limit);
    }
  }

  /** Hands on the rows of a layer as the standard means them. */
  private static final class Rows implements FeatureConsumer {
    private final OfdsRecords records;
    private final String layer;
    private final FeatureConsumer out;
    private long count;

    Rows(OfdsRecords records, String layer, FeatureConsumer out) {
      this.records = records;
      this.layer = layer;
      this.out = out;
    }

    @Override
    public void layer(LayerSchema schema) {
      out.layer(new LayerSchema(schema.name(), schema.crs(), schema.encoding()));
    }

    @Override
    public void feature(Feature row) {
      count++;
      out.feature(new Feature(row.row(), row.line(), "", row.geometry(), records.told(layer, row)));
    }

    @Override
    public void finding(Finding finding) {
      out.finding(finding);
    }
  }
}
