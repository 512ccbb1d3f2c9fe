package org.example.stranger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.format.FeatureConsumer;
import org.kiungo.geodata.format.LayerSchema;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.geodata.format.VectorReader;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Places in the simplest of GML; Kiungo itself refuses GML as foreign. */
public final class GmlPlaces implements VectorReader {

  private static final Pattern PLACE =
      Pattern.compile(
          "<place name=\"([^\"]*)\" population=\"(\\d+)\"><gml:pos>(\\S+) (\\S+)</gml:pos></place>");

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  @Override
  public String format() {
    return "GML places";
  }

  @Override
  public boolean recognises(SourceFile file) {
    String head = new String(file.head(), StandardCharsets.UTF_8);
    return head.contains("http://www.opengis.net/gml") && head.contains("<place ");
  }

  @Override
  public void read(SourceFile file, ReadOptions options, FeatureConsumer out) {
    if (!options.wants(file.stem())) {
      return;
    }
    out.layer(new LayerSchema(file.stem(), CoordinateSystem.WGS84, "UTF-8"));
    long row = 0;
    for (Matcher place = PLACE.matcher(text(file)); place.find(); ) {
      Map<String, Object> columns = new LinkedHashMap<>();
      columns.put("name", place.group(1));
      columns.put("population", Long.valueOf(place.group(2)));
      Coordinate at =
          new Coordinate(Double.parseDouble(place.group(3)), Double.parseDouble(place.group(4)));
      out.feature(new Feature(++row, "", GEOMETRIES.createPoint(at), columns));
    }
  }

  private static String text(SourceFile file) {
    try {
      return Files.readString(file.path());
    } catch (IOException e) {
      throw SourceFile.unreadable(file.name(), e);
    }
  }
}
