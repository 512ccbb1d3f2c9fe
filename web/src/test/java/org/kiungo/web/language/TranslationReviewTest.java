package org.kiungo.web.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationReviewTest {

  @TempDir private Path folder;

  /** A speaker opens one picture after the other and finds its sentences one below the other. */
  @Test
  void whatIsSeenInPicturesStandsFirstInTheirOrder() throws IOException {
    Map<String, String> pictures = new LinkedHashMap<>();
    pictures.put("ui.nav.data", "africa-1.webp 1");
    pictures.put("ui.africa.title", "africa-1.webp 2");
    Path table = folder.resolve("pt.csv");
    int sentences = TranslationReview.write("pt", table, pictures);
    List<String> lines = Files.readAllLines(table);
    assertThat(lines.get(0)).endsWith("key,place,picture,english,french,translation");
    assertThat(lines.get(1)).startsWith("ui.nav.data,ui.nav,africa-1.webp 1,Data,");
    assertThat(lines.get(2)).startsWith("ui.africa.title,ui.africa,africa-1.webp 2,");
    assertThat(lines.get(3)).startsWith("account.");
    Path file = folder.resolve("messages_pt.properties");
    TranslationReview.Taken taken = TranslationReview.take("pt", table, file);
    assertThat(taken.sentences()).isEqualTo(sentences);
    assertThat(taken.changed()).isZero();
  }
}
