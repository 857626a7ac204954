package org.unroll.core.ui;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.VertxUIServer;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.deeplearning4j.ui.api.UIModule;
import org.deeplearning4j.ui.i18n.I18NResource;
import org.unroll.core.report.RunFigures;

/**
 * The Samples page: {@code /samples}, and under {@code
 * /samples/run?run=<name>&epoch=<example>:<epoch>} what changes on it. DL4J's server finds this
 * class through {@code META-INF/services} and creates it without arguments.
 */
public final class SamplesModule implements UIModule {
  private static final Pattern CHOSEN = Pattern.compile("(\\d{1,9}):(\\d{1,9})");

  @Override
  public List<Route> getRoutes() {
    return List.of(
        PageAnswer.resource("/samples", "samples.html", "text/html"),
        PageAnswer.resource("/samples/samples.css", "samples.css", "text/css"),
        PageAnswer.resource("/samples/figures.css", RunFigures.STYLE, "text/css"),
        PageAnswer.resource("/samples/samples.js", "samples.js", "text/javascript"),
        new Route("/samples/run", HttpMethod.GET, (arguments, request) -> run(request)));
  }

  private static void run(RoutingContext request) {
    if (!(VertxUIServer.getInstance() instanceof RunServer server)) {
      request.response().setStatusCode(404).end(); // DL4J's own server: it has no runs.
      return;
    }
    Optional<String> name = Optional.ofNullable(request.request().getParam("run"));
    List<String> epochs = request.request().params().getAll("epoch");
    // Files are read off the event loop, which has the other pages to serve.
    request
        .vertx()
        .<Buffer>executeBlocking(
            promise -> promise.complete(page(server.runs(), name, chosen(epochs))),
            result -> {
              if (result.succeeded()) {
                PageAnswer.send(request, "text/html", result.result());
              } else {
                request.fail(result.cause());
              }
            });
  }

  /** Example to epoch, of {@code example:epoch}. */
  private static Map<Integer, Integer> chosen(List<String> epochs) {
    Map<Integer, Integer> chosen = new HashMap<>();
    for (String epoch : epochs) {
      Matcher matcher = CHOSEN.matcher(epoch);
      if (matcher.matches()) {
        chosen.put(Integer.valueOf(matcher.group(1)), Integer.valueOf(matcher.group(2)));
      }
    }
    return chosen;
  }

  private static Buffer page(
      AttachedRuns runs, Optional<String> name, Map<Integer, Integer> chosen) {
    try {
      return Buffer.buffer(RunPage.of(runs, name, chosen));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the run " + name.orElse(""), e);
    }
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
