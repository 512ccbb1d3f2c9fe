package org.kiungo.web.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionSystemException;

/** Tells faults of the place where things are kept, which pass, from faults of Kiungo. */
@Component
public class StorageFault {

  /** What is wrong with it. */
  public enum Kind {
    /** Nothing more can be kept until space is freed. */
    FULL,
    /** The database does not answer. */
    AWAY
  }

  /** Under this much free space a failed write is taken for one that found no space, bytes. */
  private static final long LITTLE_BYTES = 4 << 20;

  /** PostgreSQL: disk full. */
  private static final String STATE_FULL = "53100";

  /**
   * Connection exceptions (08), PostgreSQL's insufficient resources (53), its shutdown and start
   * (57P01 to 57P03), H2's closed database (90098) and read or write errors (90028, 90031).
   *
   * @see <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL</a>
   */
  private static final Set<String> STATES_AWAY =
      Set.of("57P01", "57P02", "57P03", "90098", "90028", "90031");

  private static final Set<String> CLASSES_AWAY = Set.of("08", "53");

  private final Path root;

  StorageFault(DataFolder data) {
    this.root = data.root();
  }

  /** What a failure says of the place; empty when it is a fault of another kind. */
  public Optional<Kind> kind(Throwable thrown) {
    Kind found = null;
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (isFull(each)) {
        return Optional.of(Kind.FULL);
      }
      // whoever waits for a connection is interrupted by a stop of the server
      if (each instanceof SQLException sql && isAway(sql) || each instanceof InterruptedException) {
        found = Kind.AWAY;
      }
      // a database that is away cannot roll back either; what went wrong first is kept beside that
      if (each instanceof TransactionSystemException failed) {
        Optional<Kind> first = first(failed);
        if (first.isPresent()) {
          return first;
        }
        found = isGivenUp(failed) ? Kind.AWAY : found;
      }
    }
    return Optional.ofNullable(found);
  }

  private Optional<Kind> first(TransactionSystemException failed) {
    return Optional.ofNullable(failed.getApplicationException()).flatMap(this::kind);
  }

  /**
   * Whether a transaction lost its connection: the pool closes one under a transaction only after a
   * connection fault, and says so without a state. The fault itself may be lost: the scheduler of
   * jobs swallows the first of an insert to look whether the job is there already.
   */
  private static boolean isGivenUp(TransactionSystemException failed) {
    return failed.getCause() instanceof SQLException closed && closed.getSQLState() == null;
  }

  private static boolean isAway(SQLException thrown) {
    String state = String.valueOf(thrown.getSQLState());
    return thrown instanceof SQLTransientConnectionException
        || STATES_AWAY.contains(state)
        || state.length() == 5 && CLASSES_AWAY.contains(state.substring(0, 2));
  }

  private boolean isFull(Throwable thrown) {
    if (thrown instanceof SQLException sql) {
      return STATE_FULL.equals(sql.getSQLState());
    }
    boolean disk = thrown instanceof IOException || thrown instanceof UncheckedIOException;
    return disk && (saysFull(thrown) || isCramped());
  }

  /** Whether the system says so in so many words. */
  static boolean saysFull(Throwable thrown) {
    return String.valueOf(thrown.getMessage()).contains("No space left");
  }

  /**
   * What the system calls a full disk depends on system and language; how much is free does not.
   */
  private boolean isCramped() {
    try {
      return Files.getFileStore(root).getUsableSpace() < LITTLE_BYTES;
    } catch (IOException unknown) {
      return false;
    }
  }
}
