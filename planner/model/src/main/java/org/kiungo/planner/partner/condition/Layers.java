package org.kiungo.planner.partner.condition;

import java.util.Arrays;
import java.util.List;
import org.kiungo.planner.project.NetworkLayer;
import org.kiungo.planner.project.Work;

/**
 * Pays for these layers of the network only.
 *
 * @param layers {@code access}, {@code backhaul}, {@code backbone}
 */
public record Layers(List<String> layers) implements Condition {
  private static final List<String> KNOWN =
      Arrays.stream(NetworkLayer.values()).map(NetworkLayer::word).toList();

  public Layers {
    layers = Stated.some("layers", layers);
    for (String layer : layers) {
      if (!KNOWN.contains(layer)) {
        throw Stated.refused("layers", layer, String.join(", ", KNOWN));
      }
    }
  }

  @Override
  public boolean allows(Work work, CountryStanding standing) {
    return layers.contains(work.layer().word());
  }
}
