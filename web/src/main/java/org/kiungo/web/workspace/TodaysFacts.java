package org.kiungo.web.workspace;

import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kiungo.geodata.layer.LayerKind;
import org.kiungo.geodata.store.Dataset;
import org.kiungo.planner.scenario.Feed;
import org.kiungo.web.dataset.Datasets;
import org.springframework.stereotype.Service;

/** Which countries stand on imported data today. */
@Service
public class TodaysFacts {

  private final Datasets datasets;
  private final Choices choices;

  TodaysFacts(Datasets datasets, Choices choices) {
    this.datasets = datasets;
    this.choices = choices;
  }

  /** Countries that stand on imported data today, and the layers that it feeds. */
  public SortedMap<String, Set<String>> imported() {
    SortedMap<String, Set<String>> layers = new TreeMap<>();
    for (Dataset each : datasets.list()) {
      boolean institutions = each.layer().equals(LayerKind.FACILITIES.label());
      if (institutions && each.currentVersion() > 0) {
        layers.computeIfAbsent(each.country(), key -> new TreeSet<>()).add("FACILITIES");
      }
      for (Feed feed : choices.feeds(each.country())) {
        if (feed.source().contains("/")) {
          layers.computeIfAbsent(each.country(), key -> new TreeSet<>()).add(feed.layer().name());
        }
      }
    }
    return layers;
  }
}
