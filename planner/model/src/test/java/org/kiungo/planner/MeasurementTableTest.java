package org.kiungo.planner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeasurementTableTest {

  @TempDir Path folder;

  @Test
  void keepsEveryRowAsSoonAsItIsMeasured() throws Exception {
    Path file = folder.resolve("new/rows.tsv");
    MeasurementTable table = new MeasurementTable(file, "country", "gapRatio", "settlements");
    table.add("LSO", 0.1234567, 1438);
    table.add("BEN", Double.NaN, 12688);
    assertThat(Files.readAllLines(file))
        .hasSize(4)
        .endsWith("country\tgapRatio\tsettlements", "LSO\t0.123457\t1438", "BEN\t\t12688");
    assertThat(Files.readAllLines(file).get(0)).startsWith("# ").contains("Java");
  }

  @Test
  void refusesARowOfAnotherWidth() {
    MeasurementTable table = new MeasurementTable(folder.resolve("rows.tsv"), "a", "b");
    assertThatThrownBy(() -> table.add(1)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void medianIsTheMiddle() {
    assertThat(MeasurementTable.median(9, 1, 5)).isEqualTo(5);
    assertThat(MeasurementTable.median(4, 1, 2, 9)).isEqualTo(3);
  }
}
