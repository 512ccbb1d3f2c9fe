package org.kiungo.web.export;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Feature;
import org.kiungo.web.language.Words;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/**
 * The map of a sheet as a picture of A4 proportions: true areas with their scale, north and towns,
 * what the colours mean and how many there are of each, sources, and the note about boundaries.
 */
final class MapPicture {

  private static final int WIDTH = 1684;
  private static final int HEIGHT = 1191;
  private static final int MARGIN = 40;
  private static final int HEADER = 70;
  private static final int FOOTER = 120;
  private static final int LEGEND = 380;
  private static final int MANY = 1_500;

  private static final Color WATER = new Color(0xDCE4E8);
  private static final Color LAND = new Color(0xFCFCFA);
  private static final Color OTHER = new Color(0xEBECE7);
  private static final Color BORDER = new Color(0x7B868C);
  private static final Color INK = new Color(0x17222B);
  private static final Color QUIET = new Color(0x5A6770);
  private static final Color OUTLINE = new Color(0x26323A);
  private static final String PLAIN = "#0B5351";

  private final Sheet sheet;
  private final Words words;
  private final String note;
  private final Graphics2D ink;
  private final Lettering text;
  private final boolean fromRight;
  private final BufferedImage picture =
      new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
  private final Rectangle2D frame;
  private final Map<String, Map<String, Entry>> legend = new LinkedHashMap<>();
  private AffineTransform place;

  /** A line of the legend. */
  private static final class Entry {
    private final Color colour;
    private final Mark mark;
    private final boolean line;
    private int count;

    Entry(Color colour, Mark mark, boolean line) {
      this.colour = colour;
      this.mark = mark;
      this.line = line;
    }
  }

  MapPicture(Sheet sheet, Words words, String note) {
    this.sheet = sheet;
    this.words = words;
    this.note = note;
    this.ink = picture.createGraphics();
    this.fromRight = words.direction().equals("rtl");
    this.text = new Lettering(ink, fromRight);
    this.frame =
        new Rectangle2D.Double(
            fromRight ? MARGIN + LEGEND : MARGIN,
            HEADER,
            WIDTH - 2 * MARGIN - LEGEND,
            HEIGHT - HEADER - FOOTER - MARGIN / 2.0);
  }

  /**
   * What was drawn.
   *
   * @param said all words, a text each; the file has them too
   * @param frame what of the picture is map, px
   */
  record Drawn(List<String> said, Rectangle2D frame, MapScale scale, List<MapTowns.Town> towns) {}

  Drawn write(Path file) throws IOException {
    ink.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    ink.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    ink.setColor(Color.WHITE);
    ink.fillRect(0, 0, WIDTH, HEIGHT);
    place = fitted();
    drawGround();
    sheet.layers().forEach(this::draw);
    MapTowns towns = new MapTowns(sheet.countries(), place, frame, ink, font(Font.PLAIN, 14));
    towns.draw(ink, font(Font.PLAIN, 14));
    ink.setClip(null);
    ink.setColor(BORDER);
    ink.setStroke(new BasicStroke(1));
    ink.draw(frame);
    drawWords();
    MapScale scale = new MapScale(place, frame);
    scale.draw(ink, text, words, font(Font.PLAIN, 14));
    ink.dispose();
    List<String> said = new ArrayList<>(text.written());
    towns.towns().forEach(each -> said.add(each.name()));
    write(String.join("\n", said), file);
    return new Drawn(said, frame, scale, towns.towns());
  }

