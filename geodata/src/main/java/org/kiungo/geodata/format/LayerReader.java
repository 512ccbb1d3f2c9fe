package org.kiungo.geodata.format;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.kiungo.planner.model.value.InputRefused;

/**
 * Reads one format, as a {@link VectorReader} or a {@link RasterReader}. Readers are found by
 * {@link ServiceLoader}: a public class with a public constructor without arguments, named in
 * {@code META-INF/services/org.kiungo.geodata.format.LayerReader} of its jar.
 */
public interface LayerReader {

  /** Every reader on the class path, in the order in which they are asked. */
  List<LayerReader> ALL =
      ServiceLoader.load(LayerReader.class, LayerReader.class.getClassLoader()).stream()
          .map(ServiceLoader.Provider::get)
          .sorted(
              Comparator.comparing(LayerReader::evidence)
                  .thenComparing(each -> each.getClass().getSimpleName())
                  .thenComparing(each -> each.getClass().getName()))
          .toList();

  /** By what a reader recognises its files; those who know more surely are asked first. */
  enum Evidence {
    /** A signature, and tables inside that are of one standard alone. */
    PROFILE,
    /** Bytes at the beginning that no other format has. */
    SIGNATURE,
    /** What stands inside says which format it is, such as the root of an XML document. */
    CONTENT,
    /** The syntax that several formats share; formats named as foreign are refused before. */
    SYNTAX,
    /** It looks like it, and nothing else has taken it. */
    LIKENESS
  }

  /** The format's name, as users know it. */
  String format();

  /** How sure {@link #recognises} is. */
  default Evidence evidence() {
    return Evidence.CONTENT;
  }

  /** True when the file's bytes, not its name, say that it is of this format. */
  boolean recognises(SourceFile file);

  /**
   * The reader that recognises a file. A format that Kiungo knows to be foreign is refused only
   * when no reader is sure of the file.
   *
   * @throws InputRefused naming the foreign format, or what the file begins with
   */
  static LayerReader of(SourceFile file) {
    boolean foreignAsked = false;
    for (LayerReader reader : ALL) {
      if (!foreignAsked && reader.evidence().compareTo(Evidence.SYNTAX) >= 0) {
        refuseForeign(file);
        foreignAsked = true;
      }
      if (reader.recognises(file)) {
        return reader;
      }
    }
    if (file.isBlank() && file.lineOfNul() == 0) {
      throw new InputRefused("file.blank", "file", file.name());
    }
    if (file.hasExtension("csv", "tsv", "tab", "txt", "json", "geojson") && file.lineOfNul() > 0) {
      throw new InputRefused("file.nul", "file", file.name(), "line", file.lineOfNul() + "");
    }
    throw new InputRefused("file.formatUnknown", "file", file.name(), "found", file.beginning());
  }

  private static void refuseForeign(SourceFile file) {
    Optional<ForeignFormat> foreign = ForeignFormat.find(file);
    if (foreign.isPresent()) {
      throw foreign.get().refusal(file);
    }
  }
}
