package org.kiungo.web.account;

import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.stereotype.Component;

/** Signing in elsewhere, by authorization code with PKCE, where a provider is configured. */
@Component
@WithAccounts
@EnableConfigurationProperties(OpenIdConnect.Settings.class)
class OpenIdConnect {

  static final String REGISTRATION = "oidc";

  /**
   * Who vouches for users, and what that means here.
   *
   * @param issuer address of the provider; empty for none
   * @param clientId that the provider knows Kiungo by
   * @param clientSecret that goes with it
   * @param scope what is asked for
   * @param nameClaim by which others know the user
   * @param roleClaim that holds one value or several
   * @param roles value of that claim to role
   * @param organisationClaim that holds one value; empty puts everybody into the first organisation
   * @param organisations value of that claim to the id of an organisation
   */
  @ConfigurationProperties("kiungo.oidc")
  record Settings(
      String issuer,
      String clientId,
      String clientSecret,
      String[] scope,
      String nameClaim,
      String roleClaim,
      Map<String, String> roles,
      String organisationClaim,
      Map<String, String> organisations) {

    Settings {
      issuer = issuer == null ? "" : issuer;
      scope = scope == null ? new String[] {"openid", "profile"} : scope;
      nameClaim = nameClaim == null ? "preferred_username" : nameClaim;
      roleClaim = roleClaim == null ? "roles" : roleClaim;
      organisationClaim = organisationClaim == null ? "" : organisationClaim;
      roles = roles == null ? Map.of() : new HashMap<>(roles);
      organisations = organisations == null ? Map.of() : new HashMap<>(organisations);
    }
  }

  private final Settings settings;
  private final OpenIdUsers users;
  private final String redirect;

  OpenIdConnect(
      Settings settings,
      OpenIdUsers users,
      @org.springframework.beans.factory.annotation.Value("${kiungo.public-url:{baseUrl}}")
          String publicUrl) {
    this.settings = settings;
    this.users = users;
    this.redirect = publicUrl + "/login/oauth2/code/" + REGISTRATION;
  }

  boolean isConfigured() {
    return !settings.issuer().isBlank();
  }

  void add(HttpSecurity http, SignIn signIn) {
    if (isConfigured()) {
      http.oauth2Login(
          login ->
              login
                  .loginPage("/login")
                  // asked for when somebody signs in: the server starts without the provider
                  .clientRegistrationRepository(
                      new SupplierClientRegistrationRepository(
                          () -> new InMemoryClientRegistrationRepository(registration())))
                  .userInfoEndpoint(info -> info.oidcUserService(users))
                  .successHandler(signIn::succeeded)
                  .failureHandler(signIn::failedElsewhere));
    }
  }

  private ClientRegistration registration() {
    return ClientRegistrations.fromIssuerLocation(settings.issuer())
        .registrationId(REGISTRATION)
        .clientId(settings.clientId())
        .clientSecret(settings.clientSecret())
        .redirectUri(redirect)
        .scope(settings.scope())
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .build();
  }
}
