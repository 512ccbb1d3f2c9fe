package org.kiungo.web.system;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says what answers here. */
@RestController
class VersionController {

  @GetMapping("/api/v1/version")
  Versions version() {
    return Versions.current();
  }
}
