package org.kiungo.geodata.judge.ground;

import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.people.InhabitedPlace;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.strtree.STRtree;

/** Where people live by the built-in grid and places; read when first asked. */
public final class InhabitedGround {

  /** Sparse cells of the grid are gathered over less. */
  public static final double FAR_KM = 20;

  private static final double KM_PER_DEGREE = 111;

  private final String country;
  private STRtree places;

  /** Of a country, ISO 3166-1 alpha-3. */
  public InhabitedGround(String country) {
    this.country = country;
  }

  /** True when nobody is known to live near; false where nothing is known of the country. */
  public boolean isFar(LonLat place) {
    if (places == null) {
      places = read();
    }
    if (places.isEmpty()) {
      return false;
    }
    double high = FAR_KM / KM_PER_DEGREE;
    double wide = high / Math.max(0.05, Math.cos(Math.toRadians(place.lat())));
    Envelope around = new Envelope(place.lon(), place.lon(), place.lat(), place.lat());
    around.expandBy(wide, high);
    for (Object each : places.query(around)) {
      if (((LonLat) each).distanceKm(place) <= FAR_KM) {
        return false;
      }
    }
    return true;
  }

  private STRtree read() {
    Reference reference = Reference.builtIn();
    boolean known = reference.countries().stream().anyMatch(each -> each.iso3().equals(country));
    List<InhabitedPlace> found = known ? reference.people().places(country) : List.of();
    STRtree tree = new STRtree();
    for (InhabitedPlace each : found) {
      LonLat at = each.location();
      tree.insert(new Envelope(at.lon(), at.lon(), at.lat(), at.lat()), at);
    }
    tree.build();
    return tree;
  }
}
