package org.kiungo.web.account;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;

/**
 * A provider of OpenID Connect of its own, Spring Authorization Server, that insists on PKCE. Its
 * users have the password {@code there}, and the claims that the test gives them.
 */
@EnableAutoConfiguration
public class Provider {

  /** By user, what the provider says of them. */
  public static final Map<String, Map<String, Object>> CLAIMS = new ConcurrentHashMap<>();

  /** Chooses where the provider will be, before there is one. */
  static class FreePort implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
      try (ServerSocket free = new ServerSocket(0)) {
        TestPropertyValues.of("kiungo.test.provider-port=" + free.getLocalPort()).applyTo(context);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Runs one at an issuer's address, which sends users back to {@code redirect}. */
  public static ConfigurableApplicationContext start(String issuer, String redirect) {
    return new SpringApplicationBuilder(Provider.class)
        .run(
            "--server.port=" + issuer.substring(issuer.lastIndexOf(':') + 1),
            "--server.servlet.session.cookie.name=PROVIDER",
            "--spring.servlet.multipart.enabled=false",
            "--spring.autoconfigure.exclude=", // whatever other applications leave out
            "--issuer=" + issuer,
            "--redirect=" + redirect);
  }

  @Bean
  SecurityFilterChain chain(HttpSecurity http) {
    return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
        .authorizeHttpRequests(routes -> routes.anyRequest().authenticated())
        .formLogin(Customizer.withDefaults())
        .build();
  }

  @Bean
  RegisteredClientRepository clients(Environment environment) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId("kiungo")
            .clientId("kiungo")
            .clientSecret("{noop}between-the-two")
            .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri(environment.getRequiredProperty("redirect"))
            .scope("openid")
            .scope("profile")
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .build());
  }

  @Bean
  AuthorizationServerSettings settings(Environment environment) {
    return AuthorizationServerSettings.builder()
        .issuer(environment.getRequiredProperty("issuer"))
        .build();
  }

  @Bean
  JWKSource<SecurityContext> keys() throws JOSEException {
    return new ImmutableJWKSet<>(new JWKSet(new RSAKeyGenerator(2048).keyID("one").generate()));
  }

  @Bean
  UserDetailsService users() {
    return name -> User.withUsername(name).password("{noop}there").build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> claims() {
    return token ->
        token
            .getClaims()
            .claims(claims -> claims.putAll(CLAIMS.get(token.getPrincipal().getName())));
  }
}
