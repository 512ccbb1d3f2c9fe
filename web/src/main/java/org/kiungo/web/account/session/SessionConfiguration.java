package org.kiungo.web.account.session;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import org.kiungo.web.account.WithAccounts;
import org.kiungo.web.store.StorageFault;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.servlet.HandlerExceptionResolver;

/**
 * Sessions outlive a restart, and servers that share a database know the same ones: who signs out,
 * changes the password or is demoted at one of them is so at all.
 */
@Configuration(proxyBeanMethods = false)
@WithAccounts
public class SessionConfiguration {

  /** Before the filters of accounts, which ask for the session. */
  private static final int ORDER = Ordered.HIGHEST_PRECEDENCE + 9;

  private static final Duration IDLE = Duration.ofMinutes(30);

  /** What sessions hold: whoever can write the table is not to run anything by it. */
  private static final ObjectInputFilter HELD =
      ObjectInputFilter.Config.createFilter(
          "maxdepth=30;maxbytes=1000000;java.lang.*;java.util.*;java.util.concurrent.*;java.time.*;"
              + "java.net.URL;java.net.URI;org.springframework.security.**;"
              + "org.kiungo.web.account.*;!*");

  @Bean
  public StoredSessions storedSessions(
      JdbcOperations database, PlatformTransactionManager transactions) {
    TransactionTemplate alone = new TransactionTemplate(transactions);
    alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    JdbcIndexedSessionRepository table = new JdbcIndexedSessionRepository(database, alone);
    table.setTableName("login_session");
    table.setDefaultMaxInactiveInterval(IDLE);
    GenericConversionService bytes = new GenericConversionService();
    bytes.addConverter(Object.class, byte[].class, new SerializingConverter());
    bytes.addConverter(byte[].class, Object.class, SessionConfiguration::held);
    table.setConversionService(bytes);
    return new StoredSessions(table);
  }

  private static Object held(byte[] bytes) {
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
      in.setObjectInputFilter(HELD);
      return in.readObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A session's cookie is not for scripts, and not for forms of other sites. */
  public static DefaultCookieSerializer cookie(String publicUrl) {
    boolean https = publicUrl.startsWith("https:");
    DefaultCookieSerializer cookie = new DefaultCookieSerializer();
    // by https of this host alone: no other one beside it can set such a cookie
    cookie.setCookieName(https ? "__Host-KIUNGO" : "KIUNGO");
    cookie.setCookiePath("/");
    cookie.setUseHttpOnlyCookie(true);
    cookie.setUseSecureCookie(https);
    cookie.setSameSite("Lax");
    cookie.setUseBase64Encoding(false);
    return cookie;
  }

  @Bean
  FilterRegistrationBean<Filter> sessionFilter(
      StoredSessions sessions,
      StorageFault storage,
      @Qualifier("handlerExceptionResolver") HandlerExceptionResolver errors,
      @Value("${kiungo.public-url:}") String publicUrl) {
    SessionRepositoryFilter<StoredSessions.Stored> filter = new SessionRepositoryFilter<>(sessions);
    CookieHttpSessionIdResolver cookies = new CookieHttpSessionIdResolver();
    cookies.setCookieSerializer(cookie(publicUrl));
    filter.setHttpSessionIdResolver(cookies);
    FilterRegistrationBean<Filter> registered =
        new FilterRegistrationBean<>(new SessionFilter(filter, storage, errors));
    registered.setOrder(ORDER);
    registered.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
    return registered;
  }
}
