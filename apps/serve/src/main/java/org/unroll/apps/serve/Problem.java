package org.unroll.apps.serve;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.eclipse.jetty.http.HttpStatus;

/**
 * Why a request was not answered, as RFC 9457 writes it.
 *
 * @param type of problem; {@code about:blank}, as the status says it all
 * @param title of the status
 * @param detail what is wrong, what was expected, what to do
 * @param pointer to the place in the request's JSON, RFC 6901; empty if it is none
 */
record Problem(
    String type,
    String title,
    int status,
    String detail,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) String pointer) {
  static final String MEDIA_TYPE = "application/problem+json";

  static Problem of(int status, String detail) {
    return at(status, "", detail);
  }

  static Problem at(int status, String pointer, String detail) {
    return new Problem("about:blank", HttpStatus.getMessage(status), status, detail, pointer);
  }
}
