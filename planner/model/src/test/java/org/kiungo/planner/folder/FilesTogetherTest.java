package org.kiungo.planner.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/** A folder is written whole or not at all. */
class FilesTogetherTest {

  @TempDir private Path folder;

  /** A disk without space. */
  private static final class FullDisk extends OutputStream {
    @Override
    public void write(int octet) throws IOException {
      throw new IOException("No space left on device");
    }
  }

  @Test
  void aFullDiskIsToldAsOneByWhateverWritesJson() {
    Path plan = folder.resolve("plan");
    assertThatThrownBy(
            () ->
                FilesTogether.write(
                    plan,
                    List.of(),
                    part -> {
                      Files.writeString(part.resolve("first.json"), "{}");
                      try (JsonGenerator out =
                          JsonMapper.builder().build().createGenerator(new FullDisk())) {
                        out.writeStartObject();
                        out.writeEndObject();
                      }
                    }))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("No space left on device");
    assertThat(folder).isEmptyDirectory();
  }
}
