package org.kiungo.web.account;

import java.util.Locale;
import java.util.Optional;
import org.kiungo.web.access.Role;
import org.kiungo.web.language.Languages;
import org.kiungo.web.language.Words;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Where nobody can come in yet, prints the link that lets the first administrator in, once. */
@Component
@WithAccounts
class FirstAdministrator {

  private static final String NAME = "admin";

  private final Accounts accounts;
  private final String publicUrl;

  FirstAdministrator(
      Accounts accounts,
      @Value("${kiungo.public-url:http://${server.address:127.0.0.1}:${server.port:8080}}")
          String publicUrl) {
    this.accounts = accounts;
    this.publicUrl = publicUrl;
  }

  @EventListener(ApplicationReadyEvent.class)
  void invite() {
    // not into the log, which others may read
    link().ifPresent(System.out::println);
  }

  /** The sentence with the link; empty where somebody can come in. */
  Optional<String> link() {
    if (accounts.hasAdministrator()) {
      return Optional.empty();
    }
    Account first =
        accounts
            .findByName(NAME)
            .orElseGet(
                () -> accounts.add(Organisation.DEFAULT, NAME, Role.ADMINISTRATOR, null, null));
    String secret = accounts.invite(first);
    Words words = Words.in(Languages.orDefault(Locale.getDefault().getLanguage()));
    return Optional.of(words.text("account.first", publicUrl + "/password/" + secret));
  }
}
