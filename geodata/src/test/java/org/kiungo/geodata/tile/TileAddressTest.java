package org.kiungo.geodata.tile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Envelope;

class TileAddressTest {

  /** The table of the specification of PMTiles. */
  @ParameterizedTest
  @CsvSource({"0,0,0,0", "1,0,0,1", "1,0,1,2", "1,1,1,3", "1,1,0,4", "2,0,0,5"})
  void numbersAreThoseThatThePublishedTableNames(int zoom, int column, int row, long number) {
    assertThat(new TileAddress(zoom, column, row).number()).isEqualTo(number);
  }

  @Test
  void aDeepOneHasThePublishedNumberToo() {
    assertThat(new TileAddress(12, 3423, 1763).number()).isEqualTo(19_078_479);
  }

  @Test
  void everyTileOfAZoomHasANumberOfItsOwnBesideItsNeighbours() {
    Set<Long> numbers = new HashSet<>();
    for (int k = 0; k < 32 * 32; k++) {
      numbers.add(new TileAddress(5, k % 32, k / 32).number());
    }
    long first = (1024 - 1) / 3;
    assertThat(numbers).hasSize(1024).allMatch(each -> each >= first && each < first + 1024);
  }

  /** Corners as the matrix set publishes them, and one known city. */
  @Test
  void theSquareEndsWhereTheMatrixSetSays() {
    Envelope world = new TileAddress(0, 0, 0).ground(0);
    assertThat(world.getMaxY()).isCloseTo(85.0511287798, within(1e-10));
    assertThat(world.getMinX()).isEqualTo(-180);
    assertThat(TileAddress.HALF_SIDE_M).isCloseTo(20_037_508.3427892, within(1e-6));
    // Maseru, by the formula of the OpenStreetMap wiki: 29.3151 south, 27.4869 east
    assertThat(TileAddress.of(12, 27.4869, -29.3151)).isEqualTo(new TileAddress(12, 2360, 2397));
  }

  @Test
  void aPlaceIsOnTheGroundOfItsTile() {
    for (int zoom = 0; zoom <= TileAddress.MOST_ZOOM; zoom++) {
      assertThat(TileAddress.of(zoom, 27.4869, -29.3151).ground(1e-9).contains(27.4869, -29.3151))
          .isTrue();
    }
    assertThat(TileAddress.of(3, 180, -90)).isEqualTo(new TileAddress(3, 7, 7));
  }

  @Test
  void whatTheMatrixDoesNotHaveIsNoAddress() {
    assertThatThrownBy(() -> new TileAddress(1, 2, 0)).hasMessageContaining("allowed 0 to 1");
    assertThatThrownBy(() -> new TileAddress(25, 0, 0)).hasMessageContaining("allowed 0 to 24");
  }
}
