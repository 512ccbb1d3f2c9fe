package org.kiungo.geodata.crs;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.referencing.CRS;

/**
 * Codes of systems that state none. GeoTools can search its whole EPSG database for an equal one,
 * which takes up to 20 seconds; names that software writes are looked up instead and the candidate
 * is compared.
 */
final class KnownCodes {

  private static final Pattern UTM =
      Pattern.compile("WGS[_ ]?(?:19)?84(?:[_ /]+)UTM[_ ]zone[_ ](\\d{1,2})([NS])");
  private static final Pattern WKT_NAME =
      Pattern.compile("^(?:PROJCS|GEOGCS)\\s*\\[\\s*\"([^\"]+)");
  private static final Map<String, String> ESRI = esriNames();

  private KnownCodes() {}

  /** The code of a system, or null when none is stated and none of the known ones is equal. */
  static String findCode(CoordinateReferenceSystem system) {
    for (ReferenceIdentifier id : system.getIdentifiers()) {
      String space = id.getCodeSpace();
      if (space != null && id.getCode().matches("\\d+")) {
        return space.toUpperCase(Locale.ROOT) + ":" + id.getCode();
      }
    }
    String candidate = candidate(system.getName().getCode());
    if (candidate == null) {
      return null;
    }
    try {
      return CRS.isEquivalent(CRS.decode(candidate, true), system) ? candidate : null;
    } catch (FactoryException none) {
      return null;
    }
  }

  private static String candidate(String name) {
    Matcher utm = UTM.matcher(name.toUpperCase(Locale.ROOT).replace("ZONE", "zone"));
    if (utm.find()) {
      int zone = Integer.parseInt(utm.group(1));
      return "EPSG:" + (utm.group(2).equals("N") ? 32600 + zone : 32700 + zone);
    }
    String plain = name.toLowerCase(Locale.ROOT);
    if (plain.contains("web_mercator") || plain.contains("pseudo-mercator")) {
      return "EPSG:3857";
    }
    return ESRI.get(plain);
  }

  private static Map<String, String> esriNames() {
    Map<String, String> codes = new TreeMap<>();
    try (InputStream in =
        CRS.class.getResourceAsStream("/org/geotools/referencing/epsg/esri/esri.properties")) {
      Properties definitions = new Properties();
      if (in != null) {
        definitions.load(in);
      }
      for (String code : definitions.stringPropertyNames()) {
        Matcher name = WKT_NAME.matcher(definitions.getProperty(code));
        if (name.find()) {
          codes.put(name.group(1).toLowerCase(Locale.ROOT), "ESRI:" + code);
        }
      }
    } catch (IOException none) {
      return Map.of();
    }
    return codes;
  }
}
