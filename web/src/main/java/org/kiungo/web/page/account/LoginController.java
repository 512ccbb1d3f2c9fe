package org.kiungo.web.page.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.account.Account;
import org.kiungo.web.account.Accounts;
import org.kiungo.web.account.Sessions;
import org.kiungo.web.account.WithAccounts;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.page.FormAgain;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Coming in: by password, by another provider, or by an invitation. */
@Controller
@WithAccounts
@Requires(Role.ANYONE)
class LoginController {

  /** What may be said of the last try. */
  private static final List<String> SAID = List.of("failed", "elsewhere", "left");

  private final Accounts accounts;
  private final Sessions sessions;
  private final ClientAddress clients;
  private final boolean elsewhere;

  LoginController(
      Accounts accounts,
      Sessions sessions,
      ClientAddress clients,
      @Value("${kiungo.oidc.issuer:}") String issuer) {
    this.clients = clients;
    this.accounts = accounts;
    this.sessions = sessions;
    this.elsewhere = !issuer.isBlank();
  }

  @GetMapping("/login")
  String login(
      @RequestParam(required = false) String next,
      @RequestParam(defaultValue = "") String said,
      Model model) {
    model.addAttribute("next", next);
    model.addAttribute("elsewhere", elsewhere);
    model.addAttribute("said", SAID.contains(said) ? "account.said." + said : null);
    return "login";
  }

  @GetMapping("/password/{token}")
  String invited(
      @PathVariable String token,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    model.addAttribute("name", accounts.getInvited(token, clients.of(request)).name());
    model.addAttribute("token", token);
    return "password";
  }

  @PostMapping("/password/{token}")
  String accept(
      @PathVariable String token,
      @RequestParam String password,
      @RequestParam String again,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return FormAgain.unless(
        "password",
        () -> {
          Account account = accounts.accept(token, password, again, clients.of(request));
          sessions.begin(account, request, response);
          return "redirect:/";
        },
        () -> invited(token, model, request, response),
        model,
        request,
        response);
  }
}
