package org.kiungo.web.ogc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.web.export.PlaceTable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * The catalogue of datasets: a record of each in its current version, as OGC API – Records 1.0 has
 * them, that is features of which each describes a dataset.
 *
 * @see <a href="https://docs.ogc.org/is/20-004r1/20-004r1.html">OGC API – Records, Part 1: Core</a>
 */
final class DatasetRecords {

  private static final String CORE =
      "http://www.opengis.net/spec/ogcapi-records-1/1.0/req/record-core";

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final List<Field> FIELDS =
      List.of(
          new Field("type", Field.Type.TEXT),
          new Field("title", Field.Type.TEXT),
          new Field("description", Field.Type.TEXT),
          new Field("updated", Field.Type.TEXT),
          new Field("license", Field.Type.TEXT),
          new Field("source", Field.Type.TEXT),
          new Field("dated", Field.Type.TEXT),
          new Field("country", Field.Type.TEXT),
          new Field("layer", Field.Type.TEXT),
          new Field("version", Field.Type.INTEGER),
          new Field("rows", Field.Type.INTEGER),
          new Field("sha256", Field.Type.TEXT));

  private final PlaceTable table = new PlaceTable();

  /**
   * Adds the record of a dataset.
   *
   * @param ground that holds all of it
   */
  void add(
      Dataset dataset, DatasetVersion version, String title, String description, Envelope ground) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("type", "dataset");
    row.put("title", title);
    row.put("description", description);
    row.put("updated", version.committedAt());
    row.put("license", version.provenance().licence());
    row.put("source", version.provenance().source());
    row.put("dated", version.provenance().dated());
    row.put("country", dataset.country());
    row.put("layer", dataset.layer());
    row.put("version", version.version());
    row.put("rows", version.features());
    row.put("sha256", version.provenance().sha256());
    table.add(OgcCollections.id(dataset), GEOMETRIES.toGeometry(ground), row);
  }

  FeatureSource source() {
    ExportLayer layer =
        new ExportLayer(
            OgcCollection.RECORDS,
            FIELDS,
            table.layer(OgcCollection.RECORDS, null).features(),
            null);
    return new FeatureSource.OfLayer(layer);
  }

  /**
   * What a record has beside the members of GeoJSON: its time, what it conforms to, its data.
   *
   * @param around links beside that to its data
   */
  static Map<String, ?> members(Feature record, List<Ask.Link> around, Ask ask) {
    Map<String, Object> members = new LinkedHashMap<>();
    // the standard asks for the member; what a source calls its date need not be one
    members.put("time", time(String.valueOf(record.attributes().get("dated"))));
    members.put("conformsTo", List.of(CORE));
    boolean placed =
        LayerKind.named(String.valueOf(record.attributes().get("layer"))).shape()
            != LayerKind.Shape.RASTER;
    List<Ask.Link> links = new ArrayList<>(around);
    if (placed) {
      links.add(
          ask.link(
              OgcAnswers.ROOT + "/collections/" + record.id() + "/items",
              false,
              "items",
              Ask.GEOJSON,
              String.valueOf(record.attributes().get("title"))));
    }
    members.put("links", links);
    return members;
  }

  private static Map<String, ?> time(String dated) {
    if (dated.matches("\\d{4}")) {
      return Map.of("interval", List.of(dated + "-01-01", dated + "-12-31"));
    }
    return dated.matches("\\d{4}-\\d{2}-\\d{2}") ? Map.of("date", dated) : null;
  }
}
