package org.kiungo.geodata.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OriginalsTest {

  private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant LIMIT = Instant.parse("2020-06-01T00:00:00Z");

  @TempDir private Path folder;

  private String kept(Originals originals, String text, Instant when) throws IOException {
    String sha256 = originals.keep(Files.writeString(folder.resolve("file"), text));
    Files.setLastModifiedTime(originals.path(sha256), FileTime.from(when));
    return sha256;
  }

  @Test
  void onlyOldOnesThatNoVersionCameFromAreDeleted() throws IOException {
    Originals originals = new Originals(folder.resolve("originals"));
    String abandoned = kept(originals, "abandoned", LONG_AGO);
    String used = kept(originals, "used", LONG_AGO);
    String fresh = kept(originals, "fresh", LIMIT.plusSeconds(1));
    originals.removeUnused(LIMIT, used::equals);
    assertThat(originals.path(abandoned)).doesNotExist();
    assertThat(originals.path(used)).hasContent("used");
    assertThat(originals.path(fresh)).hasContent("fresh");
  }

  @Test
  void aFolderThatIsNotThereYetIsNoError() {
    new Originals(folder.resolve("none")).removeUnused(LIMIT, hash -> false);
  }
}
