package org.kiungo.geodata.format.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.geodata.format.ReadOptions;
import org.kiungo.geodata.format.SourceFile;
import org.kiungo.planner.model.value.InputRefused;

/**
 * How a text table is written, detected from its beginning.
 *
 * @param separator between cells
 * @param skippedCharacters comment lines, blank lines, titles and a {@code sep=} line before the
 *     table
 * @param skippedLines how many lines that are
 * @param skippedText their words, for the report
 * @param hasHeader whether the first record names the columns
 * @param columns column names, made up where the file has none
 * @param duplicates names that stood there twice and were numbered
 */
record CsvDialect(
    char separator,
    int skippedCharacters,
    int skippedLines,
    String skippedText,
    boolean hasHeader,
    List<String> columns,
    List<String> duplicates) {

  static final int MOST_COLUMNS = 5_000;
  private static final char[] SEPARATORS = {',', ';', '\t', '|'};
  private static final int SAMPLE_RECORDS = 30;

  /**
   * Looks at the beginning of a file.
   *
   * @param whole true when {@code head} is all of it
   * @param options a declared separator and header row go before what is detected
   */
  static CsvDialect detect(String head, boolean whole, SourceFile file, ReadOptions options) {
    int from = 0;
    int lines = 0;
    char declared = 0;
    while (from < head.length()) {
      int end = lineEnd(head, from);
      String line = head.substring(from, end).strip();
      boolean isSeparatorLine = line.matches("(?i)sep=.") && declared == 0;
      if (isSeparatorLine) {
        declared = line.charAt(4);
      } else if (!line.isEmpty() && !(line.startsWith("#") && commented(head, from))) {
        break;
      }
      from = Math.min(head.length(), end + newline(head, end));
      lines++;
    }
    String body = head.substring(from);
    if (!whole) {
      body = body.substring(0, Math.max(lastNewline(body), Math.min(body.length(), 1)));
    }
    if (!options.separator().isEmpty()) {
      declared = separator(options, file);
    }
    requireOneSeparator(body, file);
    char separator = declared != 0 ? declared : separator(body);
    List<CSVRecord> sample = sample(body, separator);
    List<List<String>> cells = sample.stream().map(CSVRecord::toList).toList();
    boolean looks = options.headerRow().isEmpty() && !cells.isEmpty();
    HeadRows names = looks ? HeadRows.of(cells) : null;
    int top = from;
    if (looks && names.bottom() > 0) {
      top = from + tableStart(body, (int) sample.get(names.top()).getCharacterPosition());
      int start = tableStart(body, (int) sample.get(names.bottom()).getCharacterPosition());
      from += start;
      lines += (int) body.substring(0, start).lines().count();
      sample = sample.subList(names.bottom(), sample.size());
    }
    List<String> joined = looks && names.isJoined() ? names.names() : List.of();
    CsvDialect plain = describe(separator, from, lines, sample, joined, file, options.headerRow());
    return plain.withSkippedText(head.substring(0, top));
  }

  /** The format for commons-csv: RFC 4180 quoting, blanks kept, blank lines skipped. */
  static CSVFormat csv(char separator) {
    return CSVFormat.DEFAULT
        .builder()
        .setDelimiter(separator)
        .setIgnoreEmptyLines(true)
        .setTrailingData(true)
        .get();
  }

  private static CsvDialect describe(
      char separator,
      int from,
      int lines,
      List<CSVRecord> sample,
      List<String> joined,
      SourceFile file,
      String headerRow) {
    List<String> names = new ArrayList<>();
    List<String> duplicates = new ArrayList<>();
    boolean header =
        !sample.isEmpty() && (headerRow.isEmpty() ? isHeader(sample) : headerRow.equals("yes"));
    int width = Math.max(joined.size(), sample.isEmpty() ? 0 : sample.get(0).size());
    if (width > MOST_COLUMNS) {
      throw SourceFile.tooMuch(file.name(), "columns", width, MOST_COLUMNS);
    }
    List<String> known = header ? List.of() : KnownLayouts.columns(sample);
    Set<String> seen = new HashSet<>();
    for (int k = 0; k < width; k++) {
      String name = k < known.size() ? known.get(k) : "";
      if (header) {
        name = joined.isEmpty() ? sample.get(0).get(k).strip() : joined.get(k);
      }
      name = name.isEmpty() ? "column" + (k + 1) : name;
      if (!seen.add(name)) {
        duplicates.add(name);
        int copy = 2;
        while (!seen.add(name + " (" + copy + ")")) {
          copy++;
        }
        name = name + " (" + copy + ")";
      }
      names.add(name);
    }
    return new CsvDialect(separator, from, lines, "", header, names, duplicates);
  }

  private CsvDialect withSkippedText(String skipped) {
    String words =
        skipped
            .lines()
            .map(line -> line.strip().replaceAll("^[,;\t|\"]+|[,;\t|\"]+$", ""))
            .filter(line -> !line.isBlank() && !line.matches("(?i)sep=.?"))
            .collect(Collectors.joining(" / "));
    return new CsvDialect(
        separator, skippedCharacters, skippedLines, words, hasHeader, columns, duplicates);
  }

  private static int header(List<CSVRecord> sample) {
    return HeaderRow.find(sample.stream().map(CSVRecord::toList).toList());
  }

  /** Where the record begins that comes after blank lines, if any. */
  private static int tableStart(String body, int position) {
    int start = position;
    while (start < body.length()) {
      int end = lineEnd(body, start);
      if (end > start) {
        return start;
      }
      start = Math.min(body.length(), end + newline(body, end));
    }
    return position;
  }

  /** A header holds no numbers, but for years ("Country, 2000, 2001"). */
  private static boolean isHeader(List<CSVRecord> sample) {
    int numbers = 0;
    for (String cell : sample.get(0)) {
      boolean year = HeaderRow.isYear(cell);
      if (HeaderRow.isNumber(cell) && !year) {
        return false;
      }
      numbers += year ? 1 : 0;
    }
    return numbers < sample.get(0).size();
  }

  /**
   * Refuses a table whose heading is parted by one sign and whose rows by another into as many
   * cells: whatever is taken, nothing is found.
   */
  private static void requireOneSeparator(String body, SourceFile file) {
    for (char heading : SEPARATORS) {
      List<CSVRecord> whole = sample(body, heading);
      int width = whole.isEmpty() ? 0 : whole.get(0).size();
      if (width < 2 || !isHeader(whole) || whole.size() < 2 || !isOneCell(whole, 1)) {
        continue;
      }
      for (char rows : SEPARATORS) {
        List<CSVRecord> parted = sample(body, rows);
        boolean even =
            rows != heading
                && parted.size() > 1
                && isOneCell(parted.subList(0, 1), 0)
                && parted.stream().skip(1).allMatch(row -> row.size() == width)
                && parted.get(1).stream().anyMatch(HeaderRow::isNumber);
        if (even) {
          throw new InputRefused(
              "file.separatorMixed",
              "file",
              file.name(),
              "heading",
              shown(heading),
              "rows",
              shown(rows));
        }
      }
    }
  }

  private static boolean isOneCell(List<CSVRecord> records, int from) {
    return records.stream().skip(from).allMatch(row -> row.size() == 1);
  }

  private static String shown(char separator) {
    return separator == '\t' ? "tab" : separator + "";
  }

  private static char separator(ReadOptions options, SourceFile file) {
    String given = options.separator().equals("tab") ? "\t" : options.separator();
    if (given.length() != 1 || given.matches("[\\p{L}\\p{N}\"\r\n]")) {
      throw new InputRefused("file.separator", "file", file.name(), "found", options.separator());
    }
    return given.charAt(0);
  }

  private static char separator(String body) {
    char best = ',';
    double bestScore = 0;
    for (char candidate : SEPARATORS) {
      List<CSVRecord> sample = sample(body, candidate);
      if (sample.isEmpty() || sample.get(0).size() < 2) {
        continue;
      }
      int width = sample.get(0).size();
      long same = sample.stream().filter(row -> row.size() == width).count();
      double score = (double) same / sample.size() + Math.min(width, 50) / 1000.0;
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return bestScore < 0.5 ? belowTitles(body, best) : best;
  }

  /** The separator with the most even rows below titles, which hold any sign by chance. */
  private static char belowTitles(String body, char otherwise) {
    char best = otherwise;
    long most = 0;
    for (char candidate : SEPARATORS) {
      List<CSVRecord> sample = sample(body, candidate);
      int header = header(sample);
      if (header > 0) {
        int width = sample.get(header).size();
        long even = sample.stream().filter(row -> row.size() == width).count();
        if (even > most) {
          best = candidate;
          most = even;
        }
      }
    }
    return best;
  }

  private static List<CSVRecord> sample(String body, char separator) {
    List<CSVRecord> sample = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(new StringReader(body), csv(separator))) {
      for (CSVRecord row : parser) {
        sample.add(row);
        if (sample.size() == SAMPLE_RECORDS) {
          break;
        }
      }
    } catch (IOException | RuntimeException cut) {
      return sample; // the beginning may end inside a quoted cell
    }
    return sample;
  }

  /** A # line is a comment unless it is the only line that could name the columns. */
  private static boolean commented(String head, int from) {
    int end = lineEnd(head, from);
    return end < head.length();
  }

  private static int lineEnd(String text, int from) {
    int end = from;
    while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
      end++;
    }
    return end;
  }

  private static int newline(String text, int end) {
    return text.startsWith("\r\n", end) ? 2 : 1;
  }

  private static int lastNewline(String text) {
    return Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
  }
}
