package org.unroll.apps.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.EofException;

/** What a request holds. */
final class RequestBody {
  private RequestBody() {}

  /**
   * @param most bytes
   * @throws Refusal if it is longer, comes too slowly, or is cut short
   */
  static byte[] read(Context request, long most) {
    if (request.header("content-encoding") != null) {
      throw Refusal.of(415, "send the body as it is: no content-encoding is known here");
    }
    try {
      byte[] body =
          request.req().getInputStream().readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
      if (body.length > most) {
        throw Refusal.of(413, "a body of more than %,d bytes; send less at once".formatted(most));
      }
      return body;
    } catch (BadMessageException e) {
      throw e;
    } catch (EofException e) {
      throw Refusal.of(400, "the body ends before its length");
    } catch (IOException e) {
      boolean slow = e.getCause() instanceof TimeoutException;
      throw Refusal.of(
          slow ? 408 : 400, slow ? "the body comes too slowly" : "the body is cut short");
    }
  }

  /** The media type without its parameters, in lower case; empty without. */
  static String type(Context request) {
    String type = request.req().getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
