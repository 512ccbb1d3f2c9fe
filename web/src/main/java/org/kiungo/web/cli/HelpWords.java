package org.kiungo.web.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.kiungo.web.language.Words;

/** Gives picocli the texts of {@code cli.*} under the {@code kiungo.*} keys that it asks for. */
class HelpWords extends ResourceBundle {

  private final Map<String, String> texts = new HashMap<>();
  private final Locale locale;

  HelpWords(Words words) {
    words
        .startingWith("cli.")
        .forEach((key, text) -> texts.put("kiungo." + key.substring("cli.".length()), text));
    locale = words.locale();
  }

  @Override
  public Locale getLocale() {
    return locale;
  }

  @Override
  protected Object handleGetObject(String key) {
    return texts.get(key);
  }

  @Override
  public Enumeration<String> getKeys() {
    return Collections.enumeration(texts.keySet());
  }
}
