package org.unroll.core.ui;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses what pages of other sites have a browser ask for: a name of theirs that they let point to
 * this machine (DNS rebinding), and forms and scripts that post across sites. There is no login
 * that would.
 */
final class RequestGuard {
  private final HostNames names;

  RequestGuard(HostNames names) {
    this.names = names;
  }

  void check(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    int port = request.localAddress().port();
    String origin = request.getHeader("origin");
    boolean reads = request.method() == HttpMethod.GET;
    if (names.isOurs(request.host(), port)
        && (reads || origin == null || names.isOurOrigin(origin, port))) {
      routing.next();
    } else {
      routing
          .response()
          .setStatusCode(403)
          .putHeader("content-type", "text/plain; charset=utf-8")
          .end("refused: this address is not the one that the page listens on\n");
    }
  }
}
