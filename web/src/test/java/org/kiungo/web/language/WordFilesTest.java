package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.Resource;

class WordFilesTest {

  @TempDir private Path folder;

  @Test
  void filesOfOneLanguageAreTakenTogetherAndKiungosOwnSentenceStands() throws IOException {
    URL[] jars = {
      words("b", "messages_ha.properties", "one=b\nthree=b\n"),
      words("a", "messages_ha.properties", "one=a – é\ntwo=a\n"),
      words("c", "messages_en.properties", "ui.nav.data=Theirs\nadded=New\n"),
      words("d", "messages_notalanguage.properties", "x=y\n"),
      words("d", "messages_ha.txt", "x=y\n")
    };
    try (URLClassLoader loader = new URLClassLoader(jars, WordFiles.class.getClassLoader())) {
      Map<String, List<Resource>> files = WordFiles.messages(loader);
      assertThat(files).containsOnlyKeys("ar", "en", "es", "fr", "ha", "pt", "sw");
      assertThat(WordFiles.sentences(files.get("ha")))
          .containsExactlyInAnyOrderEntriesOf(Map.of("one", "a – é", "two", "a", "three", "b"));
      assertThat(WordFiles.sentences(files.get("en")))
          .containsEntry("ui.nav.data", "Data")
          .containsEntry("added", "New");
    }
  }

  @Test
  void aSentenceThatALanguageDoesNotHaveIsEnglish() {
    assertThat(Languages.translatedRatio("en")).isEqualTo(1);
    assertThat(Languages.translatedRatio("none")).isZero();
    assertThat(Words.in("fr").text("no.such.key")).isEqualTo("no.such.key");
  }

  private URL words(String jar, String name, String text) throws IOException {
    Path file = Files.createDirectories(folder.resolve(jar).resolve("messages")).resolve(name);
    Files.writeString(file, text);
    return folder.resolve(jar).toUri().toURL();
  }
}
