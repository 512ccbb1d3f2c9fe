package org.kiungo.web.page.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.account.Account;
import org.kiungo.web.account.Accounts;
import org.kiungo.web.account.ApiTokens;
import org.kiungo.web.account.Sessions;
import org.kiungo.web.account.WithAccounts;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.page.FormAgain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own password and tokens. */
@Controller
@WithAccounts
@RequestMapping("/account")
@Requires(Role.VIEWER)
class AccountController {

  /** What may be said of what was just done. */
  private static final List<String> SAID = List.of("changed", "changed-kept");

  private final Accounts accounts;
  private final ApiTokens tokens;
  private final Sessions sessions;
  private final ClientAddress clients;

  AccountController(Accounts accounts, ApiTokens tokens, Sessions sessions, ClientAddress clients) {
    this.clients = clients;
    this.accounts = accounts;
    this.tokens = tokens;
    this.sessions = sessions;
  }

  @GetMapping
  String account(@RequestParam(defaultValue = "") String said, Model model) {
    Member own = Member.current().orElseThrow();
    List<Role> roles = Role.given().stream().filter(each -> own.role().includes(each)).toList();
    model.addAttribute("said", SAID.contains(said) ? "account.said." + said : null);
    model.addAttribute("own", own);
    model.addAttribute("roles", roles);
    model.addAttribute("administers", own.role().includes(Role.ADMINISTRATOR));
    model.addAttribute("tokens", tokens.list(own));
    return "account";
  }

  @PostMapping("/password")
  String password(
      @RequestParam String old,
      @RequestParam String password,
      @RequestParam String again,
      @RequestParam(defaultValue = "false") boolean keepTokens,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Member own = Member.current().orElseThrow();
    return FormAgain.unless(
        "password",
        () -> {
          Account changed =
              accounts.changePassword(own, old, password, again, keepTokens, clients.of(request));
          sessions.begin(changed, request, response);
          return "redirect:/account?said=" + (keepTokens ? "changed-kept" : "changed");
        },
        () -> account("", model),
        model,
        request,
        response);
  }

  /** Shows the token in its answer, and never again. */
  @PostMapping("/tokens")
  String make(
      @RequestParam String label,
      @RequestParam String role,
      @RequestParam(required = false) Integer days,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Member own = Member.current().orElseThrow();
    return FormAgain.unless(
        "tokens",
        () -> {
          model.addAttribute("made", tokens.make(own, label, RoleField.of(role), days));
          response.setHeader("Cache-Control", "no-store");
          return account("", model);
        },
        () -> account("", model),
        model,
        request,
        response);
  }

  @PostMapping("/tokens/{id}/revoke")
  String revoke(@PathVariable String id) {
    tokens.revoke(Member.current().orElseThrow(), id);
    return "redirect:/account";
  }
}
