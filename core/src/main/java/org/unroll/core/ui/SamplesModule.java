package org.unroll.core.ui;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.VertxUIServer;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.deeplearning4j.ui.api.UIModule;
import org.deeplearning4j.ui.i18n.I18NResource;

/**
 * The Samples page: {@code /samples}, and its contents as JSON under {@code
 * /samples/data?run=<name>}. DL4J's server finds this class through {@code META-INF/services} and
 * creates it without arguments.
 */
public final class SamplesModule implements UIModule {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public List<Route> getRoutes() {
    return List.of(
        resource("/samples", "samples.html", "text/html"),
        resource("/samples/samples.css", "samples.css", "text/css"),
        resource("/samples/elements.js", "elements.js", "text/javascript"),
        resource("/samples/curves.js", "curves.js", "text/javascript"),
        resource("/samples/series.js", "series.js", "text/javascript"),
        resource("/samples/pairs.js", "pairs.js", "text/javascript"),
        resource("/samples/samples.js", "samples.js", "text/javascript"),
        new Route("/samples/data", HttpMethod.GET, (arguments, request) -> data(request)));
  }

  private static Route resource(String path, String resource, String type) {
    return new Route(
        path,
        HttpMethod.GET,
        (arguments, request) -> answer(request, type, Buffer.buffer(PageRoutes.read(resource))));
  }

  private static void data(RoutingContext request) {
    if (!(VertxUIServer.getInstance() instanceof RunServer server)) {
      request.response().setStatusCode(404).end(); // DL4J's own server: it has no runs.
      return;
    }
    Optional<String> name = Optional.ofNullable(request.request().getParam("run"));
    // Files are read off the event loop, which has the other pages to serve.
    request
        .vertx()
        .<Buffer>executeBlocking(
            promise -> promise.complete(json(server.runs(), name)),
            result -> {
              if (result.succeeded()) {
                answer(request, "application/json", result.result());
              } else {
                request.fail(result.cause());
              }
            });
  }

  private static Buffer json(AttachedRuns runs, Optional<String> name) {
    try {
      return Buffer.buffer(JSON.writeValueAsBytes(RunPage.of(runs, name)));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the run " + name.orElse(""), e);
    }
  }

  private static void answer(RoutingContext request, String type, Buffer body) {
    request
        .response()
        .putHeader("content-type", type + "; charset=utf-8")
        .putHeader("cache-control", "no-store")
        .putHeader("x-content-type-options", "nosniff")
        // Whatever a sample says, no script but ours runs.
        .putHeader("content-security-policy", "default-src 'self'; img-src 'self' data:")
        .end(body);
  }

  @Override
  public List<String> getCallbackTypeIDs() {
    return List.of();
  }

  @Override
  public void reportStorageEvents(Collection<StatsStorageEvent> events) {}

  @Override
  public void onAttach(StatsStorage statsStorage) {}

  @Override
  public void onDetach(StatsStorage statsStorage) {}

  @Override
  public List<I18NResource> getInternationalizationResources() {
    return List.of();
  }
}
