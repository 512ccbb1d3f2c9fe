package org.kiungo.web.ogc;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.kiungo.geodata.export.GeoJsonWriter;
import org.kiungo.geodata.format.Feature;
import org.kiungo.web.store.DataFolder;
import org.locationtech.jts.geom.Envelope;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads features page by page. What is read is never in memory as a whole: parts of a dataset
 * follow one another into a file, which is sent from there, so that a reader who takes long holds
 * no connection of the database.
 */
@Component
class ItemsPages {

  /** Rows that are looked at together where not every one is chosen. */
  private static final int PART = 2_000;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final DataFolder data;
  private final Clock clock;

  ItemsPages(DataFolder data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * What was read of a collection.
   *
   * @param returned how many
   * @param matched how many there are in all that are asked for; -1 where that is not counted
   * @param next where to read on; null at the end
   */
  record Read(int returned, long matched, String next) {}

  /** Reads one page. */
  static Read read(FeatureSource source, ItemsQuery query, Consumer<Feature> sink) {
    long last = query.after();
    long after = last;
    int returned = 0;
    String next = null;
    while (next == null) {
      int wanted = query.narrowed() ? PART : query.limit() - returned + 1;
      List<Feature> part = source.rows(after, wanted, query.box());
      if (part.isEmpty()) {
        break;
      }
      for (Feature each : part) {
        after = each.row();
        if (query.chooses(each) && returned == query.limit()) {
          next = ItemsQuery.after(source, last);
          break;
        } else if (query.chooses(each)) {
          sink.accept(each.withGeometry(query.crs().of(each.geometry())));
          last = after;
          returned++;
        }
      }
    }
    return new Read(returned, matched(source, query), next);
  }

  private static long matched(FeatureSource source, ItemsQuery query) {
    if (!query.narrowed()) {
      return source.shape().rows();
    }
    return source.atHand()
        ? source.rows(0, Integer.MAX_VALUE, query.box()).stream().filter(query::chooses).count()
        : -1;
  }

  /** All in a box, part by part; and those without a place. */
  static Stream<Feature> all(FeatureSource source, Envelope box) {
    int most = source.atHand() ? Integer.MAX_VALUE : PART;
    return Stream.iterate(
            source.rows(0, most, box),
            part -> !part.isEmpty(),
            part -> source.rows(part.get(part.size() - 1).row(), most, box))
        .flatMap(List::stream);
  }

  /** Who is told once a page was read what stands beside its features. */
  interface Links {
    List<Ask.Link> of(Read read);
  }

  /**
   * A page as GeoJSON; what holds it is gone once it is read.
   *
   * @param members that a feature has beside those of GeoJSON
   */
  Sent write(
      FeatureSource source,
      ItemsQuery query,
      Function<Feature, Map<String, ?>> members,
      Links links)
      throws IOException {
    Path file = Files.createTempFile(data.folder(DataFolder.INCOMING), "items", ".geojson");
    try {
      try (OutputStream out = Files.newOutputStream(file);
          JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeArrayPropertyStart("features");
        Read read =
            read(
                source,
                query,
                each ->
                    GeoJsonWriter.write(json, source.shape().fields(), each, members.apply(each)));
        json.writeEndArray();
        json.writePOJOProperty("links", links.of(read));
        if (read.matched() >= 0) {
          json.writeNumberProperty("numberMatched", read.matched());
        }
        json.writeNumberProperty("numberReturned", read.returned());
        json.writeStringProperty(
            "timeStamp", clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeEndObject();
      }
      return new Sent(
          Files.size(file),
          new InputStreamResource(Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE)));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** A body with its length, bytes. */
  record Sent(long bytes, Resource body) {}

  /** One feature as GeoJSON. */
  static byte[] write(FeatureSource source, Feature feature, Map<String, ?> members) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
      GeoJsonWriter.write(json, source.shape().fields(), feature, members);
    }
    return out.toByteArray();
  }

  /** Those of one page, for a page that people read. */
  static List<Feature> list(FeatureSource source, ItemsQuery query, Consumer<Read> told) {
    List<Feature> features = new ArrayList<>();
    told.accept(read(source, query, features::add));
    return features;
  }
}
