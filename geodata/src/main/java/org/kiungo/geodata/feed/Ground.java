package org.kiungo.geodata.feed;

/** Where records of higher rank lie. */
interface Ground<T> {

  void add(T record);

  /** Whether a record of lower rank lies there too. */
  boolean covers(T record);
}
