package org.kiungo.geodata.judge.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.SourceFile;

/** What cells of a raster look like. */
class CellLookTest {

  @TempDir private Path folder;

  @Test
  void aPictureOfAMapIsNotTakenForPeople() throws IOException {
    assertThat(look(255, k -> k % 256).isPicture()).isTrue();
    assertThat(look(255, k -> k % 40).isPicture()).isFalse();
    assertThat(look(255, k -> k % 256 + 0.5).isPicture()).isFalse();
  }

  private CellLook look(int size, IntToDoubleFunction cell) throws IOException {
    StringBuilder grid = new StringBuilder("ncols 16\nnrows 16\nxllcorner 2\nyllcorner 7\n");
    grid.append("cellsize 0.01\nNODATA_value -9999\n");
    for (int k = 0; k <= size; k++) {
      grid.append(cell.applyAsDouble(k)).append(k % 16 == 15 ? '\n' : ' ');
    }
    return CellLook.of(SourceFile.of(Files.writeString(folder.resolve("p.asc"), grid)));
  }
}
