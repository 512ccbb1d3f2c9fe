package org.kiungo.web.page;

import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.web.plan.MapClass;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The colours of the technology families as a style sheet, for pages on light and dark maps. */
@Controller
public class FamilyStyles {

  @GetMapping("/css/families.css")
  ResponseEntity<String> styles() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/css"))
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + MapClass.version() + "\"")
        .body(css());
  }

  public static String css() {
    StringBuilder light = new StringBuilder(":root{");
    StringBuilder dark = new StringBuilder("[data-map=dark]{");
    for (MapClass each : MapClass.all()) {
      TechnologyFamily family = each.family();
      light.append("--t-").append(family.id()).append(':').append(family.colour()).append(';');
      dark.append("--t-").append(family.id()).append(':').append(family.darkColour()).append(';');
    }
    return light.append("}\n") + dark.append("}\n").toString();
  }
}
