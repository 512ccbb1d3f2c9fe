package org.kiungo.web.cli.audit;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.kiungo.planner.model.value.InputRefused;
import org.kiungo.web.audit.AuditChain;
import org.kiungo.web.cli.console.CommonOptions;
import org.kiungo.web.cli.console.ExitCode;
import org.kiungo.web.store.DataFolder;
import org.kiungo.web.store.Databases;
import org.kiungo.web.store.Organisation;
import org.kiungo.web.store.Persons;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import picocli.CommandLine;

/** Takes a person out of everything that is kept; the audit log stays whole and names nobody. */
@CommandLine.Command(name = "erase")
public class EraseCommand implements Callable<Integer> {

  @CommandLine.Mixin private CommonOptions common;

  @CommandLine.Option(names = "--person", paramLabel = "NAME", required = true)
  private String person;

  @CommandLine.Option(names = "--organisation", paramLabel = "ID")
  private String organisation;

  @CommandLine.Option(names = "--data-dir", paramLabel = "DIR", defaultValue = "kiungo-data")
  private Path dataDir;

  @CommandLine.Option(names = "--db-url", paramLabel = "JDBC", defaultValue = "")
  private String dbUrl;

  @Override
  public Integer call() {
    if (person.isBlank()) {
      throw new InputRefused("erase.person");
    }
    Path folder = dataDir.resolve(DataFolder.DATABASE);
    if (dbUrl.isBlank() && !Databases.exists(folder)) {
      throw new InputRefused("backup.nothing", "dataDir", dataDir.toString());
    }
    try (HikariDataSource database = Databases.open(folder, dbUrl)) {
      Databases.requireKnown(database);
      Persons.Erased erased = Organisation.as(Organisation.EVERY, () -> erase(database));
      if (dbUrl.isBlank()) {
        // what was written over is still in the file until it is written anew
        JdbcClient.create(database).sql("SHUTDOWN COMPACT").update();
      }
      common.answer(
          erased, common.words().text("cli.erase.answer", erased.all(), erased.accounts().size()));
      return erased.all() > 0 ? ExitCode.DONE : ExitCode.ANSWER_IS_NO;
    }
  }

  private Persons.Erased erase(HikariDataSource database) {
    AuditChain audit = new AuditChain(database);
    return new TransactionTemplate(new JdbcTransactionManager(database))
        .execute(
            transaction -> {
              Persons persons = new Persons(database);
              Persons.Erased erased = persons.erase(person.strip(), organisation);
              erased.accounts().forEach(persons::signOut);
              for (String id : erased.accounts()) {
                audit.append(
                    System.currentTimeMillis(),
                    Organisation.DEFAULT,
                    "",
                    "person.erase",
                    id,
                    "done");
              }
              return erased;
            });
  }
}
