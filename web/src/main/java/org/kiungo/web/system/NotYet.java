package org.kiungo.web.system;

import java.net.URI;

/**
 * What was asked for is being made. Whoever reads the answer gets a page that asks again by itself,
 * without scripts, until it is there; machines get a body, where to look, and when.
 */
public final class NotYet extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final URI place;
  private final transient Object body;
  private final int before;

  /**
   * @param place where to look how far it is
   * @param body what is waited for, as that address shows it
   * @param before how much comes before it; 0 when it is being made
   */
  public NotYet(URI place, Object body, int before) {
    super("not yet: " + place, null, false, false);
    this.place = place;
    this.body = body;
    this.before = before;
  }

  URI place() {
    return place;
  }

  Object body() {
    return body;
  }

  int before() {
    return before;
  }
}
