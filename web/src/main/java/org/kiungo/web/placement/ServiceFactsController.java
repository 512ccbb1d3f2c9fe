package org.kiungo.web.placement;

import java.util.List;
import org.kiungo.geodata.reference.Reference;
import org.kiungo.geodata.reference.facts.ServiceFigure;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What has been published about what e-services need, each figure with year and source. */
@RestController
class ServiceFactsController {

  @GetMapping("/api/v1/service-facts")
  List<ServiceFigure> facts() {
    return Reference.builtIn().facts().serviceFigures();
  }
}