  /** The picture, with all its words as text for whoever cannot see it. */
  private void write(String said, Path file) throws IOException {
    ImageWriter png = ImageIO.getImageWritersByFormatName("png").next();
    IIOMetadata about =
        png.getDefaultImageMetadata(new ImageTypeSpecifier(picture), png.getDefaultWriteParam());
    IIOMetadataNode entry = new IIOMetadataNode("TextEntry");
    entry.setAttribute("keyword", "Description");
    entry.setAttribute("value", said);
    entry.setAttribute("language", words.language());
    entry.setAttribute("compression", "none");
    IIOMetadataNode texts = new IIOMetadataNode("Text");
    texts.appendChild(entry);
    IIOMetadataNode root = new IIOMetadataNode(IIOMetadataFormatImpl.standardMetadataFormatName);
    root.appendChild(texts);
    about.mergeTree(IIOMetadataFormatImpl.standardMetadataFormatName, root);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      png.setOutput(out);
      png.write(new IIOImage(picture, null, about));
    } finally {
      png.dispose();
    }
  }

  /** The countries shown with all their places, as large as they fit; without any, Africa. */
  private AffineTransform fitted() {
    Rectangle2D seen = null;
    for (String each : sheet.countries()) {
      Path2D outline = Basemap.africa().countries().get(each);
      if (outline != null) {
        seen = seen == null ? outline.getBounds2D() : seen.createUnion(outline.getBounds2D());
      }
    }
    for (Path2D each : seen == null ? Basemap.africa().countries().values() : List.<Path2D>of()) {
      seen = seen == null ? each.getBounds2D() : seen.createUnion(each.getBounds2D());
    }
    for (ExportLayer layer :
        sheet.countries().isEmpty() ? List.<ExportLayer>of() : sheet.layers()) {
      for (Feature row : layer.features()) {
        if (row.geometry() instanceof Point point && !point.isEmpty()) {
          seen.add(
              EqualArea.x(point.getX(), point.getY()), -EqualArea.y(point.getX(), point.getY()));
        }
      }
    }
    double scale =
        0.94 * Math.min(frame.getWidth() / seen.getWidth(), frame.getHeight() / seen.getHeight());
    AffineTransform at = new AffineTransform();
    at.translate(frame.getCenterX(), frame.getCenterY());
    at.scale(scale, scale);
    at.translate(-seen.getCenterX(), -seen.getCenterY());
    return at;
  }

  private void drawGround() {
    ink.setClip(frame);
    ink.setColor(WATER);
    ink.fill(frame);
    ink.setStroke(new BasicStroke(1));
    Basemap.africa().others().forEach(each -> fill(place.createTransformedShape(each), OTHER));
    Basemap.africa()
        .countries()
        .forEach(
            (iso3, outline) -> {
              boolean own = sheet.countries().isEmpty() || sheet.countries().contains(iso3);
              fill(place.createTransformedShape(outline), own ? LAND : OTHER);
            });
    ink.setColor(LAND);
    ink.setStroke(new BasicStroke(2));
    List<Shape> dashed = new ArrayList<>();
    Basemap.africa().undetermined().forEach(e -> dashed.add(place.createTransformedShape(e)));
    dashed.forEach(ink::draw);
    ink.setColor(BORDER);
    ink.setStroke(
        new BasicStroke(
            1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {5, 4}, 0));
    dashed.forEach(ink::draw);
  }

  private void fill(Shape shape, Color colour) {
    ink.setColor(colour);
    ink.fill(shape);
    ink.setColor(BORDER);
    ink.draw(shape);
  }

  private void draw(ExportLayer layer) {
    List<Feature> rows = new ArrayList<>();
    layer.features().forEach(rows::add);
    double radius = rows.size() > MANY ? 3 : 4.5;
    Map<String, Entry> entries = new LinkedHashMap<>();
    if (layer.style() != null) {
      layer.style().colours().keySet().forEach(each -> entries.put(each, null));
    }
    List<String> values = List.copyOf(entries.keySet());
    for (Feature row : rows) {
      if (row.geometry() != null && !row.geometry().isEmpty()) {
        String value = value(layer, row);
        boolean line = row.geometry().getDimension() == 1;
        if (entries.get(value) == null) {
          entries.put(value, new Entry(colour(layer, value), Mark.of(values, value), line));
        }
        Entry entry = entries.get(value);
        entry.count++;
        draw(row.geometry(), entry, radius);
      }
    }
    entries.values().removeIf(each -> each == null);
    legend.put(layer.name(), entries);
  }

  private static String value(ExportLayer layer, Feature row) {
    String column = layer.style() == null ? "" : layer.style().column();
    Object value = column.isEmpty() ? "" : row.attributes().get(column);
    return value == null ? "" : String.valueOf(value);
  }

  private static Color colour(ExportLayer layer, String value) {
    String named = layer.style() == null ? null : layer.style().colours().get(value);
    return Color.decode(named == null ? PLAIN : named);
  }

  private void draw(Geometry geometry, Entry entry, double radius) {
    Color colour = entry.colour;
    for (int k = 0; k < geometry.getNumGeometries(); k++) {
      Geometry part = geometry.getGeometryN(k);
      if (part.getDimension() == 0) {
        double[] at = at(part.getCoordinate());
        Shape dot = entry.mark.at(at[0], at[1], radius);
        ink.setColor(colour);
        ink.fill(dot);
        if (radius > 3) {
          ink.setStroke(new BasicStroke(0.8f));
          ink.setColor(OUTLINE);
          ink.draw(dot);
        }
      } else {
        Path2D path = new Path2D.Double();
        Coordinate[] points = part.getCoordinates();
        for (int i = 0; i < points.length; i++) {
          double[] at = at(points[i]);
          if (i == 0) {
            path.moveTo(at[0], at[1]);
          } else {
            path.lineTo(at[0], at[1]);
          }
        }
        if (part.getDimension() == 2) {
          ink.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
          ink.fill(path);
        }
        ink.setColor(colour);
        ink.setStroke(new BasicStroke(2));
        ink.draw(path);
      }
    }
  }

  private double[] at(Coordinate point) {
    double[] at = {EqualArea.x(point.x, point.y), -EqualArea.y(point.x, point.y)};
    place.transform(at, 0, at, 0, 1);
    return at;
  }

  private void drawWords() {
    double all = WIDTH - 2 * MARGIN;
    ink.setColor(INK);
    text.lines(sheet.title(), MARGIN, HEADER - 24, all, font(Font.BOLD, 26));
    double x = fromRight ? MARGIN : frame.getMaxX() + 24;
    double y = frame.getMinY() + 16;
    for (Map.Entry<String, Map<String, Entry>> layer : legend.entrySet()) {
      if (!layer.getValue().isEmpty()) {
        ink.setColor(INK);
        String name = SheetWords.layer(layer.getKey(), words);
        y = text.lines(name, x, y, LEGEND - 24, font(Font.BOLD, 17));
        for (Map.Entry<String, Entry> each : layer.getValue().entrySet()) {
          String label = SheetWords.value(layer.getKey(), each.getKey(), words);
          y = legendLine(layer.getKey(), label, each.getValue(), x, y);
        }
        y += 14;
      }
    }
    double below = frame.getMaxY() + 24;
    ink.setColor(QUIET);
    String sources = String.join(" ", sheet.sources()) + " " + words.text("export.source.ground");
    below = text.lines(sources, MARGIN, below, all, font(Font.PLAIN, 14));
    String said = note + " " + words.text("ui.map.dashed") + " " + words.text("export.equal-area");
    text.lines(said, MARGIN, below, all, font(Font.PLAIN, 14));
  }

  private double legendLine(String layer, String what, Entry entry, double x, double y) {
    double left = fromRight ? x + LEGEND - 24 - 22 : x;
    ink.setColor(entry.colour);
    if (entry.line) {
      ink.setStroke(new BasicStroke(3));
      ink.drawLine((int) left, (int) y - 5, (int) left + 22, (int) y - 5);
    } else {
      Shape mark = entry.mark.at(left + 10.5, y - 5.5, 6.5);
      ink.fill(mark);
      ink.setStroke(new BasicStroke(1));
      ink.setColor(OUTLINE);
      ink.draw(mark);
    }
    ink.setColor(INK);
    String unit = SheetWords.counted(layer, entry.line);
    String label = words.text("export.legend", what, words.text(unit, entry.count));
    return text.lines(label, fromRight ? x : x + 32, y, LEGEND - 56, font(Font.PLAIN, 15));
  }

  private static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }
}
