package org.kiungo.geodata.built;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.folder.progress.ProgressReport.Told;

/** Bad rows of as-built files are listed, good ones kept. */
class AsBuiltFileTest {

  private static final LocalDate UNTIL = LocalDate.of(2028, 12, 31);

  @TempDir private Path folder;

  private AsBuiltFile read(String rows) throws IOException {
    Path file = folder.resolve("built.csv");
    Files.writeString(file, rows);
    return AsBuiltFile.read(SourceFile.of(file), UNTIL);
  }

  @Test
  void whatIsBuiltLaterCannotStandYet() throws IOException {
    AsBuiltFile found =
        read("id,date,costUsd\na,2028-12-31,1\nb,2029-01-01,1\nc,soon,1\nd,2028-01-01,-1\n");
    assertThat(found.rows()).extracting(each -> each.id()).containsExactly("a");
    assertThat(found.told())
        .extracting(Told::code)
        .containsExactly("builtFuture", "builtDate", "builtNegative");
    assertThat(found.told()).allMatch(Told::leftOut);
    assertThat(found.told().get(0).found()).isEqualTo("2029-01-01");
    assertThat(found.told().get(0).expected()).isEqualTo("2028-12-31");
  }

  @Test
  void aRowNeedsAnIdOrAPlaceWithMore() throws IOException {
    AsBuiltFile found =
        read(
            "id,place,lot,technology,lon,lat,date\n"
                + ",Maseru,,,,,2028-01-01\n"
                + ",Maseru,North,lte,,,2028-01-01\n"
                + ",Maseru,,,27.5,-29.3,2028-01-01\n"
                + ",,North,lte,,,2028-01-01\n"
                + "a,,,,,,2028-01-01\n");
    assertThat(found.rows()).extracting(each -> each.row()).hasSize(3);
    assertThat(found.told())
        .extracting(Told::code)
        .isEqualTo(List.of("builtUnnamed", "builtUnnamed"));
  }
}
