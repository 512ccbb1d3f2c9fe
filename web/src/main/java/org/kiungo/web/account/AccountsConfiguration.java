package org.kiungo.web.account;

import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.util.EnumSet;
import org.kiungo.web.door.Brake;
import org.kiungo.web.door.ClientAddress;
import org.kiungo.web.system.ApiRefusal;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password4j.Argon2Password4jPasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.session.SessionRepository;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Sessions by password or OpenID Connect, tokens, and a proof in every form that the page is ours
 * (CSRF). Which address needs which role is said where the address is declared.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@WithAccounts
class AccountsConfiguration {

  /** After limits and hosts, before everything else. */
  static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 10;

  /** OWASP: Argon2id with 19 MiB, 2 passes, 1 lane; hash of 32 bytes. */
  private static final Argon2Function ARGON2ID =
      Argon2Function.getInstance(19 * 1024, 2, 1, 32, Argon2.ID);

  private static final int HASHES_AT_ONCE = 4;

  /** What the browser forgets when somebody leaves: pages, and drafts of forms and edits. */
  private static final String LEFT = "\"cache\", \"storage\"";

  @Bean
  PasswordEncoder passwordEncoder() {
    return new BoundedEncoder(new Argon2Password4jPasswordEncoder(ARGON2ID), HASHES_AT_ONCE);
  }

  @Bean
  SecurityFilterChain accountsChain(
      HttpSecurity http,
      Accounts accounts,
      ApiTokens tokens,
      SessionRepository<?> sessions,
      SignIn signIn,
      ClientAddress clients,
      OpenIdConnect openId,
      Brake brake,
      @Value("${kiungo.public-url:}") String publicUrl,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors) {
    http.headers(headers -> headers.disable())
        .requestCache(cache -> cache.disable())
        .csrf(
            csrf ->
                csrf.spa()
                    .csrfTokenRepository(proofs(publicUrl))
                    .ignoringRequestMatchers(MemberFilter::hasToken))
        .exceptionHandling(
            refused ->
                refused
                    .accessDeniedHandler(
                        (request, response, denied) ->
                            errors.resolveException(
                                request,
                                response,
                                null,
                                new ApiRefusal(HttpStatus.FORBIDDEN, "account.csrf")))
                    .authenticationEntryPoint(
                        (request, response, denied) ->
                            errors.resolveException(
                                request,
                                response,
                                null,
                                new ApiRefusal(HttpStatus.UNAUTHORIZED, "account.login"))))
        .authorizeHttpRequests(
            routes ->
                routes
                    // the latter where serve --metrics-port opens it, on this machine alone
                    .requestMatchers("/actuator/health/**", "/actuator/prometheus")
                    .permitAll()
                    .requestMatchers("/actuator/**")
                    .denyAll()
                    .anyRequest()
                    .permitAll())
        .formLogin(
            form ->
                form.loginPage("/login")
                    .usernameParameter("name")
                    .authenticationDetailsSource(clients::of)
                    .successHandler(signIn::succeeded)
                    .failureHandler(signIn::failed))
        .logout(
            logout ->
                logout
                    .addLogoutHandler(
                        (request, response, by) -> response.setHeader("Clear-Site-Data", LEFT))
                    .logoutSuccessUrl("/login?said=left"))
        .addFilterAfter(
            new MemberFilter(accounts, tokens, sessions, openId, brake, clients, errors),
            SecurityContextHolderFilter.class);
    openId.add(http, signIn);
    return http.build();
  }

  /**
   * Where the page of ours keeps its proof: by https no other host can put one of its own there.
   */
  static CookieCsrfTokenRepository proofs(String publicUrl) {
    CookieCsrfTokenRepository cookie = CookieCsrfTokenRepository.withHttpOnlyFalse();
    if (publicUrl.startsWith("https:")) {
      cookie.setCookieName("__Host-XSRF-TOKEN");
      cookie.setCookieCustomizer(each -> each.secure(true));
    }
    cookie.setCookiePath("/");
    return cookie;
  }

  @Bean
  FilterRegistrationBean<Filter> accountsFilter(
      @Qualifier("springSecurityFilterChain") Filter chain) {
    FilterRegistrationBean<Filter> registered = new FilterRegistrationBean<>(chain);
    registered.setOrder(ORDER);
    registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    return registered;
  }
}
