package org.kiungo.web.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.feed.LayerFacts;
import org.kiungo.geodata.feed.LayerFacts.Unit;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.problem.ProblemAssembly;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.CoverageToday;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.SettlementBuilder;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.web.workspace.WorkspaceSource.PlanUse;
import org.kiungo.web.workspace.WorkspaceSource.State;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** What Kiungo carries of a country, as sources of its layers; origins as NOTICE has them. */
final class BuiltInSources {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();

  private final Reference reference;

  BuiltInSources(Reference reference) {
    this.reference = reference;
  }

  /**
   * Those that hold something, by layer.
   *
   * @param plans by the layer that they took from here
   */
  List<WorkspaceSource> of(String iso3, Map<Feed.Layer, List<PlanUse>> plans) {
    List<Settlement> places = ProblemAssembly.builtInSettlements(iso3);
    List<WorkspaceSource> sources = new ArrayList<>();
    LayerFacts.Builder people = new LayerFacts.Builder(Unit.PEOPLE);
    LayerFacts.Builder covered = new LayerFacts.Builder(Unit.PEOPLE);
    for (Settlement each : places) {
      people.add(each);
      covered.add(covered(each));
    }
    sources.add(
        source(
            LayerKind.SETTLEMENTS,
            "WorldPop, GeoNames, WHO",
            "2020",
            "CC BY 4.0",
            people.build(),
            0,
            State.PARTLY_MODELLED,
            plans));
    sources.add(
        source(
            LayerKind.COVERAGE,
            CoverageToday.SOURCE,
            String.valueOf(reference.people().coverage(iso3).year()),
            "CC BY 4.0",
            covered.build(),
            0,
            State.MODELLED,
            plans));
    LayerFacts.Builder nodes = new LayerFacts.Builder(Unit.RECORDS);
    ProblemAssembly.builtInNodes(iso3).forEach(nodes::add);
    sources.add(
        source(
            LayerKind.NODES,
            "PeeringDB, PCH, ITU, GeoNames",
            "2025",
            "CC BY 4.0",
            nodes.build(),
            ProblemAssembly.assumedNodes(iso3).size(),
            State.PARTLY_ASSUMED,
            plans));
    LayerFacts.Builder fibre = new LayerFacts.Builder(Unit.KM);
    reference.fibreLines(iso3).forEach(fibre::add);
    sources.add(
        source(
            LayerKind.FIBRE_LINES,
            "ITU, WATRA",
            "2025",
            "MIT",
            fibre.build(),
            0,
            State.PARTLY_KNOWN,
            plans));
    LayerFacts.Builder roads = new LayerFacts.Builder(Unit.KM);
    reference.roads(iso3).forEach(line -> roads.add(drawn(line)));
    sources.add(
        source(
            LayerKind.ROADS,
            "Natural Earth 1:10 million",
            "2021",
            "public domain",
            roads.build(),
            0,
            State.PUBLISHED,
            plans));
    return sources.stream().filter(each -> each.rows() > 0).toList();
  }

  /** The people of a place who have 4G today; modelled, so that nothing of it counts as stated. */
  private static Settlement covered(Settlement each) {
    return SettlementBuilder.builder()
        .id(each.id())
        .location(each.location())
        .population(each.population() * each.baselineCoverageRatio())
        .modelled(true)
        .build();
  }

  private static Geometry drawn(List<org.kiungo.planner.model.value.LonLat> line) {
    return GEOMETRIES.createLineString(
        line.stream().map(at -> new Coordinate(at.lon(), at.lat())).toArray(Coordinate[]::new));
  }

  /**
   * @param state what of it is not all of published sources; where all is, it says so
   */
  private static WorkspaceSource source(
      LayerKind layer,
      String who,
      String dated,
      String licence,
      LayerFacts facts,
      long assumedMore,
      State state,
      Map<Feed.Layer, List<PlanUse>> plans) {
    return new WorkspaceSource(
        Workspace.BUILT_IN,
        "",
        layer.label(),
        "",
        who,
        dated,
        licence,
        0,
        List.of(),
        facts.rows(),
        facts.sum(),
        facts.unit(),
        facts.completeRatio(),
        facts.statedRatio(),
        facts.statedRows(),
        null,
        assumedMore,
        Workspaces.bbox(facts),
        0,
        0,
        facts.statedRows() == facts.rows() && assumedMore == 0 ? State.PUBLISHED : state,
        plans.getOrDefault(Feed.Layer.valueOf(layer.name()), List.of()));
  }
}
