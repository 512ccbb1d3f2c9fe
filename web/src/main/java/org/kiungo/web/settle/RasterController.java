package org.kiungo.web.settle;

import org.kiungo.geodata.store.Dataset;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says what an imported raster holds. */
@RestController
class RasterController {

  private final Datasets datasets;

  RasterController(Datasets datasets) {
    this.datasets = datasets;
  }

  @GetMapping("/api/v1/datasets/{id}/raster")
  RasterFacts raster(@PathVariable String id, @RequestParam int version) {
    Dataset dataset =
        datasets.store().find(id).orElseThrow(() -> ApiRefusal.unknown("dataset", id));
    return RasterFacts.find(datasets.store(), id, version)
        .orElseThrow(() -> new InputRefused("settle.notRaster", "name", dataset.name()));
  }
}
