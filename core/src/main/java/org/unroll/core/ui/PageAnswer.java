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

  /** One of the files that our pages are made of. */
  static Route file(String path, PageFile file) {
    return new Route(
        path,
        HttpMethod.GET,
        (arguments, request) -> send(request, file.type(), Buffer.buffer(file.content())));
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
                send(request, "text/html; charset=utf-8", result.result());
              } else if (result.cause() instanceof UserError fault) {
                request.response().setStatusCode(UNPROCESSABLE);
                send(request, "text/plain; charset=utf-8", Buffer.buffer(fault.getMessage()));
              } else {
                request.fail(result.cause());
              }
            });
  }

  private static void send(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader("content-type", type)
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("content-security-policy", PageFile.POLICY)
        .end(body);
  }
}
