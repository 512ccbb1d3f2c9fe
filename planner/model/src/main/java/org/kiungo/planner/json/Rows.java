package org.kiungo.planner.json;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.kiungo.planner.model.value.InputRefused;

/** Rows of a plan folder's table, each with as many cells as the header names. */
public final class Rows {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

  private Rows() {}

  /**
   * Reads a table to its end.
   *
   * @param name of the file, for whoever is told what is wrong with it
   * @param in UTF-8 without a mark before it; left open
   * @throws InputRefused {@code folder.unreadable} with what is so: {@code csv.mark}, {@code
   *     csv.cells}, {@code csv.quote}, {@code csv.text}, or what a row refuses
   */
  public static void read(String name, InputStream in, Consumer<CSVRecord> each) {
    try {
      BufferedReader text =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
      text.mark(1);
      if (text.read() == BYTE_ORDER_MARK) {
        throw new InputRefused("csv.mark");
      }
      text.reset();
      CSVParser rows = FORMAT.parse(text);
      int columns = rows.getHeaderNames().size();
      for (CSVRecord row : rows) {
        if (row.size() != columns) {
          throw new InputRefused(
              "csv.cells", "row", row.getRecordNumber(), "cells", row.size(), "columns", columns);
        }
        each.accept(row);
      }
    } catch (UncheckedIOException e) {
      throw unreadable(name, e.getCause());
    } catch (IOException e) {
      throw unreadable(name, e);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw Unreadable.file(name, e);
    }
  }

  private static InputRefused unreadable(String name, IOException e) {
    if (e instanceof CharacterCodingException) {
      return Unreadable.file(name, new InputRefused("csv.text"));
    }
    if (e instanceof CSVException) {
      return Unreadable.file(name, new InputRefused("csv.quote"));
    }
    throw new UncheckedIOException(e);
  }
}
