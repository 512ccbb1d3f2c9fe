package org.kiungo.web.language;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.support.AbstractMessageSource;

/** The bundles, for templates. */
public final class WordsMessages extends AbstractMessageSource {

  @Override
  protected String getMessageInternal(String code, Object[] arguments, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return code == null || !words.has(code)
        ? null
        : words.text(code, resolveArguments(arguments, locale));
  }

  @Override
  protected MessageFormat resolveCode(String code, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return words.has(code) ? Words.format(words.pattern(code), words.locale()) : null;
  }
}
