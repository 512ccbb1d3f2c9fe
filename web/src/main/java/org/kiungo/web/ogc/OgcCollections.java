package org.kiungo.web.ogc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.kiungo.geodata.export.ExportLayer;
import org.kiungo.geodata.format.Field;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.CountryFacts;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.geodata.store.DatasetVersion;
import org.kiungo.planner.model.FibreLine;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Tower;
import org.kiungo.planner.scenario.ScenarioBuilder;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.dataset.StoredLayer;
import org.kiungo.web.export.PlaceTable;
import org.kiungo.web.job.HeavyRequests;
import org.kiungo.web.language.CountryWords;
import org.kiungo.web.language.Words;
import org.kiungo.web.plan.PlanSummary;
import org.kiungo.web.plan.Plans;
import org.kiungo.web.plan.document.PublishedPlan;
import org.kiungo.web.plan.document.ToldStates;
import org.kiungo.web.plan.file.PlanExport;
import org.kiungo.web.plan.verdict.VerdictWords;
import org.kiungo.web.scenario.ProblemSource;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.today.Today;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.springframework.stereotype.Service;

/**
 * All that whoever asks may read, as collections: of each country today's places, masts and fibre,
 * of each plan its layers, and each dataset in its current version, with a record of each.
 */
@Service
class OgcCollections {

  /** Today's layers of a country. */
  private static final List<String> TODAY = List.of("places", "masts", "fibre");

  /**
   * How far beyond a country's outline what is planned there may lie, degrees: islands, landings.
   */
  private static final double AROUND_DEGREES = 0.5;

  /** A larger dataset is not read for a list that names it. */
  private static final long MOST_LISTED_ROWS = 200_000;

  /** Layers and shapes of versions that were looked at last. */
  private static final int KEPT = 16;

  private static final int KEPT_SHAPES = 500;

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private static final List<Field> MAST_FIELDS =
      List.of(
          new Field("mastId", Field.Type.TEXT),
          new Field("country", Field.Type.TEXT),
          new Field("modelled", Field.Type.BOOLEAN),
          new Field("operator", Field.Type.TEXT),
          new Field("heightM", Field.Type.REAL));

  private static final List<Field> LINE_FIELDS =
      List.of(
          new Field("lineId", Field.Type.TEXT),
          new Field("country", Field.Type.TEXT),
          new Field("operator", Field.Type.TEXT),
          new Field("status", Field.Type.TEXT),
          new Field("lengthKm", Field.Type.REAL),
          new Field("source", Field.Type.TEXT));

  private final Reference reference;
  private final Today today;
  private final ProblemSource problems;
  private final Plans plans;
  private final ToldStates told;
  private final Datasets datasets;
  private final HeavyRequests heavy;
  private final Map<Object, SoftReference<FeatureSource>> layers = lastUsed(KEPT);
  private final Map<String, FeatureSource.Shape> shapes = lastUsed(KEPT_SHAPES);

  OgcCollections(
      Reference reference,
      Today today,
      ProblemSource problems,
      Plans plans,
      ToldStates told,
      Datasets datasets,
      HeavyRequests heavy) {
    this.reference = reference;
    this.today = today;
    this.problems = problems;
    this.plans = plans;
    this.told = told;
    this.datasets = datasets;
    this.heavy = heavy;
  }

