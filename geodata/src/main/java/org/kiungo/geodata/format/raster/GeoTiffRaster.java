package org.kiungo.geodata.format.raster;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferFloat;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.FileImageInputStream;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.referencing.crs.AbstractSingleCRS;
import org.geotools.referencing.crs.DefaultEngineeringCRS;
import org.geotools.util.factory.Hints;
import org.kiungo.geodata.crs.CoordinateSystem;
import org.kiungo.geodata.format.Raster;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/** An open GeoTIFF; one thread at a time. */
public final class GeoTiffRaster implements Raster {

  private final SourceFile file;
  private final TiffHeader header;
  private final FileImageInputStream in;
  private final ImageReader reader;
  private CoordinateSystem crs;
  private double[] cellToMap = {0, 1, 0, 0, 0, 1};

  GeoTiffRaster(SourceFile file, TiffHeader header) {
    this.file = file;
    this.header = header;
    try {
      in = new FileImageInputStream(file.path().toFile());
      reader = new TIFFImageReaderSpi().createReaderInstance();
      reader.setInput(in);
      georeference();
    } catch (IOException | RuntimeException broken) {
      throw broken(broken);
    }
  }

  /** Takes what GeoTools understands; a picture without place stays at cell coordinates. */
  private void georeference() {
    GeoTiffReader geo = null;
    try {
      geo =
          new GeoTiffReader(
              file.path().toFile(), new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, true));
      if (geo.getOriginalGridToWorld(PixelInCell.CELL_CORNER) instanceof AffineTransform a) {
        cellToMap =
            new double[] {
              a.getTranslateX(), a.getScaleX(), a.getShearX(),
              a.getTranslateY(), a.getShearY(), a.getScaleY()
            };
      }
      if (geo.getCoordinateReferenceSystem() instanceof AbstractSingleCRS single
          && !(single instanceof DefaultEngineeringCRS)) {
        crs = CoordinateSystem.of(single);
      }
    } catch (IOException | RuntimeException systemUnknown) {
      // the place is known even where the system is not
      double[] placed = header.meaning().cellToMap();
      cellToMap = placed == null ? cellToMap : placed;
      crs =
          placed == null
              ? null
              : CoordinateSystem.findByCode(header.meaning().system()).orElse(null);
    } finally {
      if (geo != null) {
        geo.dispose();
      }
    }
  }

  @Override
  public int width() {
    return header.width();
  }

  @Override
  public int height() {
    return header.height();
  }

  @Override
  public int bands() {
    return header.bands();
  }

  @Override
  public CoordinateSystem crs() {
    return crs;
  }

  @Override
  public boolean isColoured() {
    return header.meaning().isColoured();
  }

  @Override
  public double[] cellToMap() {
    return cellToMap.clone();
  }

  @Override
  public String statedSystem() {
    return crs == null ? header.meaning().system() : crs.label();
  }

  @Override
  public boolean isPlaced() {
    return crs != null || header.meaning().cellToMap() != null;
  }

  @Override
  public double noData() {
    return header.meaning().noData();
  }

  @Override
  public boolean isScaled() {
    return header.meaning().isScaled();
  }

  @Override
  public int rowsAtOnce() {
    int block = Math.max(1, header.blockHeight());
    long blocks = Math.max(1, (long) (MOST_CELLS_AT_ONCE / 8) / ((long) block * width()));
    return (int) Math.max(1, Math.min(block * blocks, MOST_CELLS_AT_ONCE / width()));
  }

  /** The library copies parts of rows cell by cell: wide windows are cut from whole rows. */
  @Override
  public double[] read(int band, int column, int row, int columns, int rows) {
    if (columns == width()
        || columns * 2L < width()
        || (long) rows * width() > MOST_CELLS_AT_ONCE) {
      return window(band, column, row, columns, rows);
    }
    double[] whole = window(band, 0, row, width(), rows);
    double[] values = new double[columns * rows];
    for (int k = 0; k < rows; k++) {
      System.arraycopy(whole, k * width() + column, values, k * columns, columns);
    }
    return values;
  }

  private double[] window(int band, int column, int row, int columns, int rows) {
    try {
      ImageReadParam window = reader.getDefaultReadParam();
      window.setSourceRegion(new Rectangle(column, row, columns, rows));
      BufferedImage image = reader.read(0, window);
      double[] values = values(image.getRaster(), band, columns, rows);
      if (header.mask() >= 0) {
        hide(values, reader.read(header.mask(), window).getRaster());
      }
      return values;
    } catch (IOException | RuntimeException broken) {
      throw broken(broken);
    }
  }

  private double[] values(java.awt.image.Raster cells, int band, int columns, int rows) {
    double noData = noData();
    float narrow = (float) noData;
    if (cells.getDataBuffer() instanceof DataBufferFloat plain
        && cells.getNumBands() == 1
        && plain.getData().length == (long) columns * rows
        && !header.isHalfFloat()
        && !isScaled()) {
      return values(plain.getData(), narrow);
    }
    double[] values = cells.getSamples(0, 0, columns, rows, band, (double[]) null);
    boolean half = header.isHalfFloat();
    boolean scaled = isScaled();
    for (int k = 0; k < values.length; k++) {
      double value = half ? halfFloat((int) values[k]) : values[k];
      if (value == noData || value == narrow) {
        value = Double.NaN;
      }
      values[k] = scaled ? value * header.meaning().scale() + header.meaning().offset() : value;
    }
    return values;
  }

  /** One band of floats alone, as population rasters are, without a call for each cell. */
  private static double[] values(float[] cells, float noData) {
    double[] values = new double[cells.length];
    for (int k = 0; k < cells.length; k++) {
      float value = cells[k];
      values[k] = value == noData ? Double.NaN : value;
    }
    return values;
  }

  /** Cells that the file's own mask calls not valid are missing. */
  private static void hide(double[] values, java.awt.image.Raster mask) {
    int[] valid = mask.getSamples(0, 0, mask.getWidth(), mask.getHeight(), 0, (int[]) null);
    for (int k = 0; k < values.length; k++) {
      values[k] = valid[k] == 0 ? Double.NaN : values[k];
    }
  }

  /**
   * A floating-point number of 16 bits: a sign, five bits of exponent, ten of fraction.
   *
   * @see <a href="https://doi.org/10.1109/IEEESTD.2019.8766229">IEEE 754, binary16</a>
   */
  public static double halfFloat(int bits) {
    int exponent = bits >> 10 & 0x1f;
    int fraction = bits & 0x3ff;
    double value =
        exponent == 0
            ? fraction * 0x1p-24
            : exponent == 0x1f
                ? fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN
                : (1 + fraction * 0x1p-10) * Math.scalb(1.0, exponent - 15);
    return (bits & 0x8000) == 0 ? value : -value;
  }

  private InputRefused broken(Exception cause) {
    if (cause instanceof InputRefused refused) {
      return refused;
    }
    InputRefused refused =
        new InputRefused(
            "raster.broken", "file", file.name(), "found", String.valueOf(cause.getMessage()));
    refused.initCause(cause);
    return refused;
  }

  @Override
  public void close() {
    reader.dispose();
    try {
      in.close();
    } catch (IOException unreadable) {
      throw SourceFile.unreadable(file.name(), unreadable);
    }
  }
}
