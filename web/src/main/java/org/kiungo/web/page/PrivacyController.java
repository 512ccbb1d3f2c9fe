package org.kiungo.web.page;

import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Says what is kept of a person, how long, and how it is erased. */
@Controller
class PrivacyController {

  private final String contact;
  private final boolean accounts;

  /**
   * @param contact whom to ask, as the operator words it; empty = not said
   */
  PrivacyController(
      @Value("${kiungo.privacy.contact:}") String contact,
      @Value("${kiungo.accounts:false}") boolean accounts) {
    this.contact = contact.strip();
    this.accounts = accounts;
  }

  @Requires(Role.ANYONE)
  @GetMapping("/privacy")
  String privacy(Model model) {
    model.addAttribute("contact", contact);
    model.addAttribute("accounts", accounts);
    return "privacy";
  }
}
