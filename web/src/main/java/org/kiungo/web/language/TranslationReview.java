package org.kiungo.web.language;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.model.value.InputRefused;

/**
 * All sentences of a language as one table for a speaker: where each is said, the English, the
 * French, and what the language says so far, to be corrected in that column. What comes back is a
 * message file of the language, reviewed.
 */
public final class TranslationReview {

  private static final String KEY = "key";
  private static final String TEXT = "translation";
  private static final String REVIEW = "language.review";
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

  /** Programs of offices know UTF-8 by it. */
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TranslationReview() {}

  /**
   * What was taken back.
   *
   * @param sentences of the language now
   * @param changed of them other than before
   * @param untranslated that are said in English
   */
  public record Taken(int sentences, int changed, int untranslated) {}

  /**
   * Writes the table: first what is seen in pictures, in their order, then the rest by key.
   *
   * @param language ISO 639 code; one that Kiungo does not speak has an empty column
   * @param file CSV, UTF-8 with a byte order mark
   * @param pictures in which sentences are seen, and the number they have there, by key
   * @return how many sentences there are
   */
  public static int write(String language, Path file, Map<String, String> pictures)
      throws IOException {
    Map<String, String> english = Languages.words(Languages.DEFAULT);
    Map<String, String> french = Languages.words("fr");
    Map<String, String> own = Languages.words(checked(language));
    try (BufferedWriter writer = Files.newBufferedWriter(file)) {
      writer.write(BYTE_ORDER_MARK);
      CSVPrinter table = new CSVPrinter(writer, CSVFormat.RFC4180);
      table.printRecord(KEY, "place", "picture", "english", "french", TEXT);
      Set<String> keys = new LinkedHashSet<>(pictures.keySet());
      keys.addAll(english.keySet());
      for (String key : keys) {
        table.printRecord(
            key,
            key.substring(0, Math.max(0, key.lastIndexOf('.'))),
            pictures.getOrDefault(key, ""),
            english.get(key),
            french.getOrDefault(key, ""),
            own.getOrDefault(key, ""));
      }
    }
    return english.size();
  }

  /**
   * Makes a message file of a table that came back.
   *
   * @param table as {@link #write} wrote it, commas or semicolons between its cells
   * @param file the properties to write
   * @throws InputRefused that names the row of a sentence which takes other arguments than the
   *     English, or is of no key
   */
  public static Taken take(String language, Path table, Path file) throws IOException {
    Map<String, String> before = Languages.words(checked(language));
    Map<String, String> english = Languages.words(Languages.DEFAULT);
    Map<String, String> said = new TreeMap<>();
    for (CSVRecord each : rows(table)) {
      String key = each.get(KEY).strip();
      String text = each.get(TEXT);
      if (!english.containsKey(key)) {
        throw refused("translation.key", table, each.getRecordNumber() + 1, key);
      }
      if (!text.isBlank() && !arguments(text).equals(arguments(english.get(key)))) {
        throw refused("translation.arguments", table, each.getRecordNumber() + 1, key);
      }
      if (!text.isBlank() && said.put(key, text) != null) {
        throw refused("translation.twice", table, each.getRecordNumber() + 1, key);
      }
    }
    said.put(REVIEW, "reviewed");
    List<String> lines = new ArrayList<>();
    said.forEach((key, text) -> lines.add(key + "=" + escaped(text)));
    Files.write(file, lines, StandardCharsets.UTF_8);
    int changed =
        (int)
            said.entrySet().stream()
                .filter(
                    each ->
                        !each.getKey().equals(REVIEW)
                            && !each.getValue().equals(before.get(each.getKey())))
                .count();
    return new Taken(said.size(), changed, english.size() - said.size());
  }

  /** As properties have it: a blank at the beginning, and line breaks, count. */
  private static String escaped(String text) {
    String lines = text.replace("\\", "\\\\").replaceAll("\\R", "\\\\n");
    return lines.startsWith(" ") ? "\\" + lines : lines;
  }

  private static List<CSVRecord> rows(Path table) throws IOException {
    String text;
    try {
      text = Files.readString(table);
    } catch (NoSuchFileException missing) {
      throw new InputRefused("file.missing", "file", table.toString());
    } catch (CharacterCodingException other) {
      throw refused("translation.encoding", table, 1, "UTF-8");
    }
    String whole = !text.isBlank() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setDelimiter(whole.startsWith(KEY + ";") ? ';' : ',')
            .get();
    try (Reader reader = new StringReader(whole);
        CSVParser parser = CSVParser.parse(reader, format)) {
      if (!parser.getHeaderNames().containsAll(List.of(KEY, TEXT))) {
        throw refused("translation.columns", table, 1, KEY + ", " + TEXT);
      }
      return parser.getRecords();
    }
  }

  private static InputRefused refused(String code, Path table, long row, String what) {
    return new InputRefused(
        code, "file", String.valueOf(table.getFileName()), "row", row, "what", what);
  }

  private static String checked(String language) {
    if (!LANGUAGE.matcher(language).matches()) {
      throw new InputRefused("translation.language", "language", language);
    }
    return language;
  }

  private static Set<String> arguments(String sentence) {
    Set<String> found = new TreeSet<>();
    Matcher each = ARGUMENT.matcher(sentence);
    while (each.find()) {
      found.add(each.group(1));
    }
    return found;
  }
}
