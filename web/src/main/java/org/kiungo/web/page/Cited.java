package org.kiungo.web.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source with its first address apart, so that pages can link it.
 *
 * @param text without that address
 * @param address http or https; empty when the source names none
 */
record Cited(String text, String address) {

  private static final Pattern ADDRESS =
      Pattern.compile("[,،]?\\s*(https?://[^\\s\\p{Z},;،؛]*[^\\s\\p{Z},;:.)،؛])");

  static Cited of(String source) {
    Matcher found = ADDRESS.matcher(source);
    return found.find()
        ? new Cited(
            source.substring(0, found.start()) + source.substring(found.end()), found.group(1))
        : new Cited(source, "");
  }
}
