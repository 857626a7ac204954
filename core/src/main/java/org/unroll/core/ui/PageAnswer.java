package org.unroll.core.ui;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;

/** How our pages are answered: not kept, and no script but ours runs whatever they quote. */
final class PageAnswer {
  private PageAnswer() {}

  /** A resource beside this class, or from the root with a leading slash. */
  static Route resource(String path, String resource, String type) {
    return new Route(
        path,
        HttpMethod.GET,
        (arguments, request) -> send(request, type, Buffer.buffer(PageRoutes.read(resource))));
  }

  static void send(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader("content-type", type + "; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff")
        .putHeader("content-security-policy", "default-src 'self'; img-src 'self' data:")
        .end(body);
  }
}
