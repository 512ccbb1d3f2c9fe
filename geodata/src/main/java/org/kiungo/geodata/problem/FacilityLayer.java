package org.kiungo.geodata.problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.geodata.reference.facility.BuiltInFacilities;
import org.kiungo.planner.model.InputFile;
import org.kiungo.planner.model.value.LonLat;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/**
 * A layer of facilities.
 *
 * @param input where it comes from
 * @param name of its file or dataset; tells the kind of rows that do not say it
 * @param features its rows
 */
public record FacilityLayer(InputFile input, String name, List<LayerFeature> features) {

  public FacilityLayer {
    features = List.copyOf(features);
  }

  /** Those that Kiungo carries of a country; none where it carries none. */
  public static List<FacilityLayer> builtIn(String iso3) {
    List<FacilityLayer> layers = new ArrayList<>();
    GeometryFactory points = new GeometryFactory();
    for (BuiltInFacilities.Layer layer : BuiltInFacilities.of(iso3)) {
      List<LayerFeature> features = new ArrayList<>();
      for (LonLat at : layer.places()) {
        features.add(
            new LayerFeature(
                iso3 + "_" + layer.kindId() + features.size(),
                "",
                iso3,
                points.createPoint(new Coordinate(at.lon(), at.lat())),
                Map.of("category", layer.kindId()),
                Map.of()));
      }
      layers.add(new FacilityLayer(layer.input(), layer.kindId(), features));
    }
    return layers;
  }
}