  private static <K, V> Map<K, V> lastUsed(int most) {
    return Collections.synchronizedMap(
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > most;
          }
        });
  }

  /** All, by the beginning of their id, which is a country's code. */
  List<OgcCollection> list(Words words) {
    List<OgcCollection> all = new ArrayList<>();
    all.add(records(words));
    for (CountryFacts each : reference.countries()) {
      TODAY.forEach(layer -> all.add(today(each.iso3(), layer, words)));
    }
    for (PlanSummary each : plans.list()) {
      PlanExport.PLACED.forEach(layer -> all.add(plan(each, layer, words)));
    }
    placed().forEach(each -> all.add(dataset(each, each.currentVersion(), words)));
    // in one country today's layers first
    all.sort(
        Comparator.comparing((OgcCollection each) -> each.id().replaceFirst("-.*", ""))
            .thenComparing(each -> !each.id().contains("-today-")));
    return all;
  }

  private Stream<Dataset> stored() {
    return datasets.list().stream().filter(each -> each.currentVersion() > 0);
  }

  private Stream<Dataset> placed() {
    return stored().filter(each -> LayerKind.named(each.layer()).shape() != LayerKind.Shape.RASTER);
  }

  /**
   * One of them.
   *
   * @param version of a dataset, where an earlier one is read to its end; 0 = the current one
   */
  Optional<OgcCollection> find(String id, int version, Words words) {
    if (id.equals(OgcCollection.RECORDS)) {
      return Optional.of(records(words));
    }
    String[] parts = id.split("-", 3);
    if (parts.length == 3 && parts[1].equals("today")) {
      return reference.countries().stream()
          .map(CountryFacts::iso3)
          .filter(each -> lower(each).equals(parts[0]) && TODAY.contains(parts[2]))
          .findFirst()
          .map(each -> today(each, parts[2], words));
    }
    Optional<Dataset> dataset = placed().filter(each -> id(each).equals(id)).findFirst();
    if (dataset.isPresent()) {
      int current = dataset.get().currentVersion();
      int wanted = version == 0 ? current : version;
      return versions(dataset.get()).anyMatch(each -> each.version() == wanted)
          ? dataset.map(each -> dataset(each, wanted, words))
          : Optional.empty();
    }
    int last = id.lastIndexOf('-');
    String layer = id.substring(last + 1);
    return last > 0 && PlanExport.PLACED.contains(layer)
        ? plans.find(id.substring(0, last)).map(each -> plan(each, layer, words))
        : Optional.empty();
  }

  private Stream<DatasetVersion> versions(Dataset dataset) {
    return datasets.store().versions(dataset.id()).stream();
  }

  private static String lower(String iso3) {
    return iso3.toLowerCase(Locale.ROOT);
  }

  /** The address of a dataset does not change with its name. */
  static String id(Dataset dataset) {
    return lower(dataset.country()) + "-" + dataset.layer() + "-" + dataset.id();
  }

  private Envelope around(List<String> countries) {
    Envelope box = new Envelope();
    countries.forEach(each -> box.expandToInclude(reference.outline(each).getEnvelopeInternal()));
    box.expandBy(AROUND_DEGREES);
    return box;
  }

  private OgcCollection today(String iso3, String layer, Words words) {
    return new OgcCollection(
        lower(iso3) + "-today-" + layer,
        words.text("ogc.today." + layer, CountryWords.name(iso3, words)),
        words.text("ogc.today." + layer + ".about"),
        around(List.of(iso3)),
        () ->
            kept(
                List.of(iso3, layer, words.language(), Organisation.current(), datasets(iso3)),
                () ->
                    switch (layer) {
                      case "places" -> today.layer(iso3, words);
                      case "masts" -> masts(facts(iso3).towers());
                      default -> fibre(facts(iso3).fibreLines());
                    }));
  }

  private List<Dataset> datasets(String iso3) {
    return datasets.list().stream().filter(each -> each.country().equals(iso3)).toList();
  }

  /** As a plan made now would have them. */
  private PlanningProblem facts(String iso3) {
    return datasets(iso3).isEmpty()
        ? problems.builtIn(iso3)
        : problems.problem(ScenarioBuilder.builder().countries(List.of(iso3)).build());
  }

  private static ExportLayer masts(List<Tower> towers) {
    PlaceTable table = new PlaceTable();
    for (Tower each : towers) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("mastId", each.id());
      row.put("country", each.country());
      row.put("modelled", each.assumed());
      row.put("operator", each.operator());
      row.put("heightM", each.heightM());
      table.add(each.id(), PlaceTable.point(each.location()), row);
    }
    return layer("masts", MAST_FIELDS, table);
  }

  private static ExportLayer fibre(List<FibreLine> lines) {
    PlaceTable table = new PlaceTable();
    for (FibreLine each : lines) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("lineId", each.id());
      row.put("country", each.country());
      row.put("operator", each.operator());
      row.put("status", lower(each.status().name()));
      row.put("lengthKm", each.lengthKm());
      row.put("source", each.source());
      Coordinate[] path =
          each.path().stream()
              .map(at -> new Coordinate(at.lon(), at.lat()))
              .toArray(Coordinate[]::new);
      table.add(each.id(), GEOMETRIES.createLineString(path), row);
    }
    return layer("fibre", LINE_FIELDS, table);
  }

  /** With all columns, whatever rows there are. */
  private static ExportLayer layer(String name, List<Field> fields, PlaceTable table) {
    return new ExportLayer(name, fields, table.layer(name, null).features(), null);
  }

  private OgcCollection plan(PlanSummary plan, String layer, Words words) {
    List<String> countries = plan.scenario().countries();
    String where =
        words.joined(countries.stream().map(each -> CountryWords.name(each, words)).toList());
    String name = plan.letter() + (plan.name().isBlank() ? "" : " · " + plan.name());
    return new OgcCollection(
        plan.id() + "-" + layer,
        words.text("ogc.plan." + layer, where, name),
        VerdictWords.sentence(plan.verification(), plan.certificate(), plan.scenario(), words),
        around(countries),
        () -> {
          PublishedPlan published =
              new PublishedPlan(
                  plan.id(),
                  plans.getFolder(plan.id()),
                  plan.verification(),
                  null,
                  told.states(plan.id()),
                  "");
          return kept(
              List.of(plan.id(), layer, words.language(), published.states()),
              () -> PlanExport.placed(published, words, layer));
        });
  }

  private OgcCollection records(Words words) {
    return new OgcCollection(
        OgcCollection.RECORDS,
        words.text("ogc.records"),
        words.text("ogc.records.about"),
        around(reference.countries().stream().map(CountryFacts::iso3).toList()),
        () -> {
          DatasetRecords records = new DatasetRecords();
          stored()
              .forEach(
                  each -> {
                    DatasetVersion version = version(each, each.currentVersion());
                    records.add(
                        each,
                        version,
                        title(each, words),
                        about(version, words),
                        reference.outline(each.country()).getEnvelopeInternal());
                  });
          return records.source();
        });
  }

  /**
   * Whoever needs what is not at hand waits for a turn, as whoever takes it away as a file does.
   */
  private FeatureSource kept(Object key, Supplier<ExportLayer> make) {
    FeatureSource known = known(key);
    try {
      return known != null ? known : heavy.inTurn(() -> made(key, make));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FeatureSource made(Object key, Supplier<ExportLayer> make) {
    FeatureSource source = known(key);
    if (source == null) {
      source = new FeatureSource.OfLayer(make.get());
      layers.put(key, new SoftReference<>(source));
    }
    return source;
  }

  private FeatureSource known(Object key) {
    SoftReference<FeatureSource> known = layers.get(key);
    return known == null ? null : known.get();
  }

  private DatasetVersion version(Dataset dataset, int number) {
    return versions(dataset).filter(each -> each.version() == number).findFirst().orElseThrow();
  }

  private static String title(Dataset dataset, Words words) {
    return words.text(
        "ogc.dataset",
        CountryWords.name(dataset.country(), words),
        words.text("ui.layer." + LayerKind.named(dataset.layer()).name()),
        dataset.name());
  }

  private static String about(DatasetVersion version, Words words) {
    return words.text(
        "export.source.dataset", version.provenance().source(), version.provenance().licence());
  }

  private OgcCollection dataset(Dataset dataset, int number, Words words) {
    DatasetVersion version = version(dataset, number);
    StoredLayer layer = new StoredLayer(datasets.store(), dataset.id(), number);
    Supplier<FeatureSource.Shape> shape =
        () ->
            shapes.computeIfAbsent(
                dataset.id() + "/" + number, key -> FeatureSource.OfVersion.look(layer));
    return new OgcCollection(
        id(dataset),
        title(dataset, words),
        about(version, words),
        version.features() > MOST_LISTED_ROWS ? null : shape.get().extent(),
        () -> new FeatureSource.OfVersion(layer, shape.get()));
  }
}
