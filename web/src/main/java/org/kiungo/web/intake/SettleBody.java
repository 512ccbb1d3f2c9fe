package org.kiungo.web.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.kiungo.geodata.settle.AttributeSource;
import org.kiungo.geodata.settle.SettleOptions;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.web.access.Member;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settlements to be made of a raster, or to get attributes, as it is asked for and kept.
 *
 * @param upload the raster; empty where a dataset gets attributes
 * @param dataset of settlements that get attributes; empty where they are made of a raster
 * @param country ISO 3166-1 alpha-3
 * @param name of the dataset
 * @param source who published the raster
 * @param licence under which it may be used
 * @param uploader who brings it
 * @param maxPopulation largest settlement before it is divided
 * @param hexKm size of the cells that one is divided into
 * @param cellsArePerKm2 whether the raster holds densities
 * @param nearKm how far a facility is near
 * @param attributes files to join, in order
 * @param own uploads that nobody else knows, to be thrown away
 * @param densityPerKm2 least density of a cell of a settlement; null for the default
 * @param minPopulation least people of a settlement of its own; null for the default
 * @param step what is wanted; null to store at once
 * @param draft upload that holds what is to be kept; empty where nothing was looked at before
 * @param crs of a raster that names none; null where nobody says it
 */
record SettleBody(
    String upload,
    String dataset,
    String country,
    String name,
    String source,
    String licence,
    String uploader,
    double maxPopulation,
    double hexKm,
    boolean cellsArePerKm2,
    double nearKm,
    List<Attribute> attributes,
    List<String> own,
    Double densityPerKm2,
    Double minPopulation,
    Step step,
    String draft,
    String crs) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** How far it is to go. */
  enum Step {
    /** To a version at once. */
    STORE,
    /** To a draft that somebody looks at. */
    LOOK,
    /** From that draft to a version. */
    KEEP
  }

  /**
   * A file to join.
   *
   * @param name its meaning; empty to take it from the file's name
   * @param upload its files
   */
  record Attribute(String name, String upload) {}

  /**
   * Files that came with a question.
   *
   * @param attributes to join, in order
   * @param own uploads that nobody else knows, the raster's too where it came with them
   */
  record Files(List<Attribute> attributes, List<String> own) {}

  /**
   * Settlements to be made of a raster.
   *
   * @param files to join, and what of all of them nobody else knows
   */
  static SettleBody of(
      String raster,
      String country,
      String name,
      Provenance from,
      SettleOptions options,
      double nearKm,
      Files files,
      Step step) {
    return new SettleBody(
        raster,
        "",
        country,
        name,
        from.source(),
        from.licence(),
        Member.nameOr("local"),
        options.maxPopulation(),
        options.hexKm(),
        options.cellsArePerKm2(),
        nearKm,
        files.attributes(),
        files.own(),
        options.densityPerKm2(),
        options.minPopulation(),
        step,
        "",
        from.crs());
  }

  /** Settlements that get attributes. */
  static SettleBody joining(Dataset dataset, double nearKm, Files files) {
    return new SettleBody(
        "",
        dataset.id(),
        dataset.country(),
        dataset.name(),
        "",
        "",
        Member.nameOr("local"),
        0,
        0,
        false,
        nearKm,
        files.attributes(),
        files.own(),
        null,
        null,
        Step.STORE,
        "",
        null);
  }

  static SettleBody of(String json) {
    return JSON.readValue(json, SettleBody.class);
  }

  String toJson() {
    return JSON.writeValueAsString(this);
  }

  SettleOptions options() {
    SettleOptions defaults = SettleOptions.DEFAULT;
    return new SettleOptions(
        densityPerKm2 == null ? defaults.densityPerKm2() : densityPerKm2,
        minPopulation == null ? defaults.minPopulation() : minPopulation,
        maxPopulation,
        hexKm,
        cellsArePerKm2);
  }

  /** Whether it goes to a draft that somebody looks at. */
  boolean isLook() {
    return step == Step.LOOK;
  }

  /** Whether it comes from such a draft. */
  boolean isKept() {
    return step == Step.KEEP;
  }

  /**
   * The same once somebody has looked at it and wants it kept.
   *
   * @param looked upload with what was looked at, to be thrown away once it is stored
   */
  SettleBody kept(String looked) {
    return new SettleBody(
        "",
        "",
        country,
        name,
        source,
        licence,
        uploader,
        maxPopulation,
        hexKm,
        cellsArePerKm2,
        nearKm,
        List.of(),
        List.of(looked),
        densityPerKm2,
        minPopulation,
        Step.KEEP,
        looked,
        crs);
  }

  List<AttributeSource> sources(Uploads uploads) throws IOException {
    List<AttributeSource> sources = new ArrayList<>();
    for (Attribute each : attributes) {
      sources.add(AttributeSource.named(each.name(), uploads.file(each.upload()).path()));
    }
    return sources;
  }
}
