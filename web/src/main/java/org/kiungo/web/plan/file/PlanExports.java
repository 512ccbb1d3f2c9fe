package org.kiungo.web.plan.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kiungo.geodata.export.ExportFormat;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.export.SheetFiles;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.document.PlanDocument;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.plan.verdict.PlanVerdict;

/** A plan in a format that other programs open: its layers, or one document of a standard. */
public final class PlanExports {

  private PlanExports() {}

  /** What was written. */
  public static final class Written {
    private final ExportFormat format;
    private final String name;
    private final List<ExportLayer> layers;

    private Written(String document) {
      format = null;
      name = document;
      layers = List.of();
    }

    private Written(ExportFormat format, List<ExportLayer> layers) {
      this.format = format;
      this.name = format.extension();
      this.layers = layers;
    }

    /** Name of its format. */
    public String format() {
      return name;
    }

    /** Names of its layers; empty for a document. */
    public List<String> layers() {
      return layers.stream().map(ExportLayer::name).toList();
    }

    /**
     * Writes beside a file of one layer what its columns mean, where its format has no place for
     * that.
     *
     * @return the further file; empty where there is none
     */
    public Optional<Path> describe(Path out) throws IOException {
      return layers.size() == 1 ? format.describe(layers.get(0), out) : Optional.empty();
    }
  }

  /** Names of all formats, sorted. */
  public static List<String> formats() {
    return Stream.concat(
            ExportFormat.all().stream().map(ExportFormat::extension),
            PlanDocument.all().stream().map(PlanDocument::id))
        .sorted()
        .toList();
  }

  /** The same, and the picture of its map, which only a server draws. */
  public static List<String> offered() {
    return Stream.concat(formats().stream(), Stream.of(SheetFiles.PICTURE)).sorted().toList();
  }

  /** Names of all layers, in their order; a plan has those of which it has rows. */
  public static List<String> layers() {
    return PlanExport.LAYERS;
  }

  /**
   * Refuses a format that is not known.
   *
   * @param allowed names that the refusal lists
   */
  public static void require(String format, List<String> allowed) {
    if (PlanDocument.find(format).isEmpty()) {
      ExportFormat.named(format, allowed);
    }
  }

  /** How the name of a file of that format ends, without the dot. */
  static String extension(String format) {
    return PlanDocument.find(format).map(PlanDocument::extension).orElse(format);
  }

  /**
   * @param plan folder of the plan
   * @param verdict what may be said of it
   * @param layer the one to write; empty = all, or the first where a format holds one only
   * @param words language of a document
   * @param told how far projects have come
   * @param out replaced if it is there
   * @throws InputRefused {@code export.formatUnknown}, {@code export.layer}, or what the format
   *     cannot hold
   */
  public static Written write(
      Path plan,
      PlanVerdict verdict,
      String format,
      String layer,
      Words words,
      ToldStates told,
      Path out)
      throws IOException {
    Optional<PlanDocument> document = PlanDocument.find(format);
    PublishedPlan published = PublishedPlan.read(plan, verdict, told);
    if (document.isPresent()) {
      try (OutputStream file = Files.newOutputStream(out)) {
        document.get().write(published, words, file);
      }
      return new Written(format);
    }
    ExportFormat wanted = ExportFormat.named(format, formats());
    List<ExportLayer> layers = chosen(PlanExport.layers(published, words), wanted, layer);
    wanted.write(layers, out);
    return new Written(wanted, layers);
  }

  private static List<ExportLayer> chosen(
      List<ExportLayer> all, ExportFormat wanted, String layer) {
    if (layer.isEmpty() && wanted.holdsManyLayers()) {
      return all;
    }
    String name = layer.isEmpty() ? PlanExport.FIRST : layer;
    List<ExportLayer> named = all.stream().filter(each -> each.name().equals(name)).toList();
    if (named.isEmpty()) {
      String names = String.join(", ", all.stream().map(ExportLayer::name).toList());
      throw new InputRefused("export.layer", "layer", layer, "layers", names);
    }
    return named;
  }
}
