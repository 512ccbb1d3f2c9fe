package org.kiungo.geodata.format;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kiungo.geodata.format.inspect.Inspection;
import org.kiungo.geodata.format.inspect.Inspector;
import org.kiungo.planner.model.value.InputRefused;

/** What becomes of a file: the code it is refused with, or "opened". */
final class Refusals {

  private Refusals() {}

  static String of(Path file) {
    InputRefused refused = refused(file);
    return refused == null ? "opened" : refused.code();
  }

  /** The refusal of a file, null when it opens. */
  static InputRefused refused(Path file) {
    return catchThrowableOfType(
        InputRefused.class,
        () ->
            Inspector.inspect(
                SourceFile.of(file),
                ReadOptions.DETECT,
                FeatureCheck.NONE,
                Inspection.Wording.CODES));
  }

  static Path file(Path folder, String name, String text) throws IOException {
    return file(folder, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static Path file(Path folder, String name, byte[] bytes) throws IOException {
    return Files.write(folder.resolve(name), bytes);
  }
}
