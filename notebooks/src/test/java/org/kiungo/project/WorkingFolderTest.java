package org.kiungo.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody laid into the folder that Kiungo is started from is not run by that. */
class WorkingFolderTest {

  private static final Path JAR = Repository.ROOT.resolve("web/target/kiungo.jar");

  @TempDir private Path folder;

  private String version(String... options) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(List.of(options));
    command.addAll(List.of("-jar", JAR.toAbsolutePath().toString(), "version"));
    Process started =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(started.waitFor()).as(said).isZero();
    return said;
  }

  @Test
  void propertiesAndManifestsOfTheWorkingFolderAreNotRead() throws Exception {
    assumeTrue(Files.exists(JAR), "skipped: no web/target/kiungo.jar (run mvn package first)");
    Files.writeString(folder.resolve("loader.properties"), "loader.main=org.example.Another\n");
    Files.createDirectories(folder.resolve("META-INF"));
    Files.writeString(
        folder.resolve("META-INF/MANIFEST.MF"),
        "Manifest-Version: 1.0\nStart-Class: org.example.Another\nLoader-Path: others/\n\n");
    Files.createDirectories(folder.resolve("plugins"));
    assertThat(version()).contains("Kiungo");
    assertThat(version("-Dloader.path=plugins")).as("with jars that are named").contains("Kiungo");
  }
}
