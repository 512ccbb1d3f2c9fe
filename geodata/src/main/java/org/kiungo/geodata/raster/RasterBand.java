package org.kiungo.geodata.raster;

import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import org.geotools.api.parameter.GeneralParameterValue;
import org.geotools.api.referencing.crs.CoordinateReferenceSystem;
import org.geotools.api.referencing.datum.PixelInCell;
import org.geotools.api.referencing.operation.MathTransform;
import org.geotools.coverage.grid.GridCoverage2D;
import org.geotools.coverage.grid.io.AbstractGridCoverage2DReader;
import org.geotools.coverage.util.CoverageUtilities;
import org.geotools.gce.geotiff.GeoTiffReader;
import org.geotools.util.factory.Hints;
import org.kiungo.planner.model.InputRefused;

/**
 * One band of a GeoTIFF as rows of {@code double}; cells without data are NaN. Rows are decoded
 * window by window through GeoTools, never the whole image at once.
 */
public final class RasterBand implements AutoCloseable {

  private final String name;
  private final AbstractGridCoverage2DReader reader;
  private final GridCoverage2D coverage;
  private final RenderedImage image;
  private final AffineTransform cellToCrs;
  private final double noData;

  private RasterBand(String name, AbstractGridCoverage2DReader reader, GridCoverage2D coverage) {
    this.name = name;
    this.reader = reader;
    this.coverage = coverage;
    this.image = coverage.getRenderedImage();
    MathTransform transform = coverage.getGridGeometry().getGridToCRS(PixelInCell.CELL_CENTER);
    if (!(transform instanceof AffineTransform affine)) {
      throw new InputRefused("raster.notAffine", "file", name);
    }
    this.cellToCrs = affine;
    var declared = CoverageUtilities.getNoDataProperty(coverage);
    this.noData = declared == null ? Double.NaN : declared.getAsSingleValue();
  }

  /**
   * Opens a GeoTIFF in any coordinate reference system that GeoTools knows.
   *
   * @param file local file, read only
   * @throws InputRefused when it is not a readable GeoTIFF, or lacks a CRS
   */
  public static RasterBand open(Path file) {
    String name = file.getFileName().toString();
    File local = file.toFile();
    if (!local.isFile()) {
      throw new InputRefused("file.missing", "file", name);
    }
    try {
      TiffLayout.check(file);
      AbstractGridCoverage2DReader reader =
          new GeoTiffReader(local, new Hints(Hints.FORCE_LONGITUDE_FIRST_AXIS_ORDER, true));
      GridCoverage2D coverage = reader.read(new GeneralParameterValue[0]);
      if (coverage == null || coverage.getCoordinateReferenceSystem2D() == null) {
        throw new InputRefused("raster.noCrs", "file", name);
      }
      return new RasterBand(name, reader, coverage);
    } catch (InputRefused refused) {
      throw refused;
    } catch (IOException | RuntimeException e) {
      throw unreadable(name, e);
    }
  }

  private static InputRefused unreadable(String name, Exception cause) {
    InputRefused refused = new InputRefused("raster.unreadable", "file", name);
    refused.initCause(cause);
    return refused;
  }

  /** File name, for messages. */
  public String name() {
    return name;
  }

  public int width() {
    return image.getWidth();
  }

  public int height() {
    return image.getHeight();
  }

  public CoordinateReferenceSystem crs() {
    return coverage.getCoordinateReferenceSystem2D();
  }

  /** Value that stands for "no data"; NaN when the file declares none. */
  public double noData() {
    return noData;
  }

  /** From (column, row) of a cell's centre to coordinates of {@link #crs()}, longitude first. */
  public AffineTransform cellToCrs() {
    return new AffineTransform(cellToCrs);
  }

  /** Rows that decode together: the height of the file's own strips or tiles, at least 16. */
  public int windowRows() {
    return Math.max(16, Math.min(image.getTileHeight(), 512));
  }

  /**
   * Decodes whole rows.
   *
   * @param firstRow first row, 0 = top
   * @param rows how many
   * @param into length ≥ rows × width, filled row by row; NaN where there is no data
   * @throws InputRefused when the file is cut or damaged there, naming the row
   */
  public void readRows(int firstRow, int rows, double[] into) {
    Rectangle window =
        new Rectangle(image.getMinX(), image.getMinY() + firstRow, image.getWidth(), rows);
    try {
      Raster data = image.getData(window);
      data.getSamples(window.x, window.y, window.width, window.height, 0, into);
    } catch (RuntimeException e) {
      InputRefused refused = new InputRefused("raster.cut", "file", name, "row", firstRow);
      refused.initCause(e);
      throw refused;
    }
    if (!Double.isNaN(noData)) {
      int cells = rows * image.getWidth();
      float narrow = (float) noData;
      for (int k = 0; k < cells; k++) {
        // a float band's nodata is written in double in the tag: compare in the band's own width
        if (into[k] == noData || (float) into[k] == narrow) {
          into[k] = Double.NaN;
        }
      }
    }
  }

  @Override
  public void close() {
    coverage.dispose(true);
    reader.dispose();
  }
}
