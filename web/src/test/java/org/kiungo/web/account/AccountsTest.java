package org.kiungo.web.account;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.kiungo.web.ApiTest;
import org.kiungo.web.TinyWorld;
import org.kiungo.web.store.FailingDatabase;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** The whole application with accounts, on an empty data folder and the tiny world. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {
      "kiungo.samples.enabled=false",
      "kiungo.today.ahead=false",
      "kiungo.worker.apart=false",
      "kiungo.accounts=true",
      "kiungo.trusted-proxies=10.9.9.0/24",
      "kiungo.oidc.issuer=http://127.0.0.1:${kiungo.test.provider-port}",
      "kiungo.oidc.client-id=kiungo",
      "kiungo.oidc.client-secret=between-the-two",
      "kiungo.oidc.roles.planners=planner",
      "kiungo.oidc.roles.chiefs=administrator",
      "kiungo.oidc.organisation-claim=ministry",
      "kiungo.oidc.organisations.energy=theirs"
    })
@AutoConfigureMockMvc
@Import({
  TinyWorld.Beans.class,
  People.class,
  StoppableClock.Beans.class,
  QuickPasswords.Beans.class,
  FailingDatabase.Beans.class
})
@ContextConfiguration(initializers = {ApiTest.EmptyDataFolder.class, Provider.FreePort.class})
@interface AccountsTest {}
