package org.kiungo.geodata.format;

import it.geosolutions.imageioimpl.plugins.tiff.TIFFImageReaderSpi;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
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
import org.kiungo.planner.model.InputRefused;

/** An open GeoTIFF; one thread at a time. */
final class GeoTiffRaster implements Raster {

  private final SourceFile file;
  private final TiffHeader header;
  private final FileImageInputStream in;
  private final ImageReader reader;
  private CoordinateSystem crs;
  private double[] cellToMap = {0, 1, 0, 0, 0, 1};
  private double noData = Double.NaN;

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
      noData = geo.getMetadata().hasNoData() ? geo.getMetadata().getNoData() : Double.NaN;
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
      // the place is known even where the system is not: it can then be declared
      cellToMap = header.cellToMap() == null ? cellToMap : header.cellToMap();
      crs = null;
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
  public double[] cellToMap() {
    return cellToMap.clone();
  }

  @Override
  public double noData() {
    return noData;
  }

  @Override
  public int rowsAtOnce() {
    int block = Math.max(1, header.blockHeight());
    long blocks = Math.max(1, (long) (MOST_CELLS_AT_ONCE / 8) / ((long) block * width()));
    return (int) Math.max(1, Math.min(block * blocks, MOST_CELLS_AT_ONCE / width()));
  }

  @Override
  public double[] read(int band, int column, int row, int columns, int rows) {
    try {
      ImageReadParam window = reader.getDefaultReadParam();
      window.setSourceRegion(new Rectangle(column, row, columns, rows));
      BufferedImage image = reader.read(0, window);
      double[] values = image.getRaster().getSamples(0, 0, columns, rows, band, (double[]) null);
      float narrow = (float) noData;
      for (int k = 0; k < values.length; k++) {
        if (values[k] == noData || values[k] == narrow) {
          values[k] = Double.NaN;
        }
      }
      return values;
    } catch (IOException | RuntimeException broken) {
      throw broken(broken);
    }
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
