package org.kiungo.web.page;

import org.kiungo.planner.catalogue.MediumLook;
import org.kiungo.planner.catalogue.MediumLooks;
import org.kiungo.planner.model.TechnologyFamily;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.plan.MapClass;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The colours of the technology families, and how links of each medium are drawn, as a style sheet
 * for pages on light and dark maps.
 */
@Controller
public class FamilyStyles {

  @Requires(Role.ANYONE)
  @GetMapping("/css/families.css")
  ResponseEntity<String> styles() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("text/css"))
        .cacheControl(CacheControl.noCache())
        .eTag("W/\"" + Integer.toHexString(css().hashCode()) + "\"")
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
    for (MediumLook each : MediumLooks.builtIn().all()) {
      String name = "--l-" + each.id();
      light.append(name).append(':').append(each.colour()).append(';');
      light.append(name).append("-width:").append(each.widthPx()).append(';');
      light.append(name).append("-dash:").append(each.dash()).append(';');
      dark.append(name).append(':').append(each.darkColour()).append(';');
    }
    return light.append("}\n") + dark.append("}\n").toString();
  }
}
