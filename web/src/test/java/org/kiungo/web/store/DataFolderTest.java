package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }

  /** What an earlier version made, and what libraries make, is not for others to read. */
  @Test
  void itIsItsOwnersAlone() throws IOException {
    Assumptions.assumeTrue(
        root.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: no permissions of POSIX here");
    Path data = Files.createDirectory(root.resolve("data"));
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path plan = data.resolve("plans/lso-1/plan.json");
    Files.createDirectories(plan.getParent());
    Files.writeString(plan, "{}");
    Files.setPosixFilePermissions(plan, PosixFilePermissions.fromString("rw-rw-r--"));
    Path outside = Files.writeString(root.resolve("outside"), "");
    Files.setPosixFilePermissions(outside, PosixFilePermissions.fromString("rw-r--r--"));
    Files.createSymbolicLink(data.resolve("link"), outside);
    DataFolder folder = new DataFolder(data);
    Path later = Files.writeString(folder.folder("originals").resolve("later"), "");
    Files.setPosixFilePermissions(later, PosixFilePermissions.fromString("rw-r--r--"));
    folder.keepPrivate();
    DataFolder.announce(data, "http://127.0.0.1:8080");
    assertThat(permissions(outside)).as("only what is inside").isEqualTo("rw-r--r--");
    try (Stream<Path> all = Files.walk(data)) {
      for (Path each : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
        assertThat(permissions(each))
            .as(each.toString())
            .isEqualTo(Files.isDirectory(each) ? "rwx------" : "rw-------");
      }
    }
  }

  @Test
  void whatAKilledServerKeptForAWhileGoesAndThisOnesStays() throws IOException {
    Path killed = new DataFolder(root).temporary();
    DataFolder now = new DataFolder(root);
    Files.createDirectories(killed.resolve("work/Tomcat"));
    now.removeUnfinished(Instant.now().plusSeconds(60));
    assertThat(killed).doesNotExist();
    assertThat(now.temporary()).isDirectory();
  }
}
