package org.kiungo.geodata.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKBReader;
import org.locationtech.jts.io.WKBWriter;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a feature crosses to the database: geometry as WKB, attributes as JSON, both hashed. */
final class RowEncoding {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<LinkedHashMap<String, Object>> ATTRIBUTES =
      new TypeReference<>() {};

  private final WKBWriter writer = new WKBWriter();
  private final WKBReader reader = new WKBReader();

  byte[] wkb(Geometry geometry) {
    return geometry == null ? null : writer.write(geometry);
  }

  Geometry geometry(byte[] wkb) {
    if (wkb == null) {
      return null;
    }
    try {
      return reader.read(wkb);
    } catch (ParseException e) {
      throw new IllegalStateException("the database returned a geometry that is not WKB", e);
    }
  }

  static String json(Map<String, Object> attributes) {
    return JSON.writeValueAsString(attributes);
  }

  static Map<String, Object> attributes(String json) {
    return JSON.readValue(json, ATTRIBUTES);
  }

  /** First 128 bits of SHA-256 over geometry and attributes, hexadecimal. */
  static String contentHash(byte[] wkb, String json) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      if (wkb != null) {
        digest.update(wkb);
      }
      digest.update((byte) 0);
      digest.update(json.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
