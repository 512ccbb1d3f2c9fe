package org.kiungo.geodata.problem;

import java.util.List;
import org.kiungo.geodata.layer.LayerFeature;
import org.kiungo.planner.model.InputFile;

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
}
