package org.kiungo.geodata.store;

import java.sql.Connection;
import java.sql.SQLException;

/** What is written with a version in one transaction. */
@FunctionalInterface
public interface Together {

  /** The version alone. */
  Together NOTHING = connection -> {};

  /** Writes, on the connection of the transaction; what it throws undoes the version. */
  void write(Connection connection) throws SQLException;
}
