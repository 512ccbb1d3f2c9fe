package org.kiungo.geodata.layer;

import java.util.regex.Pattern;

/** Words of five languages that turn what a cell says into its contrary: no 4G, not closed. */
final class DeniedWords {

  private static final Pattern DENY =
      Pattern.compile(
          "(?<!\\p{L})(no|not|non|never|without|ex|pre|pré|former(ly)?|sans|pas|aucune?|jamais"
              + "|ancien(ne)?|não|nao|sem|nunca|nenhuma?|antig[oa]|bila|hakuna|haina|sio"
              + "|بدون|غير|ليس|لا)(?!\\p{L})");

  private DeniedWords() {}

  /**
   * Whether one stands in a text.
   *
   * @param plain in small letters
   */
  static boolean in(String plain) {
    return DENY.matcher(plain).find();
  }
}
