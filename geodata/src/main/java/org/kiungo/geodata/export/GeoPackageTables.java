package org.kiungo.geodata.export;

import java.util.List;
import java.util.Locale;
import org.kiungo.geodata.format.Field;

/** The tables of a GeoPackage, as its standard and QGIS's style table define them. */
final class GeoPackageTables {

  /** Columns of our own; a layer's column of the same name makes them step aside. */
  private static final String KEY = "fid";

  private static final String GEOMETRY = "geom";

  private static final String SPECIFICATION = "http://www.geopackage.org/spec140/";

  static final String[] CREATE = {
    "CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,"
        + " organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,"
        + " definition TEXT NOT NULL, description TEXT)",
    "INSERT INTO gpkg_spatial_ref_sys VALUES"
        + " ('Undefined Cartesian SRS', -1, 'NONE', -1, 'undefined', ''),"
        + " ('Undefined geographic SRS', 0, 'NONE', 0, 'undefined', ''),"
        + " ('WGS 84 geodetic', 4326, 'EPSG', 4326, 'GEOGCS[\"WGS 84\",DATUM[\"WGS_1984\","
        + "SPHEROID[\"WGS 84\",6378137,298.257223563,AUTHORITY[\"EPSG\",\"7030\"]],"
        + "AUTHORITY[\"EPSG\",\"6326\"]],PRIMEM[\"Greenwich\",0,AUTHORITY[\"EPSG\",\"8901\"]],"
        + "UNIT[\"degree\",0.0174532925199433,AUTHORITY[\"EPSG\",\"9122\"]],"
        + "AUTHORITY[\"EPSG\",\"4326\"]]', '')",
    "CREATE TABLE gpkg_contents (table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL,"
        + " identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,"
        + " min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,"
        + " CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id)"
        + " REFERENCES gpkg_spatial_ref_sys(srs_id))",
    "CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL UNIQUE,"
        + " column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL,"
        + " srs_id INTEGER NOT NULL, z TINYINT NOT NULL, m TINYINT NOT NULL,"
        + " CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),"
        + " CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),"
        + " CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id))"
  };

  static final String[] CREATE_STYLES = {
    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,"
        + " f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,"
        + " f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT,"
        + " useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME)",
    "INSERT INTO gpkg_contents VALUES ('layer_styles', 'attributes', 'layer_styles', '',"
        + " '2000-01-01T00:00:00.000Z', NULL, NULL, NULL, NULL, NULL)"
  };

  /** Notes of layers: the extensions for metadata and for descriptions of columns. */
  static final String[] CREATE_NOTES = {
    "CREATE TABLE gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL,"
        + " definition TEXT NOT NULL, scope TEXT NOT NULL,"
        + " CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))",
    "CREATE TABLE gpkg_metadata (id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL,"
        + " md_scope TEXT NOT NULL DEFAULT 'dataset', md_standard_uri TEXT NOT NULL,"
        + " mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '')",
    "CREATE TABLE gpkg_metadata_reference (reference_scope TEXT NOT NULL, table_name TEXT,"
        + " column_name TEXT, row_id_value INTEGER, timestamp DATETIME NOT NULL,"
        + " md_file_id INTEGER NOT NULL, md_parent_id INTEGER,"
        + " CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),"
        + " CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))",
    "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,"
        + " name TEXT, title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT,"
        + " CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),"
        + " CONSTRAINT gdc_tn UNIQUE (table_name, name))",
    "CREATE TABLE gpkg_data_column_constraints (constraint_name TEXT NOT NULL,"
        + " constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,"
        + " max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,"
        + " CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value))",
    "INSERT INTO gpkg_extensions VALUES"
        + " ('gpkg_metadata', NULL, 'gpkg_metadata', '"
        + SPECIFICATION
        + "#extension_metadata', 'read-write'),"
        + " ('gpkg_metadata_reference', NULL, 'gpkg_metadata', '"
        + SPECIFICATION
        + "#extension_metadata', 'read-write'),"
        + " ('gpkg_data_columns', NULL, 'gpkg_schema', '"
        + SPECIFICATION
        + "#extension_schema', 'read-write'),"
        + " ('gpkg_data_column_constraints', NULL, 'gpkg_schema', '"
        + SPECIFICATION
        + "#extension_schema', 'read-write')"
  };

  static final String INSERT_STYLE =
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
          + " f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner,"
          + " ui, update_time) VALUES ('', '', ?, ?, ?, ?, '', 1, '', '', NULL, ?)";

  private final ExportLayer layer;
  private final boolean places;

  GeoPackageTables(ExportLayer layer, boolean places) {
    this.layer = layer;
    this.places = places;
  }

  String geometryColumn() {
    return free(GEOMETRY);
  }

  String createTable() {
    StringBuilder sql =
        new StringBuilder("CREATE TABLE ").append(GeoPackageFile.quoted(layer.name()));
    sql.append(" (").append(GeoPackageFile.quoted(free(KEY)));
    sql.append(" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL");
    if (places) {
      sql.append(", ").append(GeoPackageFile.quoted(geometryColumn())).append(" GEOMETRY");
    }
    for (Field field : layer.fields()) {
      String type =
          switch (field.type()) {
            case INTEGER -> "INTEGER";
            case REAL -> "REAL";
            case BOOLEAN -> "BOOLEAN";
            case TEXT -> "TEXT";
          };
      sql.append(", ").append(GeoPackageFile.quoted(field.name())).append(' ').append(type);
    }
    return sql.append(')').toString();
  }

  String insertRow() {
    List<String> columns =
        new java.util.ArrayList<>(layer.fields().stream().map(Field::name).toList());
    if (places) {
      columns.add(0, geometryColumn());
    }
    String names = String.join(", ", columns.stream().map(GeoPackageFile::quoted).toList());
    String marks = "?, ".repeat(columns.size()).replaceAll(", $", "");
    return columns.isEmpty()
        ? "INSERT INTO " + GeoPackageFile.quoted(layer.name()) + " DEFAULT VALUES"
        : "INSERT INTO "
            + GeoPackageFile.quoted(layer.name())
            + " ("
            + names
            + ") VALUES ("
            + marks
            + ")";
  }

  /** A column name that no field of the layer has, SQLite's blindness to case considered. */
  private String free(String wanted) {
    String name = wanted;
    while (isTaken(name)) {
      name = name + "_";
    }
    return name;
  }

  private boolean isTaken(String name) {
    return layer.fields().stream()
        .anyMatch(field -> field.name().toLowerCase(Locale.ROOT).equals(name));
  }
}
