package org.kiungo.web.cli.option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kiungo.planner.folder.TextFiles;
import org.kiungo.planner.verify.form.Installed;
import org.kiungo.web.scenario.InstalledFacts;
import picocli.CommandLine;

/** Files that a plan was made from, which whoever verifies it has. */
public class GivenInputs {

  @CommandLine.Option(
      names = "--input",
      paramLabel = "FILE",
      arity = "1..*",
      descriptionKey = "kiungo.verify.input")
  private List<Path> inputs = List.of();

  /** What a folder is held against; inputs whose files were given are known, whatever they say. */
  public Installed installed() throws IOException {
    Set<String> hashes = new HashSet<>();
    for (Path each : inputs) {
      hashes.add(TextFiles.sha256(InputFiles.readable(each)));
    }
    return InstalledFacts.with(input -> hashes.contains(input.sha256()));
  }
}
