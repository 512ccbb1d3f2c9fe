package org.kiungo.web.system;

import org.springframework.http.HttpStatus;

/** The version that whoever changes something has read, as {@code If-Match} names it. */
public final class IfMatch {

  private IfMatch() {}

  /**
   * @param header as it came; null for none
   * @throws ApiRefusal 428 where there is none, 400 where it is no number
   */
  public static int version(String header) {
    if (header == null || header.isBlank()) {
      throw new ApiRefusal(HttpStatus.PRECONDITION_REQUIRED, "http.if-match");
    }
    String number = header.replaceAll("^(?:W/)?\"(.*)\"$", "$1");
    if (!number.matches("\\d{1,9}")) {
      throw new ApiRefusal(HttpStatus.BAD_REQUEST, "http.parameter", "If-Match", header);
    }
    return Integer.parseInt(number);
  }
}
