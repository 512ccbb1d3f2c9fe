package org.kiungo.geodata.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.FibreLine.Status;

/** Parts of one row have ids of their own, whatever other rows are called. */
class FibreRowsTest {

  private static final String TWO = "\"MULTILINESTRING((1 7,2 7),(3 7,4 7))\"";
  private static final String ONE = "\"LINESTRING(5 7,6 7)\"";

  @TempDir private Path folder;

  private Imported<FibreLine> read(String rows) throws IOException {
    Path file = Files.writeString(folder.resolve("f.csv"), "id,wkt\n" + rows);
    return new LayerImport(CountryLookup.NONE).fibreLines(file, "TGO", null);
  }

  @Test
  void aRowCalledLikeAPartOfAnEarlierOneIsListed() throws IOException {
    Imported<FibreLine> read = read("x," + TWO + "\nx/1," + ONE + "\n");
    assertThat(read.records()).extracting(FibreLine::id).containsExactly("x/1", "x/2");
    assertThat(read.report().counts()).containsEntry("idTwice", 1L);
    assertThat(read.report().rowsListed()).isEqualTo(1);
  }

  @Test
  void aPartYieldsToAnEarlierRowOfItsName() throws IOException {
    Imported<FibreLine> read = read("x/1," + ONE + "\nx," + TWO + "\n");
    assertThat(read.records()).extracting(FibreLine::id).containsExactly("x/1", "x/1_2", "x/2");
    assertThat(read.report().rowsListed()).isZero();
  }

  @Test
  void whetherALineWorksIsOperationalPlannedOrUnknown() throws IOException {
    String line = "\"LINESTRING(5 7,6 7)\",";
    Path file =
        Files.writeString(
            folder.resolve("s.csv"),
            "id,wkt,status\n1,%1$sen service\n2,%1$sProposed\n3,%1$s\n4,%1$sUnknown\n"
                .formatted(line));
    Imported<FibreLine> read = new LayerImport(CountryLookup.NONE).fibreLines(file, "TGO", null);
    assertThat(read.records())
        .extracting(FibreLine::status)
        .containsExactly(Status.OPERATIONAL, Status.PLANNED, Status.UNKNOWN, Status.UNKNOWN);
    assertThat(read.records()).filteredOn(FibreLine::operational).hasSize(1);
    assertThat(read.report().counts()).containsEntry("statusUnknown", 2L);
  }

  @Test
  void nobodyKnowsWhetherLinesWithoutAStatusColumnWork() throws IOException {
    assertThat(read("x," + ONE + "\n").records())
        .extracting(FibreLine::status)
        .containsExactly(Status.UNKNOWN);
  }
}
