package org.unroll.core.ui;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.deeplearning4j.ui.VertxUIServer;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.unroll.core.UserError;

/** How our pages answer. */
final class PageAnswer {
  private static final int UNPROCESSABLE = 422; // RFC 9110, section 15.5.21

  private PageAnswer() {}

  /** Draws something of the runs of a server. */
  @FunctionalInterface
  interface Drawing {
    String draw(RunServer server) throws IOException;
  }

  /** A file that lies beside this class, or with a slash below the root of the class path. */
  static Route resource(String path, String resource, String type) {
    return new Route(
        path,
        HttpMethod.GET,
        (arguments, request) -> send(request, type, Buffer.buffer(PageRoutes.read(resource))));
  }

  /**
   * HTML that is drawn off the event loop, which has the other pages to serve; or what a user did
   * wrong.
   */
  static void drawn(RoutingContext request, Drawing drawing) {
    if (!(VertxUIServer.getInstance() instanceof RunServer server)) {
      request.response().setStatusCode(404).end(); // DL4J's own server: it has no runs.
      return;
    }
    request
        .vertx()
        .<Buffer>executeBlocking(
            promise -> {
              try {
                promise.complete(Buffer.buffer(drawing.draw(server)));
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            },
            false, // several readers at once
            result -> {
              if (result.succeeded()) {
                send(request, "text/html", result.result());
              } else if (result.cause() instanceof UserError fault) {
                request.response().setStatusCode(UNPROCESSABLE);
                send(request, "text/plain", Buffer.buffer(fault.getMessage()));
              } else {
                request.fail(result.cause());
              }
            });
  }

  private static void send(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader("content-type", type + "; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff")
        // Whatever a run says, no script but ours runs.
        .putHeader(
            "content-security-policy",
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'")
        .end(body);
  }
}
