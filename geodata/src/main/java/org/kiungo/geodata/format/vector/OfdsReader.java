package org.kiungo.geodata.format.vector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.kiungo.geodata.format.geometry.RawGeometry;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Geometry;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Open Fibre Data Standard JSON: networks with nodes and spans, read as two layers. Everything else
 * of a network, its phases, organisations and contracts among it, goes with each row as columns
 * that begin with {@code network.}.
 *
 * @see <a href="https://open-fibre-data-standard.readthedocs.io/">Open Fibre Data Standard</a>
 */
public final class OfdsReader implements VectorReader {

  private static final Pattern NETWORKS = Pattern.compile("\"networks\"\\s*:\\s*\\[");

  @Override
  public String format() {
    return "OFDS";
  }

  @Override
  public boolean recognises(SourceFile file) {
    String head = new String(file.head(), StandardCharsets.UTF_8);
    return JsonText.looksLikeJson(file)
        && NETWORKS.matcher(head).find()
        && !head.contains("\"FeatureCollection\"");
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    long rows = layer(file, options, "nodes", "location", out);
    rows += layer(file, options, "spans", "route", out);
    if (rows == 0 && options.wants("nodes") && options.wants("spans")) {
      throw new InputRefused("file.empty", "file", file.name());
    }
  }

  private static long layer(
      SourceFile file, ReadOptions options, String layer, String geometry, FeatureConsumer out) {
    if (!options.wants(layer)) {
      return 0;
    }
    out.layer(new LayerSchema(layer, CoordinateSystem.WGS84, "UTF-8"));
    List<Map<String, Object>> networks = new ArrayList<>();
    try (JsonParser parser = JsonText.open(file)) {
      // what is told of a network may stand behind its rows
      new Walk(file, layer, geometry, parser, null, networks).document();
    } catch (JacksonException problem) {
      throw JsonText.refusal(file, problem);
    }
    try (JsonParser parser = JsonText.open(file)) {
      Walk walk = new Walk(file, layer, geometry, parser, out, networks);
      walk.document();
      JsonText.expectEnd(parser, file);
      return walk.row;
    } catch (JacksonException problem) {
      throw JsonText.refusal(file, problem);
    }
  }

  /** One pass over the document for one layer. */
  private static final class Walk {
    private final SourceFile file;
    private final String layer;
    private final String geometryMember;
    private final JsonParser parser;
    private final FeatureConsumer out;
    private final List<Map<String, Object>> networks;
    private int network;
    private long row;

    /**
     * @param out null to look at the networks alone
     * @param networks filled where {@code out} is null
     */
    Walk(
        SourceFile file,
        String layer,
        String geometryMember,
        JsonParser parser,
        FeatureConsumer out,
        List<Map<String, Object>> networks) {
      this.file = file;
      this.layer = layer;
      this.geometryMember = geometryMember;
      this.parser = parser;
      this.out = out;
      this.networks = networks;
    }

    void document() {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        boolean networks = parser.currentName().equals("networks");
        if (parser.nextToken() == JsonToken.START_ARRAY && networks) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
              network();
            } else {
              parser.skipChildren();
            }
          }
        } else {
          parser.skipChildren();
        }
      }
    }

    private void network() {
      Map<String, Object> about = new LinkedHashMap<>();
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        boolean rows = member.equals("nodes") || member.equals("spans");
        if (out != null && member.equals(layer) && value == JsonToken.START_ARRAY) {
          while (parser.nextToken() != JsonToken.END_ARRAY) {
            item(networks.get(network));
          }
        } else if (out != null || rows) {
          parser.skipChildren();
        } else if (value == JsonToken.START_OBJECT) {
          JsonValues.flatten(parser, "network." + member + ".", about, name -> {});
        } else {
          about.put("network." + member, JsonValues.value(parser));
        }
      }
      network++;
      if (out == null) {
        networks.add(about);
      }
    }

    private void item(Map<String, Object> about) {
      row++;
      Map<String, Object> attributes = new LinkedHashMap<>();
      if (parser.currentToken() != JsonToken.START_OBJECT) {
        tell("notAFeature", String.valueOf(parser.currentToken()));
        parser.skipChildren();
        out.feature(new Feature(row, "", null, attributes));
        return;
      }
      RawGeometry raw = null;
      while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
        String member = parser.currentName();
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_OBJECT && member.equals(geometryMember)) {
          raw = RawGeometry.read(parser);
        } else if (value == JsonToken.START_OBJECT) {
          JsonValues.flatten(parser, member + ".", attributes, this::twice);
        } else {
          if (attributes.containsKey(member)) {
            twice(member);
          }
          attributes.put(member, JsonValues.value(parser));
        }
      }
      attributes.putAll(about);
      Geometry geometry = null;
      try {
        geometry = raw == null ? null : raw.build();
      } catch (RawGeometry.Unusable unusable) {
        tell(unusable.code, unusable.found);
      }
      out.feature(new Feature(row, "", geometry, attributes));
    }

    private void twice(String member) {
      out.finding(
          Finding.of(Severity.WARNING, "memberTwice", file, layer).withRow(row).withColumn(member));
    }

    private void tell(String code, String found) {
      out.finding(Finding.of(Severity.ERROR, code, file, layer).withRow(row).withValue(found, ""));
    }
  }
}
