package org.kiungo.web.door;

import java.util.Optional;

/**
 * What a text of a request may hold: everything that people write, and nothing that only machines
 * do. One rule for all, so that no database, file or page has one of its own.
 */
public final class Texts {

  /** More than any text that a person writes or a page sends, UTF-16 units. */
  public static final int LONGEST = 200_000;

  private Texts() {}

  /** Why a text may not come in. */
  public sealed interface Fault permits Sign, Length {}

  /**
   * A sign that is no text: a control character other than tab and line ends, half of a surrogate
   * pair, or what Unicode keeps for no character.
   *
   * @param name such as U+0000
   * @param at place of it, from 1
   */
  public record Sign(String name, int at) implements Fault {}

  /**
   * More than {@link #LONGEST}.
   *
   * @param length UTF-16 units
   */
  public record Length(int length) implements Fault {}

  /** The first fault; empty for a text that may come in. */
  public static Optional<Fault> fault(String text) {
    if (text.length() > LONGEST) {
      return Optional.of(new Length(text.length()));
    }
    for (int k = 0; k < text.length(); ) {
      int sign = text.codePointAt(k);
      if (!isText(sign)) {
        return Optional.of(new Sign("U+%04X".formatted(sign), k + 1));
      }
      k += Character.charCount(sign);
    }
    return Optional.empty();
  }

  /** Whether a code point may stand in a text. */
  private static boolean isText(int sign) {
    return switch (Character.getType(sign)) {
      case Character.CONTROL -> sign == '\t' || sign == '\n' || sign == '\r' || sign == 0x85;
      case Character.SURROGATE -> false;
      default -> (sign & 0xFFFE) != 0xFFFE;
    };
  }
}
