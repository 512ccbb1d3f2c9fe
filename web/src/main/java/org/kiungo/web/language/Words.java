package org.kiungo.web.language;

import java.math.RoundingMode;
import java.text.ChoiceFormat;
import java.text.DecimalFormatSymbols;
import java.text.Format;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.kiungo.planner.model.value.InputRefused;

/**
 * All sentences of one language. A key missing in it is taken from English; a key missing there too
 * is shown as itself, so that a fault is visible and never fatal.
 */
public final class Words {

  private static final Map<String, Words> LOADED = new ConcurrentHashMap<>();

  private final Locale locale;
  private final Map<String, String> own;
  private final Map<String, String> english;
  private final Citations citations;

  private Words(String language) {
    locale = digits(Locale.forLanguageTag(language));
    own = Languages.words(language);
    english = Languages.words(Languages.DEFAULT);
    citations = new Citations(this);
  }

  /** With the digits that the sentences themselves are written with, whatever a country's habit. */
  private static Locale digits(Locale language) {
    return DecimalFormatSymbols.getInstance(language).getZeroDigit() == '0'
        ? language
        : new Locale.Builder().setLocale(language).setUnicodeLocaleKeyword("nu", "latn").build();
  }

  /** The words of a language, of English when there are none. */
  public static Words in(String language) {
    return LOADED.computeIfAbsent(Languages.orDefault(language), Words::new);
  }

  /** ISO 639-1 code. */
  public String language() {
    return locale.getLanguage();
  }

  public Locale locale() {
    return locale;
  }

  /** Which way it is read: {@code ltr} or {@code rtl}. */
  public String direction() {
    return text("text.direction");
  }

  /** A day as readers write it. French writes the first of a month as an ordinal; CLDR does not. */
  public String day(TemporalAccessor day) {
    String written =
        DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale).format(day);
    return language().equals("fr") ? written.replaceFirst("^1 ", "1er ") : written;
  }

  /**
   * The sentence of a key, its {0}, {1} … filled with the arguments. A number that is none, or has
   * no end, is not known in every sentence.
   */
  public String text(String key, Object... arguments) {
    if (arguments.length == 0) {
      return pattern(key);
    }
    MessageFormat sentence = format(Choices.resolve(pattern(key), arguments), locale);
    Object[] told = arguments.clone();
    Format[] formats = sentence.getFormatsByArgumentIndex();
    for (int k = 0; k < told.length; k++) {
      if (told[k] instanceof Double number && !Double.isFinite(number)) {
        sentence.setFormatByArgumentIndex(k, null);
        told[k] = pattern("ui.number.unknown");
      } else if (told[k] instanceof Number && k < formats.length && formats[k] == null) {
        sentence.setFormatByArgumentIndex(k, numbers());
      }
    }
    return sentence.format(told);
  }

  /** What stands one after the other, parted as the language parts it. */
  public String joined(List<String> parts) {
    return parts.stream()
        .reduce((before, next) -> text("ui.number.joined", before, next))
        .orElse("");
  }

  /** Something and what is said of it. */
  public String named(String what, String said) {
    return text("ui.said-of", what, said);
  }

  /** A regional economic community as this language abbreviates it. */
  public String community(String rec) {
    return has("rec." + rec) ? text("rec." + rec) : rec;
  }

  /**
   * A source, or what a figure rests on, in this language where its files have it. Of what they do
   * not have, known publishers have their name in this language; titles stay as published.
   */
  public String source(String cited) {
    return citations.told(cited);
  }

  /** What one unit of an access technology is; empty of one that brings no words for it. */
  public String unit(String technologyId) {
    String key = "technology." + technologyId + ".unit";
    return has(key) ? text(key) : "";
  }

  /** That no speaker has read this language through; null where one has. */
  public String draftNote() {
    return Languages.isReviewed(language()) ? null : text("ui.language.draft");
  }

  /** True when this language or English knows the key. */
  public boolean has(String key) {
    return own.containsKey(key) || english.containsKey(key);
  }

  /** The sentence of a key as it stands in the file. */
  String pattern(String key) {
    String sentence = own.get(key);
    return sentence == null ? english.getOrDefault(key, key) : sentence;
  }

  /** What was refused, where, and the remedy. */
  public String refusal(InputRefused refused) {
    String code = isMissing(refused) ? "lever.setting-missing" : refused.code();
    return text("error." + code, arguments(refused).toArray());
  }

  /** One code stands for a setting that a lever does not have and for one that is not given. */
  private static boolean isMissing(InputRefused refused) {
    return refused.code().equals("lever.setting")
        && List.of(refused.arguments().get("known").toString().split(", "))
            .contains(refused.arguments().get("setting").toString());
  }

  /** What a refusal's sentence is filled with; a cause among it is worded too. */
  private List<Object> arguments(InputRefused refused) {
    List<Object> arguments = new ArrayList<>();
    refused.arguments().forEach((name, value) -> arguments.add(argument(name, value)));
    return arguments;
  }

  private Object argument(String name, Object value) {
    if (value instanceof InputRefused cause) {
      return refusal(cause);
    }
    if (name.equals("layerKind")) {
      return InputWords.layer(value.toString(), this);
    }
    return name.equals("field") ? field(value) : value;
  }

  /**
   * A field as the form calls it, or where no form of screens has it as it is called in words, with
   * the name it has in files; the name alone if it has none.
   */
  private Object field(Object name) {
    String key = has("ui.field." + name) ? "ui.field." + name : "field." + name;
    return has(key) ? text(key) + " (" + name + ")" : name;
  }

  /** Every key with a prefix and its sentence, English where this language has none. */
  public SortedMap<String, String> startingWith(String prefix) {
    SortedMap<String, String> found = new TreeMap<>();
    for (String key : english.keySet()) {
      if (key.startsWith(prefix)) {
        found.put(key, pattern(key));
      }
    }
    return found;
  }

  /**
   * A message format in which an apostrophe is an apostrophe: authors of sentences need not know
   * that Java's own format takes it as a quotation mark.
   */
  public static MessageFormat format(String pattern, Locale locale) {
    MessageFormat sentence =
        new MessageFormat(pattern.replace("''", "'").replace("'", "''"), locale);
    for (Format each : sentence.getFormats()) {
      if (each instanceof NumberFormat numbers && !(each instanceof ChoiceFormat)) {
        numbers.setRoundingMode(RoundingMode.HALF_UP);
      }
    }
    return sentence;
  }

  /**
   * How this language writes numbers, halves rounded up: by the one rule of sentences and tables,
   * so that the same figure is the same in both.
   */
  public NumberFormat numbers() {
    NumberFormat numbers = NumberFormat.getNumberInstance(locale);
    numbers.setRoundingMode(RoundingMode.HALF_UP);
    return numbers;
  }
}
