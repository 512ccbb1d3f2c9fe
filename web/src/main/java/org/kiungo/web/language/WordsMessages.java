package org.kiungo.web.language;

import java.text.MessageFormat;
import java.util.Locale;
import org.springframework.context.support.AbstractMessageSource;

/** The bundles, for templates. */
public final class WordsMessages extends AbstractMessageSource {

  @Override
  protected MessageFormat resolveCode(String code, Locale locale) {
    String pattern = resolveCodeWithoutArguments(code, locale);
    return pattern == null ? null : Words.format(pattern, locale);
  }

  @Override
  protected String resolveCodeWithoutArguments(String code, Locale locale) {
    Words words = Words.in(locale.getLanguage());
    return words.has(code) ? words.text(code) : null;
  }
}
