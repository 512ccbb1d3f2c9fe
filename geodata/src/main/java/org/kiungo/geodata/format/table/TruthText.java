package org.kiungo.geodata.format.table;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Yes and no as files write them, in English, French, Portuguese, Arabic and Swahili. */
public final class TruthText {

  private static final Set<String> YES =
      Set.of(
          ("true t yes y 1 1.0 x oui o vrai sim s verdadeiro si sí ndiyo ndio kweli نعم صحيح")
              .split(" "));
  private static final Set<String> NO =
      Set.of(("false f no n 0 0.0 - non faux não nao falso hapana siyo sivyo لا خطأ").split(" "));

  private TruthText() {}

  /** What a cell says; empty where it says neither. */
  public static Optional<Boolean> read(String text) {
    String plain = text.strip().toLowerCase(Locale.ROOT);
    return YES.contains(plain)
        ? Optional.of(true)
        : NO.contains(plain) ? Optional.of(false) : Optional.empty();
  }
}
