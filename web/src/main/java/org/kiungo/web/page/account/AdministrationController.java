package org.kiungo.web.page.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.stream.Collectors;
import org.kiungo.web.access.Member;
import org.kiungo.web.access.Requires;
import org.kiungo.web.access.Role;
import org.kiungo.web.account.Account;
import org.kiungo.web.account.Accounts;
import org.kiungo.web.account.WithAccounts;
import org.kiungo.web.audit.AuditLog;
import org.kiungo.web.page.FormAgain;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Users of an organisation; for those who look after the installation, of all. */
@Controller
@WithAccounts
@RequestMapping("/administration")
@Requires(Role.ADMINISTRATOR)
class AdministrationController {

  /** Of the audit log on the page; its export has all. */
  private static final int ENTRIES = 50;

  private final Accounts accounts;
  private final AuditLog log;
  private final String publicUrl;

  AdministrationController(
      Accounts accounts, AuditLog log, @Value("${kiungo.public-url:}") String publicUrl) {
    this.accounts = accounts;
    this.log = log;
    this.publicUrl = publicUrl;
  }

  @GetMapping
  String administration(Model model, HttpServletResponse response) {
    response.setHeader("Cache-Control", "no-store");
    Member by = Member.current().orElseThrow();
    model.addAttribute("own", by);
    List<Account> users = accounts.list(by);
    model.addAttribute("users", users);
    model.addAttribute("organisations", accounts.organisations(by));
    model.addAttribute("roles", Role.given());
    boolean operates = by.role() == Role.OPERATOR;
    model.addAttribute("operates", operates);
    if (operates) {
      model.addAttribute("entries", log.latest(ENTRIES));
      model.addAttribute(
          "names", users.stream().collect(Collectors.toMap(Account::id, Account::name)));
    }
    return "administration";
  }

  /** Shows the link for the new user in its answer, and never again. */
  @PostMapping("/users")
  String add(
      @RequestParam String name,
      @RequestParam String organisation,
      @RequestParam String role,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    Member by = Member.current().orElseThrow();
    return FormAgain.unless(
        "users",
        () -> {
          Account added = accounts.add(by, organisation, name, RoleField.of(role));
          return invite(added.id(), model, response);
        },
        () -> administration(model, response),
        model,
        request,
        response);
  }

  @PostMapping("/users/{id}")
  String change(
      @PathVariable String id,
      @RequestParam String organisation,
      @RequestParam String role,
      @RequestParam(defaultValue = "false") boolean disabled) {
    Member by = Member.current().orElseThrow();
    accounts.change(by, id, organisation, RoleField.of(role), disabled);
    return "redirect:/administration";
  }

  @PostMapping("/users/{id}/erasure")
  String erase(@PathVariable String id) {
    accounts.erase(Member.current().orElseThrow(), id);
    return "redirect:/administration";
  }

  @PostMapping("/users/{id}/invitation")
  String invite(@PathVariable String id, Model model, HttpServletResponse response) {
    String secret = accounts.invite(Member.current().orElseThrow(), id);
    String from =
        publicUrl.isBlank()
            ? ServletUriComponentsBuilder.fromCurrentContextPath().toUriString()
            : publicUrl;
    model.addAttribute("invitation", from + "/password/" + secret);
    return administration(model, response);
  }

  @Requires(Role.OPERATOR)
  @PostMapping("/organisations")
  String addOrganisation(
      @RequestParam String id,
      @RequestParam String name,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response) {
    return FormAgain.unless(
        "organisations",
        () -> {
          accounts.addOrganisation(id, name);
          return "redirect:/administration";
        },
        () -> administration(model, response),
        model,
        request,
        response);
  }
}
