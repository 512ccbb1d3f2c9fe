package org.kiungo.geodata.crs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.geotools.api.referencing.FactoryException;
import org.geotools.api.referencing.ReferenceIdentifier;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.crs.GeographicCRS;
import org.geotools.api.referencing.crs.ProjectedCRS;
import org.geotools.api.referencing.datum.Ellipsoid;
import org.geotools.api.referencing.operation.TransformException;
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

  /** Eastings and northings at which two projections are compared. */
  private static final double[][] TRIED = {
    {500_000, 400_000}, {420_000, 1_100_000}, {610_000, 8_700_000}, {1_450_000, 6_300_000}
  };

  private static final Map<String, String> ESRI = esriNames();
  private static final Properties AFRICAN = africanNames();

  private KnownCodes() {}

  /** The code of a system, or null when none is stated and none of the known ones is equal. */
  static String findCode(CoordinateReferenceSystem system) {
    for (ReferenceIdentifier id : system.getIdentifiers()) {
      String space = id.getCodeSpace();
      if (space != null && id.getCode().matches("\\d+")) {
        return space.toUpperCase(Locale.ROOT) + ":" + id.getCode();
      }
    }
    String name = system.getName().getCode();
    String candidate = candidate(name);
    if (candidate == null && system instanceof ProjectedCRS) {
      candidate = codeOfName(epsgName(name));
    }
    if (candidate == null) {
      return null;
    }
    try {
      return isSame(CRS.decode(candidate, true), system) ? candidate : null;
    } catch (FactoryException none) {
      return null;
    }
  }

  /**
   * Equal, or with the same ellipsoid and the same projection to a centimetre near its centre: how
   * a datum shifts to WGS 84 is no part of what a shapefile's {@code .prj} says, and the EPSG
   * database knows it.
   */
  private static boolean isSame(CoordinateReferenceSystem known, CoordinateReferenceSystem system) {
    if (CRS.isEquivalent(known, system)) {
      return true;
    }
    if (known instanceof GeographicCRS one && system instanceof GeographicCRS other) {
      return sameEllipsoid(CRS.getEllipsoid(one), CRS.getEllipsoid(other))
          && one.getDatum().getPrimeMeridian().getGreenwichLongitude()
              == other.getDatum().getPrimeMeridian().getGreenwichLongitude();
    }
    return known instanceof ProjectedCRS one
        && system instanceof ProjectedCRS other
        && sameEllipsoid(CRS.getEllipsoid(one), CRS.getEllipsoid(other))
        && projectAlike(one, other);
  }

  private static boolean sameEllipsoid(Ellipsoid one, Ellipsoid other) {
    return Math.abs(one.getSemiMajorAxis() - other.getSemiMajorAxis()) < 0.001
        && Math.abs(one.getInverseFlattening() - other.getInverseFlattening()) < 1e-6;
  }

  private static boolean projectAlike(ProjectedCRS one, ProjectedCRS other) {
    int alike = 0;
    for (double[] at : TRIED) {
      double[] there = at.clone();
      try {
        one.getConversionFromBase().getMathTransform().inverse().transform(at, 0, there, 0, 1);
        other.getConversionFromBase().getMathTransform().transform(there, 0, there, 0, 1);
      } catch (TransformException | RuntimeException outside) {
        continue;
      }
      double offM = Math.hypot(there[0] - at[0], there[1] - at[1]);
      // far from its centre a projection's inverse is good to metres only
      if (!(offM < 10)) {
        return false;
      }
      alike += offM < 0.01 ? 1 : 0;
    }
    return alike > 1;
  }

  /** Esri's spelling of an EPSG name: Arc_1960_UTM_Zone_36S is Arc 1960 / UTM zone 36S. */
  private static String epsgName(String name) {
    String plain = name.replace('_', ' ').replaceFirst("^(?:WGS) 1984", "WGS 84");
    plain = plain.replaceFirst("^NAD 1927", "NAD27").replaceFirst("^NAD 1983", "NAD83");
    plain = plain.replaceFirst("^GCS ", "").replaceFirst(" UTM Zone ", " / UTM zone ");
    return plain.replaceFirst("^WGS 84 World Mercator$", "WGS 84 / World Mercator");
  }

  private static String codeOfName(String name) {
    try {
      ProjectedCRS found = CRS.getAuthorityFactory(true).createProjectedCRS("EPSG:" + name);
      Integer code = CRS.lookupEpsgCode(found, false);
      return code == null ? null : "EPSG:" + code;
    } catch (FactoryException | RuntimeException unknown) {
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
    if (AFRICAN.containsKey(plain)) {
      return "EPSG:" + AFRICAN.getProperty(plain);
    }
    if (plain.contains("web_mercator") || plain.contains("pseudo-mercator")) {
      return "EPSG:3857";
    }
    return ESRI.get(plain);
  }

  /**
   * The code of well-known text that cannot be parsed, by its name alone; null when the name is
   * none of an African system.
   */
  static String findCodeByName(String wkt) {
    Matcher name = WKT_NAME.matcher(wkt.strip());
    String code = name.find() ? AFRICAN.getProperty(name.group(1).toLowerCase(Locale.ROOT)) : null;
    return code == null ? null : "EPSG:" + code;
  }

  private static Properties africanNames() {
    Properties names = new Properties();
    try (InputStream in = KnownCodes.class.getResourceAsStream("african-names.properties")) {
      names.load(in);
      return names;
    } catch (IOException missing) {
      throw new UncheckedIOException(missing);
    }
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
