package org.kiungo.geodata.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kiungo.geodata.format.Feature;
import org.kiungo.geodata.store.DatasetVersion.Provenance;
import org.kiungo.planner.model.value.InputRefused;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** What both stores promise; each database runs all of it. */
abstract class DatasetStoreContract {

  private static final GeometryFactory GEOMETRY = new GeometryFactory();
  private static final Provenance PROVENANCE =
      new Provenance(
          "ARCEP", "CC BY 4.0", "2026", "amina", "a.csv", "0".repeat(64), "EPSG:4326", "");

  private FailingSteps steps;
  private DatasetStore store;
  private Dataset dataset;

  abstract DataSource database();

  @BeforeEach
  void open() {
    steps = new FailingSteps(database());
    store =
        DatasetStore.open(
            steps, Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC));
    dataset = store.named("settlements", "BEN", "Bénin");
  }

  private static StoredFeature village(String id, double lon, double lat, Object people) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put("nom", "Natitingou\t\"\\n\" – ناتيتينغو");
    attributes.put("people", people);
    attributes.put("none", null);
    return new StoredFeature(id, GEOMETRY.createPoint(new Coordinate(lon, lat)), attributes);
  }

  private List<StoredFeature> read(int version) {
    List<StoredFeature> rows = new ArrayList<>();
    store.forEachFeature(dataset.id(), version, rows::add);
    return rows;
  }

  @Test
  void aVersionReadsBackAsItWasWritten() {
    List<StoredFeature> rows =
        List.of(
            village("z", 2.5, 9.25, 12.5),
            village("a", 1.38, 10.3, 7L),
            new StoredFeature("no place", null, Map.of("x", true)));
    var version = store.commit(dataset, PROVENANCE, rows.iterator());
    assertThat(version.version()).isEqualTo(1);
    assertThat(version.features()).isEqualTo(3);
    List<StoredFeature> back = read(1);
    assertThat(back).extracting(StoredFeature::id).containsExactly("z", "a", "no place");
    assertThat(back.get(0).geometry().equalsExact(rows.get(0).geometry())).isTrue();
    assertThat(back.get(0).attributes()).isEqualTo(rows.get(0).attributes());
    assertThat((Object) back.get(2).geometry()).isNull();
    assertThat(store.versions(dataset.id())).isEqualTo(List.of(version));
    assertThat(store.find(dataset.id()).orElseThrow().currentVersion()).isEqualTo(1);
  }

  @Test
  void aVersionIsReadPartByPartAndByPlace() {
    List<StoredFeature> rows =
        List.of(
            village("z", 2.5, 9.25, 12.5),
            village("a/b", 1.38, 10.3, 7L),
            new StoredFeature("no place", null, Map.of("x", true)),
            village("c", 2.6, 9.3, 1L));
    store.commit(dataset, PROVENANCE, rows.iterator());
    assertThat(part(0, 2, null)).containsExactly("1 z", "2 a/b");
    assertThat(part(2, 9, null)).containsExactly("3 no place", "4 c");
    Envelope around = new Envelope(2, 3, 9, 10);
    assertThat(part(0, 9, around)).containsExactly("1 z", "3 no place", "4 c");
    assertThat(part(1, 1, around)).containsExactly("3 no place");
    assertThat(store.findFeature(dataset.id(), 1, "a/b").orElseThrow().attributes().get("nom"))
        .isEqualTo(rows.get(1).attributes().get("nom"));
    assertThat(store.findFeature(dataset.id(), 1, "nobody")).isEmpty();
    assertThatThrownBy(() -> part(2)).isInstanceOf(InputRefused.class);
  }

  private List<String> part(long after, int most, Envelope box) {
    return store.listFeatures(dataset.id(), 1, after, most, box).stream()
        .map(each -> each.row() + " " + each.id())
        .toList();
  }

  private List<Feature> part(int version) {
    return store.listFeatures(dataset.id(), version, 0, 1, null);
  }

  @Test
  void versionsDifferByIdGeometryAndAttributes() {
    store.commit(
        dataset,
        PROVENANCE,
        List.of(village("same", 1, 1, 1L), village("moved", 1, 2, 1L), village("gone", 1, 3, 1L))
            .iterator());
    store.commit(
        dataset,
        PROVENANCE,
        List.of(village("same", 1, 1, 1L), village("moved", 1, 2.1, 1L), village("new", 1, 3, 1L))
            .iterator());
    assertThat(store.diff(dataset.id(), 1, 2))
        .isEqualTo(new VersionDiff(List.of("new"), List.of("moved"), List.of("gone")));
    assertThat(store.diff(dataset.id(), 2, 1))
        .isEqualTo(new VersionDiff(List.of("gone"), List.of("moved"), List.of("new")));
  }

  @Test
  void undoKeepsWhatItUndoes() {
    store.commit(dataset, PROVENANCE, List.of(village("a", 1, 1, 1L)).iterator());
    store.commit(dataset, PROVENANCE, List.of(village("b", 1, 1, 1L)).iterator());
    assertThat(store.undo(dataset.id(), "amina")).isEqualTo(1);
    assertThat(store.undo(dataset.id(), "amina")).isZero();
    assertThatThrownBy(() -> store.undo(dataset.id(), "amina")).isInstanceOf(InputRefused.class);
    store.restore(dataset.id(), 2, "amina");
    assertThat(store.find(dataset.id()).orElseThrow().currentVersion()).isEqualTo(2);
    assertThat(read(2)).hasSize(1);
    assertThat(store.versions(dataset.id())).hasSize(2);
  }

  @Test
  void aFailedCommitLeavesNothingBehind() {
    Iterator<StoredFeature> breaking =
        new Iterator<>() {
          private int k;

          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public StoredFeature next() {
            if (++k > 2500) {
              throw new IllegalStateException("upload broke");
            }
            return village("v" + k, 1, 1, 1L);
          }
        };
    assertThatThrownBy(() -> store.commit(dataset, PROVENANCE, breaking))
        .hasMessageContaining("upload broke");
    assertThat(store.versions(dataset.id())).isEmpty();
    assertThat(store.list()).isEmpty();
    assertThatThrownBy(() -> read(1)).isInstanceOf(InputRefused.class);
    assertThat(store.commit(dataset, PROVENANCE, List.of(village("v1", 1, 1, 1L)).iterator()))
        .extracting(DatasetVersion::version)
        .isEqualTo(1);
  }

  @Test
  void aFaultAtAnyStepOfACommitLeavesNothingOfIt() {
    RowSource rows = all -> List.of(village("a", 1, 1, 1L), village("b", 2, 2, 2L)).forEach(all);
    int step = 0;
    while (!commitWithFaultAfter(step, rows)) {
      assertThat(store.list()).as("step %d", step).isEmpty();
      assertThat(store.versions(dataset.id())).isEmpty();
      assertThat(store.imports().findImport("import " + step)).isEmpty();
      step++;
    }
    assertThat(step).as("steps that can fail").isGreaterThan(5);
    assertThat(store.versions(dataset.id())).hasSize(1);
    assertThat(read(1)).hasSize(2);
    assertThat(store.imports().findImport("import " + step)).contains("of version 1");
    assertThat(store.imports().findByKey("key"))
        .contains(new ImportMemory.Kept(dataset.id(), "of version 1"));
    assertThat(commitWithFaultAfter(Integer.MAX_VALUE, rows)).as("the same key again").isFalse();
    assertThat(store.versions(dataset.id())).hasSize(1);
  }

  /** True when it went through. */
  private boolean commitWithFaultAfter(int step, RowSource rows) {
    steps.failAfter(step);
    try {
      store.commit(
          dataset,
          rows,
          () -> PROVENANCE,
          added ->
              new ImportMemory.Report("import " + step, "of version " + added.version(), "key"));
      return true;
    } catch (IllegalStateException failed) {
      assertThat(failed.getMessage())
          .containsAnyOf("this step fails", "dataset_import_key", "DATASET_IMPORT_KEY");
      return false;
    } finally {
      steps.mend();
    }
  }

  @Test
  void sourceAndLicenceAreRequired() {
    var nameless = new Provenance(" ", "CC0", "", "", "a.csv", "", "", "");
    assertThatThrownBy(() -> store.commit(dataset, nameless, List.<StoredFeature>of().iterator()))
        .isInstanceOf(InputRefused.class)
        .hasMessageContaining("source");
  }
}
