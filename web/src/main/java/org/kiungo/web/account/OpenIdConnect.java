package org.kiungo.web.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.kiungo.web.store.Organisation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

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

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String REFRESH_TOKEN = OpenIdConnect.class.getName() + ".refresh-token";

  private final Settings settings;
  private final OpenIdUsers users;
  private final Vouchers vouchers;
  private final String redirect;
  private final RestClientRefreshTokenTokenResponseClient again =
      new RestClientRefreshTokenTokenResponseClient();
  private final OidcIdTokenDecoderFactory identities = new OidcIdTokenDecoderFactory();

  /** Asked for when somebody signs in: the server starts without the provider. */
  private final ClientRegistrationRepository registrations =
      new SupplierClientRegistrationRepository(
          () -> new InMemoryClientRegistrationRepository(registration()));

  OpenIdConnect(
      Settings settings,
      OpenIdUsers users,
      Vouchers vouchers,
      @Value("${kiungo.public-url:{baseUrl}}") String publicUrl) {
    this.settings = settings;
    this.users = users;
    this.vouchers = vouchers;
    this.redirect = publicUrl + "/login/oauth2/code/" + REGISTRATION;
    JdkClientHttpRequestFactory patient = new JdkClientHttpRequestFactory();
    patient.setReadTimeout(PATIENCE);
    again.setRestClient(
        RestClient.builder()
            .requestFactory(patient)
            .configureMessageConverters(
                kinds ->
                    kinds
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
            .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
            .build());
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
                  .clientRegistrationRepository(registrations)
                  .authorizationEndpoint(
                      start ->
                          start.authorizationRedirectStrategy(
                              (request, response, there) -> {
                                signIn.keepNext(request);
                                response.sendRedirect(there);
                              }))
                  .authorizedClientRepository(new OfRequest())
                  .userInfoEndpoint(info -> info.oidcUserService(users))
                  .successHandler(
                      (request, response, by) -> {
                        keep(request, by);
                        signIn.succeeded(request, response, by);
                      })
                  .failureHandler(signIn::failedElsewhere));
    }
  }

  private void keep(HttpServletRequest request, Authentication by) {
    String refreshToken = (String) request.getAttribute(REFRESH_TOKEN);
    String accountId = ((SignedIn) by.getPrincipal()).accountId();
    Organisation.as(
        Organisation.EVERY,
        () ->
            vouchers.keep(
                request.getSession().getId(), new Vouchers.Answer(accountId, refreshToken)));
  }

  /** Whether the provider still vouches for a session's user, whose role it may have changed. */
  boolean isStill(String session, String accountId) {
    return isConfigured() && vouchers.isStill(session, accountId, this::ask);
  }

  private Vouchers.Answer ask(String refreshToken) {
    ClientRegistration provider = provider();
    Instant epoch = Instant.EPOCH;
    OAuth2AccessToken spent =
        new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "-", epoch, epoch.plusSeconds(1));
    OAuth2AccessTokenResponse said =
        again.getTokenResponse(
            new OAuth2RefreshTokenGrantRequest(
                provider, spent, new OAuth2RefreshToken(refreshToken, null)));
    OidcUser user =
        users.loadUser(new OidcUserRequest(provider, said.getAccessToken(), identity(said)));
    OAuth2RefreshToken next = said.getRefreshToken();
    return new Vouchers.Answer(
        ((SignedIn) user).accountId(), next == null ? refreshToken : next.getTokenValue());
  }

  private OidcIdToken identity(OAuth2AccessTokenResponse said) {
    Object token = said.getAdditionalParameters().get(OidcParameterNames.ID_TOKEN);
    if (token == null) {
      throw new OAuth2AuthorizationException(new OAuth2Error("no_id_token"));
    }
    try {
      Jwt read = identities.createDecoder(provider()).decode(token.toString());
      return new OidcIdToken(
          read.getTokenValue(), read.getIssuedAt(), read.getExpiresAt(), read.getClaims());
    } catch (JwtException unreadable) {
      throw new OAuth2AuthorizationException(new OAuth2Error("invalid_id_token"), unreadable);
    }
  }

  private ClientRegistration provider() {
    try {
      return registrations.findByRegistrationId(REGISTRATION);
    } catch (RuntimeException away) {
      throw new OAuth2AuthorizationException(new OAuth2Error("server_error"), away);
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

  /** Holds what the provider gave until the session has its last id. */
  private static final class OfRequest implements OAuth2AuthorizedClientRepository {

    @Override
    public <T extends OAuth2AuthorizedClient> T loadAuthorizedClient(
        String registration, Authentication by, HttpServletRequest request) {
      return null;
    }

    @Override
    public void saveAuthorizedClient(
        OAuth2AuthorizedClient given,
        Authentication by,
        HttpServletRequest request,
        HttpServletResponse response) {
      OAuth2RefreshToken token = given.getRefreshToken();
      request.setAttribute(REFRESH_TOKEN, token == null ? null : token.getTokenValue());
    }

    @Override
    public void removeAuthorizedClient(
        String registration,
        Authentication by,
        HttpServletRequest request,
        HttpServletResponse response) {
      request.removeAttribute(REFRESH_TOKEN);
    }
  }
}
