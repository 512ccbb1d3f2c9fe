package org.kiungo.web.workspace;

import org.kiungo.web.dataset.Datasets;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** All data of a country, and its shapes. */
@RestController
@RequestMapping("/api/v1/workspaces/{iso3}")
class WorkspaceController {

  private final Workspaces workspaces;
  private final DrawnSource drawn;
  private final Datasets datasets;

  WorkspaceController(Workspaces workspaces, DrawnSource drawn, Datasets datasets) {
    this.workspaces = workspaces;
    this.drawn = drawn;
    this.datasets = datasets;
  }

  @GetMapping
  Workspace workspace(@PathVariable String iso3) {
    return workspaces.of(iso3);
  }

  /**
   * Shapes of one source.
   *
   * @param layer of what Kiungo carries
   * @param source {@code built-in}, or dataset and version such as {@code id/3}; {@code id/0} where
   *     its import was undone
   */
  @GetMapping("/shapes")
  DrawnSource.Shapes shapes(
      @PathVariable String iso3,
      @RequestParam(defaultValue = "settlements") String layer,
      @RequestParam(defaultValue = Workspace.BUILT_IN) String source) {
    workspaces.country(iso3);
    if (source.equals(Workspace.BUILT_IN)) {
      return drawn.builtIn(iso3, layer);
    }
    String[] parts = source.split("/");
    boolean known =
        parts.length == 2
            && parts[1].matches("\\d{1,6}")
            && datasets.list().stream()
                .anyMatch(each -> each.id().equals(parts[0]) && each.country().equals(iso3));
    if (!known) {
      throw ApiRefusal.unknown("dataset", source);
    }
    return drawn.imported(parts[0], Integer.parseInt(parts[1]));
  }
}
