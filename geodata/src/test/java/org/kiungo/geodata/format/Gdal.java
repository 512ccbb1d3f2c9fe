package org.kiungo.geodata.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.format.Description.Part;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The GDAL of this machine, asked through gdalinfo and ogrinfo. */
final class Gdal {

  private Gdal() {}

  static boolean isInstalled() {
    return run("gdalinfo", "--version") != null;
  }

  /** What gdalinfo says of a raster, else what ogrinfo says of its layers. */
  static Description describe(Path file) {
    JsonNode raster = json(run("gdalinfo", "-json", "-norat", "-noct", file.toString()));
    if (raster != null && raster.has("size") && !raster.get("bands").isEmpty()) {
      return new Description("", List.of(cells(raster)));
    }
    JsonNode vector =
        json(
            run(
                "ogrinfo",
                "-json",
                "-so",
                "-al",
                "-oo",
                "X_POSSIBLE_NAMES=lon*,lng*,x,x_deg,*longitude*",
                "-oo",
                "Y_POSSIBLE_NAMES=lat*,y,y_deg,*latitude*",
                file.toString()));
    if (vector == null || !vector.has("layers")) {
      return Description.refused("GDAL does not open it");
    }
    List<Part> parts = new ArrayList<>();
    for (JsonNode layer : vector.get("layers")) {
      JsonNode geometry = layer.get("geometryFields").get(0);
      boolean placed =
          geometry != null && geometry.has("extent") && geometry.get("extent").size() >= 4;
      parts.add(
          new Part(
              layer.get("name").asString(),
              layer.get("featureCount").asLong() + "",
              geometry == null || geometry.get("coordinateSystem") == null
                  ? ""
                  : code(geometry.get("coordinateSystem").get("projjson")),
              placed ? numbers(geometry.get("extent")) : null));
    }
    return new Description("", parts);
  }

  private static Part cells(JsonNode raster) {
    JsonNode corners = raster.get("cornerCoordinates");
    double[] box = {
      Double.POSITIVE_INFINITY,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.NEGATIVE_INFINITY
    };
    for (String corner : List.of("upperLeft", "upperRight", "lowerLeft", "lowerRight")) {
      for (int axis = 0; axis < 2; axis++) {
        double at = corners.get(corner).get(axis).asDouble();
        box[axis] = Math.min(box[axis], at);
        box[2 + axis] = Math.max(box[2 + axis], at);
      }
    }
    String size =
        raster.get("size").get(0).asInt()
            + "x"
            + raster.get("size").get(1).asInt()
            + "x"
            + raster.get("bands").size();
    return new Part("", size, system(raster), box);
  }

  private static String system(JsonNode raster) {
    JsonNode stac = raster.get("stac");
    return stac == null ? "" : code(stac.get("proj:projjson"));
  }

  /** EPSG:… where GDAL knows the authority, else the system's name; empty when there is none. */
  private static String code(JsonNode projJson) {
    if (projJson == null || projJson.isNull() || projJson.isEmpty()) {
      return "";
    }
    JsonNode whole = projJson.has("source_crs") ? projJson.get("source_crs") : projJson;
    if (!whole.has("id")) {
      return whole.get("name").asString();
    }
    String code =
        whole.get("id").get("authority").asString() + ":" + whole.get("id").get("code").asString();
    return code.equals("OGC:CRS84") || code.equals("EPSG:4979") ? "EPSG:4326" : code;
  }

  private static double[] numbers(JsonNode array) {
    double[] numbers = new double[4];
    for (int k = 0; k < 4; k++) {
      numbers[k] = array.get(k).asDouble();
    }
    return numbers;
  }

  private static JsonNode json(String text) {
    try {
      return text == null || text.isBlank() ? null : JsonMapper.shared().readTree(text);
    } catch (JacksonException unfinished) {
      return null;
    }
  }

  /** Standard output of a command, null when there is no such command. */
  static String run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String text = new String(process.getInputStream().readAllBytes());
      process.waitFor();
      return text;
    } catch (IOException absent) {
      return null;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
