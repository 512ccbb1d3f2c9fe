package org.kiungo.planner.folder;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.kiungo.planner.json.Unreadable;
import org.kiungo.planner.model.value.InputRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.io.NumberOutput;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Small files of a plan folder: whole JSON documents and checksums. */
public final class TextFiles {

  private static final String FORMULA_STARTS = "=+-@\t\r'";

  private TextFiles() {}

  public static OutputStream create(Path file) throws IOException {
    return new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
  }

  /**
   * A table of a plan folder: RFC 4180 in UTF-8 with line feeds, its head written.
   *
   * @param out closed with the table
   */
  public static CSVPrinter table(OutputStream out, List<String> columns) throws IOException {
    CSVFormat format =
        CSVFormat.RFC4180
            .builder()
            .setRecordSeparator("\n")
            .setHeader(columns.toArray(String[]::new))
            .get();
    return new CSVPrinter(new OutputStreamWriter(out, StandardCharsets.UTF_8), format);
  }

  /** Indented JSON with line feeds on every platform. */
  public static byte[] pretty(Object value) {
    return pretty(FolderJson.STRICT, value);
  }

  public static byte[] pretty(JsonMapper mapper, Object value) {
    DefaultPrettyPrinter indented =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    String text = mapper.writer().with(indented).writeValueAsString(value);
    return (text + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Reads a file of a plan folder.
   *
   * @throws InputRefused {@code folder.missing} or {@code folder.unreadable}, naming the file
   */
  public static <T> T read(Path folder, String name, Class<T> type) {
    try (InputStream in = open(folder, name)) {
      T read = FolderJson.STRICT.readValue(in, type);
      if (read == null || read instanceof JsonNode tree && !tree.isContainer()) {
        throw new InputRefused("json.content");
      }
      return read;
    } catch (JacksonException | ClassCastException | InputRefused e) {
      throw Unreadable.file(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static InputStream open(Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    if (!Files.isRegularFile(file)) {
      throw new InputRefused("folder.missing", "folder", String.valueOf(folder), "file", name);
    }
    return new BufferedInputStream(Files.newInputStream(file), 1 << 16);
  }

  /** SHA-256 of a file's bytes, lower-case hexadecimal. */
  public static String sha256(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      try (DigestInputStream through = new DigestInputStream(in, digest)) {
        through.transferTo(OutputStream.nullOutputStream());
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** Text that a spreadsheet would run as a formula is led by an apostrophe. */
  public static String guarded(String text) {
    boolean risky = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
    return risky ? "'" + text : text;
  }

  /** A number of a table, shortest without loss; empty where it is not known. */
  public static String number(double value) {
    return Double.isNaN(value) ? "" : NumberOutput.toString(value, true);
  }
}
