package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kiungo.geodata.format.Finding;
import org.kiungo.geodata.format.Finding.Severity;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.Institutions;
import org.kiungo.planner.model.PlanningProblem;
import org.kiungo.planner.model.Settlement;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/**
 * Joins facilities to their nearest places, as institutions that use the network there. A facility
 * farther than {@value #WITHIN_KM} km from any place takes nothing and is counted as such.
 */
public final class InstitutionJoin {

  /**
   * Cells of the built-in population, which stand for what has no name, are 9 km wide: whatever is
   * in one lies within 7 km of its middle, or of a named place.
   */
  public static final double WITHIN_KM = 10;

  private static final double KM_PER_DEGREE = 110.57;

  private final List<InstitutionKind> known = CatalogueReader.builtInInstitutions();
  private final Map<String, long[]> sums = new TreeMap<>();
  private final List<Settlement> settlements;
  private final List<InputFile> inputs;
  private final Institutions institutions;
  private long unknown;

  /**
   * @param places sorted by id; of those at the same distance the first has the facility
   */
  public InstitutionJoin(List<Settlement> places, List<FacilityLayer> layers) {
    inputs = layers.stream().map(FacilityLayer::input).toList();
    List<Map<String, Long>> counts = new ArrayList<>();
    places.forEach(each -> counts.add(new HashMap<>()));
    STRtree index = index(places);
    Set<String> countries = places.stream().map(Settlement::country).collect(Collectors.toSet());
    for (FacilityLayer layer : layers) {
      for (LayerFeature each : layer.features()) {
        if (each.country().isEmpty() || countries.contains(each.country())) {
          join(each, layer.name(), places, index, counts);
        }
      }
    }
    List<Institutions.Joined> kinds = new ArrayList<>();
    for (InstitutionKind each : known) {
      long[] sum = sums.get(each.id());
      if (sum != null) {
        kinds.add(new Institutions.Joined(each, sum[0], sum[1], WITHIN_KM));
      }
    }
    institutions = new Institutions(kinds);
    settlements = new ArrayList<>();
    for (int i = 0; i < places.size(); i++) {
      settlements.add(with(places.get(i), counts.get(i)));
    }
  }

  /** A question about these places, with what is joined to them. */
  public PlanningProblem into(PlanningProblem problem) {
    List<InputFile> all = new ArrayList<>(problem.inputs());
    inputs.stream().filter(each -> !all.contains(each)).forEach(all::add);
    return problem.with().settlements(settlements).institutions(institutions).inputs(all).build();
  }

  /** How many were joined, by kind. */
  public Institutions institutions() {
    return institutions;
  }

  /** Facilities of no known kind; they are left out. */
  public long unknown() {
    return unknown;
  }

  /** How many have a place, by kind, and how many have none or are of no known kind. */
  public List<Finding> findings(String file) {
    List<Finding> findings = new ArrayList<>();
    for (Institutions.Joined each : institutions.kinds()) {
      String code = "institutions." + each.kind().id();
      findings.add(finding(Severity.INFO, code, file, each.joined(), Math.round(each.mbps()) + ""));
      if (each.farther() > 0) {
        String km = Math.round(each.withinKm()) + "";
        findings.add(finding(Severity.WARNING, "institutions.farther", file, each.farther(), km));
      }
    }
    if (unknown > 0) {
      findings.add(finding(Severity.WARNING, "institutions.kindUnknown", file, unknown, ""));
    }
    return findings;
  }

  private static Finding finding(
      Severity severity, String code, String file, long found, String expected) {
    return new Finding(severity, code, file, "", 0, "", found + "", expected, "", "");
  }

  private static STRtree index(List<Settlement> places) {
    STRtree index = new STRtree();
    for (int i = 0; i < places.size(); i++) {
      LonLat at = places.get(i).location();
      index.insert(new Envelope(new Coordinate(at.lon(), at.lat())), i);
    }
    return index;
  }

  private void join(
      LayerFeature facility,
      String layer,
      List<Settlement> places,
      STRtree index,
      List<Map<String, Long>> counts) {
    Optional<InstitutionKind> kind = InstitutionKind.meantBy(texts(facility, layer), known);
    if (kind.isEmpty()) {
      unknown++;
      return;
    }
    Coordinate at = facility.geometry().getInteriorPoint().getCoordinate();
    LonLat place = new LonLat(at.x, at.y);
    double latitude = WITHIN_KM / KM_PER_DEGREE;
    double longitude = latitude / Math.cos(Math.toRadians(Math.min(80, Math.abs(at.y) + 1)));
    Envelope around = new Envelope(at);
    around.expandBy(longitude * 1.01, latitude * 1.01);
    int nearest = -1;
    double least = WITHIN_KM;
    for (Object found : index.query(around)) {
      int i = (Integer) found;
      double km = place.distanceKm(places.get(i).location());
      if (km < least || km == least && (nearest < 0 || i < nearest)) {
        least = km;
        nearest = i;
      }
    }
    long[] sum = sums.computeIfAbsent(kind.get().id(), k -> new long[2]);
    if (nearest < 0) {
      sum[1]++;
    } else {
      sum[0]++;
      counts.get(nearest).merge(kind.get().id(), 1L, Long::sum);
    }
  }

  /** What says the kind of a facility: its category, else its own name, else the layer's. */
  static List<String> texts(LayerFeature facility, String layer) {
    return List.of(facility.values().getOrDefault("category", ""), facility.name(), layer);
  }

  private Settlement with(Settlement place, Map<String, Long> counts) {
    Map<String, String> attributes = new HashMap<>(place.attributes());
    double mbps = 0;
    for (InstitutionKind each : known) {
      attributes.remove(each.column());
      Long count = counts.get(each.id());
      if (count != null) {
        attributes.put(each.column(), count.toString());
        mbps += count * each.busyHourMbps().value();
      }
    }
    return place
        .with()
        .attributes(attributes)
        .institutionMbps(counts.isEmpty() ? Double.NaN : mbps)
        .build();
  }
}
