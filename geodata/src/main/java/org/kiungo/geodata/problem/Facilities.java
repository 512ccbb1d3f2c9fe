package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.planner.catalogue.CatalogueReader;
import org.kiungo.planner.model.institution.InstitutionKind;
import org.kiungo.planner.model.service.ServiceProblem;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;

/**
 * An imported layer of facilities as users of an e-service. The people behind each are the
 * country's, in equal shares: no layer says more. Countries without a row have their capital and
 * cities stand in.
 *
 * @param users facilities and stand-ins, ids unique
 * @param countries with facilities of their own, sorted
 * @param standIns countries whose cities stand in, sorted
 * @param skipped rows whose country is none of those asked for
 */
public record Facilities(
    List<ServiceProblem.User> users, Set<String> countries, Set<String> standIns, long skipped) {

  /** Name of the origin when facilities and stand-ins are mixed. */
  public static final String LAYER_AND_CITIES = "layer-and-cities";

  /** Name of the origin when every country has facilities. */
  public static final String LAYER = "layer";

  public Facilities {
    users = List.copyOf(users);
    countries = new TreeSet<>(countries);
    standIns = new TreeSet<>(standIns);
  }

  /**
   * @param features rows of the layer
   * @param wanted countries whose people use the service
   */
  public static Facilities of(Collection<LayerFeature> features, Collection<String> wanted) {
    return of(features, wanted, "facility");
  }

  /**
   * Those of some kinds among layers.
   *
   * @param group kind of the catalogue with all that are part of it: {@code clinic}, {@code school}
   * @param wanted countries whose people use the service
   */
  public static Facilities of(
      Collection<FacilityLayer> layers, String group, Collection<String> wanted) {
    List<InstitutionKind> kinds = CatalogueReader.builtInInstitutions();
    List<LayerFeature> own = new ArrayList<>();
    for (FacilityLayer layer : layers) {
      for (LayerFeature each : layer.features()) {
        InstitutionKind.meantBy(InstitutionJoin.texts(each, layer.name()), kinds)
            .filter(kind -> kind.isOf(group))
            .ifPresent(kind -> own.add(each));
      }
    }
    return of(own, wanted, group);
  }

  private static Facilities of(
      Collection<LayerFeature> features, Collection<String> wanted, String word) {
    Map<String, List<LayerFeature>> byCountry = new TreeMap<>();
    long skipped = 0;
    for (LayerFeature feature : features) {
      if (wanted.contains(feature.country())) {
        byCountry.computeIfAbsent(feature.country(), k -> new ArrayList<>()).add(feature);
      } else {
        skipped++;
      }
    }
    List<ServiceProblem.User> users = new ArrayList<>();
    byCountry.forEach(
        (iso3, list) -> {
          double people = Reference.builtIn().country(iso3).population() / list.size();
          for (int k = 0; k < list.size(); k++) {
            users.add(user(iso3 + "_" + word + k, iso3, list.get(k), people));
          }
        });
    Set<String> standIns = new TreeSet<>(wanted);
    standIns.removeAll(byCountry.keySet());
    standIns.forEach(iso3 -> users.addAll(BuiltInServices.cityCatchments(iso3)));
    return new Facilities(users, byCountry.keySet(), standIns, skipped);
  }

  /** {@link #LAYER} or {@link #LAYER_AND_CITIES}. */
  public String origin() {
    return standIns.isEmpty() ? LAYER : LAYER_AND_CITIES;
  }

  private static ServiceProblem.User user(String id, String iso3, LayerFeature f, double people) {
    Coordinate at = f.geometry().getInteriorPoint().getCoordinate();
    LonLat place = new LonLat(at.x, at.y);
    return new ServiceProblem.User(id, f.name(), place, iso3, people, Set.of());
  }
}
