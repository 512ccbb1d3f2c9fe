package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether the embedded database writes to the disk itself, as the system tells of its files. */
class ForcedFilesTest {

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");

  /** O_DSYNC of Linux. */
  private static final int SYNCHRONOUS = 0x1000;

  @TempDir private Path folder;

  @Test
  void everyWriteOfTheDatabaseIsSynchronous() throws IOException {
    assumeTrue(Files.isDirectory(OPEN_FILES), "skipped: no /proc of Linux");
    try (HikariDataSource database = Databases.open(folder, "")) {
      JdbcClient.create(database).sql("CREATE TABLE kept (id INT)").update();
      List<Path> files = descriptorsOf(folder.toRealPath().resolve("kiungo.mv.db"));
      assertThat(files).isNotEmpty();
      for (Path each : files) {
        assertThat(flags(each) & SYNCHRONOUS).as("O_DSYNC").isEqualTo(SYNCHRONOUS);
      }
    }
  }

  @Test
  void aFileThatFailedToBeWrittenTakesNothingMoreUntilItIsOpenedAgain() throws IOException {
    FilePath file = FilePath.get(ForcedFiles.scheme() + FullDisk.scheme() + folder.resolve("file"));
    FullDisk.allow(4);
    try (FileChannel open = file.open("rw")) {
      write(open, 0);
      assertThatThrownBy(() -> write(open, 4)).hasMessageContaining("No space");
      FullDisk.allow(Long.MAX_VALUE);
      assertThatThrownBy(() -> write(open, 0)).hasMessageContaining("No space");
      assertThatThrownBy(() -> open.truncate(0)).hasMessageContaining("No space");
    }
    try (FileChannel again = file.open("rw")) {
      write(again, 4);
      assertThat(again.size()).isEqualTo(8);
    }
  }

  @Test
  void aWriteThatFindsNoSpaceGetsTheReserveAndNothingNewBeginsUntilThereIsSpace() throws Exception {
    SpaceReserve reserve = SpaceReserve.of(folder).begin();
    Path kept = folder.resolve("reserve");
    assertThat(kept).hasSize(SpaceReserve.BYTES);
    FilePath file = FilePath.get(ForcedFiles.scheme() + FullDisk.scheme() + folder.resolve("file"));
    FullDisk.allow(0);
    try (FileChannel open = file.open("rw")) {
      Thread freed =
          new Thread(
              () -> {
                while (Files.exists(kept)) {
                  Thread.onSpinWait();
                }
                FullDisk.allow(Long.MAX_VALUE);
              });
      freed.start();
      write(open, 0);
      freed.join();
      assertThat(open.size()).isEqualTo(4);
    }
    // made again as soon as it can be, which here is at once
    while (reserve.isShort()) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    assertThat(kept).hasSize(SpaceReserve.BYTES);
    reserve.require();
  }

  private static void write(FileChannel file, long position) throws IOException {
    file.write(ByteBuffer.allocate(4), position);
  }

  private static List<Path> descriptorsOf(Path file) throws IOException {
    try (Stream<Path> open = Files.list(OPEN_FILES)) {
      return open.filter(each -> leadsTo(each, file)).toList();
    }
  }

  private static boolean leadsTo(Path descriptor, Path file) {
    try {
      return Files.readSymbolicLink(descriptor).equals(file);
    } catch (IOException closed) {
      return false;
    }
  }

  private static int flags(Path descriptor) throws IOException {
    String info =
        Files.readString(Path.of("/proc/self/fdinfo", descriptor.getFileName().toString()));
    String octal = info.lines().filter(line -> line.startsWith("flags:")).findFirst().orElseThrow();
    return Integer.parseInt(octal.replaceAll("\\D", ""), 8);
  }
}
