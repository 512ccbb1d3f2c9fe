package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

  private static final Instant LAST_STOP = Instant.parse("2026-01-01T00:00:00Z");

  @TempDir private Path root;

  private Path left(String name, Instant touched) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "half");
    Files.setLastModifiedTime(file, FileTime.from(touched));
    return file;
  }

  @Test
  void whatWasLeftUnfinishedGoesAndAllElseStays() throws IOException {
    Instant before = LAST_STOP.minusSeconds(1);
    Path spooled = left("incoming/upload_1.tmp", before);
    Path original = left("originals/incoming1.part", before);
    Path plan = left("plans/1.part/plan.json", before).getParent();
    Files.setLastModifiedTime(plan, FileTime.from(before));
    Path kept = left("originals/0123", before);
    Path listed = left("plans/lso-1/plan.json", before);
    Path others = left("originals/incoming2.part", LAST_STOP.plusSeconds(1));
    new DataFolder(root).removeUnfinished(LAST_STOP);
    assertThat(spooled).doesNotExist();
    assertThat(original).doesNotExist();
    assertThat(plan).doesNotExist();
    assertThat(kept).exists();
    assertThat(listed).exists();
    assertThat(others).exists();
  }
}
