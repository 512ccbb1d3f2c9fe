package org.kiungo.geodata.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.inspect.Inspection;

/**
 * What a program says of a file, as far as two programs can be compared.
 *
 * @param refusal why it does not open the file; empty when it does
 * @param layers vector layers or the one raster, by name
 */
record Description(String refusal, List<Part> layers) {

  /**
   * @param name of the layer; empty for a raster
   * @param count of features, or columns x rows x bands
   * @param crs AUTHORITY:code or a name; empty when not stated
   * @param bbox west, south, east, north; null when there is no geometry
   */
  record Part(String name, String count, String crs, double[] bbox) {
    @Override
    public String toString() {
      String box =
          bbox == null
              ? ""
              : Arrays.stream(bbox)
                  .mapToObj(v -> String.format(Locale.ROOT, "%.6g", v))
                  .collect(Collectors.joining(","));
      return name + " " + count + " " + crs + " [" + box + "]";
    }
  }

  static Description refused(String why) {
    String line = why.replaceAll("\\s+", " ").strip();
    return new Description(line.isEmpty() ? "refused" : line, List.of());
  }

  static Description of(Inspection found) {
    Inspection.Cells cells = found.raster();
    if (cells != null) {
      String size = cells.width() + "x" + cells.height() + "x" + cells.bands();
      return new Description("", List.of(new Part("", size, text(cells.crs()), cells.bbox())));
    }
    List<Part> parts = new ArrayList<>();
    for (Inspection.Layer layer : found.layers()) {
      parts.add(new Part(layer.name(), layer.features() + "", text(layer.crs()), layer.bbox()));
    }
    return new Description("", parts);
  }

  private static String text(String crs) {
    return crs == null ? "" : crs;
  }

  /** What differs, in words; empty when both agree or both refuse. */
  List<String> differencesFrom(Description ours) {
    if (!refusal.isEmpty() || !ours.refusal.isEmpty()) {
      return refusal.isEmpty() == ours.refusal.isEmpty()
          ? List.of()
          : List.of(refusal.isEmpty() ? "refused here" : "refused by GDAL");
    }
    List<String> differences = new ArrayList<>();
    List<Part> theirs = withRows(layers);
    List<Part> own = withRows(ours.layers);
    boolean sameNames = names(theirs).equals(names(own));
    if (sameNames) {
      for (int k = 0; k < theirs.size(); k++) {
        compare(theirs.get(k), own.get(k), differences);
      }
    } else {
      compare(together(theirs), together(own), differences);
    }
    return differences;
  }

  /** Layers with rows by name: some drivers list layers that the file does not hold. */
  private static List<Part> withRows(List<Part> parts) {
    return parts.stream()
        .filter(part -> !part.count().equals("0"))
        .sorted(java.util.Comparator.comparing(Part::name))
        .toList();
  }

  private static List<String> names(List<Part> parts) {
    return parts.stream().map(Part::name).toList();
  }

  /** All layers as one, where the programs cut a file into layers differently. */
  private static Part together(List<Part> parts) {
    long rows = 0;
    double[] box = null;
    TreeSet<String> systems = new TreeSet<>();
    for (Part part : parts) {
      rows += Long.parseLong(part.count());
      if (part.bbox() != null) {
        systems.add(part.crs());
        box = box == null ? part.bbox().clone() : box;
        for (int edge = 0; edge < 2; edge++) {
          box[edge] = Math.min(box[edge], part.bbox()[edge]);
          box[2 + edge] = Math.max(box[2 + edge], part.bbox()[2 + edge]);
        }
      }
    }
    return new Part("", rows + "", String.join("+", systems), box);
  }

  private static void compare(Part gdal, Part own, List<String> differences) {
    if (!gdal.count().equals(own.count())) {
      differences.add("count " + gdal.count() + "/" + own.count());
    }
    boolean coded = gdal.crs().matches("[A-Z]+:\\d+") || gdal.crs().isEmpty();
    if (coded && !gdal.crs().equals(own.crs()) && !(gdal.bbox() == null && own.bbox() == null)) {
      differences.add("crs " + gdal.crs() + "/" + own.crs());
    } else if (!coded && own.crs().isEmpty() && own.bbox() != null) {
      differences.add("crs " + gdal.crs() + "/none");
    }
    if (gdal.bbox() == null || own.bbox() == null) {
      if (gdal.bbox() != own.bbox()) {
        differences.add("extent " + (gdal.bbox() == null ? "only here" : "only GDAL"));
      }
      return;
    }
    double size = Math.max(gdal.bbox()[2] - gdal.bbox()[0], gdal.bbox()[3] - gdal.bbox()[1]);
    for (int edge = 0; edge < 4; edge++) {
      double off = Math.abs(gdal.bbox()[edge] - own.bbox()[edge]);
      if (!(off <= 1e-6 * size + 1e-7)) {
        differences.add("extent edge " + edge + " off by " + off);
        return;
      }
    }
  }

  @Override
  public String toString() {
    return refusal.isEmpty()
        ? layers.stream().map(Part::toString).collect(Collectors.joining(" | "))
        : "refused: " + refusal;
  }
}
