package org.kiungo.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.TransactionSystemException;

/** Which faults pass once the database or the disk is itself again. */
class StorageFaultTest {

  @TempDir private Path folder;

  @Test
  void whatWentWrongBeforeARollbackThatFailedTooIsWhatCounts() {
    StorageFault storage = new StorageFault(new DataFolder(folder));
    TransactionSystemException failed =
        new TransactionSystemException(
            "JDBC rollback failed", new SQLException("refused", "25000"));
    assertThat(storage.kind(failed)).isEmpty();
    failed.initApplicationException(
        new UncategorizedSQLException("write", null, new SQLException("gone", "08006")));
    assertThat(storage.kind(failed)).contains(StorageFault.Kind.AWAY);
  }

  @Test
  void aConnectionThatThePoolGaveUpUnderATransactionIsADatabaseThatIsAway() {
    StorageFault storage = new StorageFault(new DataFolder(folder));
    SQLException closed = new SQLException("Connection is closed");
    assertThat(storage.kind(closed)).isEmpty();
    TransactionSystemException failed =
        new TransactionSystemException("JDBC rollback failed", closed);
    failed.initApplicationException(new IllegalStateException(closed));
    assertThat(storage.kind(failed)).contains(StorageFault.Kind.AWAY);
  }

  @Test
  void whoIsInterruptedWhileWaitingForAConnectionMeetsAStop() {
    StorageFault storage = new StorageFault(new DataFolder(folder));
    SQLException interrupted = new SQLException("Interrupted during connection acquisition");
    assertThat(storage.kind(new CannotGetJdbcConnectionException("none", interrupted))).isEmpty();
    interrupted.initCause(new InterruptedException());
    assertThat(storage.kind(new CannotGetJdbcConnectionException("none", interrupted)))
        .contains(StorageFault.Kind.AWAY);
  }
}
