package org.kiungo.geodata.reference;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.reference.facts.CsvTable;
import org.kiungo.planner.model.value.LonLat;

/**
 * How hard it rains in Africa: the rate exceeded in 0.01 % of an average year to half degrees,
 * modelled from the climate of the months, not measured. Between them bilinear, as the
 * recommendation reads its own, finer maps, from which it departs by 0.6 mm/h on average over the
 * named places; 1 % of these fall into another rain zone.
 *
 * @see <a href="https://www.itu.int/rec/R-REC-P.837-7-201706-I/en">Recommendation ITU-R P.837-7</a>
 */
public final class RainMap {

  private final double west;
  private final double north;
  private final double stepDeg;
  private final double[][] mmPerHour;

  RainMap() {
    List<CSVRecord> rows = CsvTable.rows(Resources.open("rain.csv"));
    CSVRecord first = rows.get(0);
    List<String> header = first.getParser().getHeaderNames();
    north = Double.parseDouble(first.get("lat"));
    west = Double.parseDouble(header.get(1));
    stepDeg = Double.parseDouble(header.get(2)) - west;
    mmPerHour = new double[rows.size()][first.size() - 1];
    for (int i = 0; i < mmPerHour.length; i++) {
      for (int j = 0; j < mmPerHour[i].length; j++) {
        mmPerHour[i][j] = Double.parseDouble(rows.get(i).get(j + 1));
      }
    }
  }

  /**
   * @return mm/h to the tenth; NaN outside 26° W–64° E and 36° S–38° N
   */
  public double mmPerHour(LonLat at) {
    double x = (at.lon() - west) / stepDeg;
    double y = (north - at.lat()) / stepDeg;
    int rows = mmPerHour.length;
    int columns = mmPerHour[0].length;
    if (!(x >= 0 && x <= columns - 1 && y >= 0 && y <= rows - 1)) {
      return Double.NaN;
    }
    int i = Math.min((int) y, rows - 2);
    int j = Math.min((int) x, columns - 2);
    double upper = along(i, j, x - j);
    double lower = along(i + 1, j, x - j);
    return Math.rint((upper + (y - i) * (lower - upper)) * 10) / 10;
  }

  private double along(int row, int column, double share) {
    double[] values = mmPerHour[row];
    return values[column] + share * (values[column + 1] - values[column]);
  }
}
