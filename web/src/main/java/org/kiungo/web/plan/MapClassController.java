package org.kiungo.web.plan;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How technologies are shown, and what the class bytes of points mean. */
@RestController
@RequestMapping("/api/v1/technology-families")
class MapClassController {

  @GetMapping
  List<MapClass> families() {
    return MapClass.all();
  }
}
