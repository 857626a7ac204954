package org.unroll.core.ui;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.deeplearning4j.core.storage.StatsStorage;
import org.deeplearning4j.core.storage.StatsStorageEvent;
import org.deeplearning4j.ui.VertxUIServer;
import org.deeplearning4j.ui.api.HttpMethod;
import org.deeplearning4j.ui.api.Route;
import org.deeplearning4j.ui.api.UIModule;
import org.deeplearning4j.ui.i18n.I18NResource;
import org.unroll.core.UserError;

/**
 * The Play page: {@code /play}, under {@code /play/form?run=<name>} the form to ask a run with, and
 * {@code POST /play/answer?run=<name>[&file=<name>]} with a text or a file's bytes as body. DL4J's
 * server finds this class through {@code META-INF/services} and creates it without arguments.
 */
public final class PlayModule implements UIModule {
  private static final int WRONG_INPUT = 422;

  @Override
  public List<Route> getRoutes() {
    return List.of(
        PageAnswer.resource("/play", "play.html", "text/html"),
        PageAnswer.resource("/play/play.css", "play.css", "text/css"),
        PageAnswer.resource("/play/play.js", "play.js", "text/javascript"),
        new Route("/play/form", HttpMethod.GET, (arguments, request) -> form(request)),
        new Route("/play/answer", HttpMethod.POST, (arguments, request) -> answer(request)));
  }

  private static void form(RoutingContext request) {
    Optional<String> run = Optional.ofNullable(request.request().getParam("run"));
    reply(request, page -> page.form(run));
  }

  private static void answer(RoutingContext request) {
    String run = String.valueOf(request.request().getParam("run"));
    Optional<String> file = Optional.ofNullable(request.request().getParam("file"));
    byte[] body = request.getBody() == null ? new byte[0] : request.getBody().getBytes();
    reply(request, page -> page.answer(run, file, body));
  }

  /** Nets are asked off the event loop, and beside the other pages. */
  private static void reply(RoutingContext request, Function<PlayPage, String> part) {
    if (!(VertxUIServer.getInstance() instanceof RunServer server)) {
      request.response().setStatusCode(404).end(); // DL4J's own server: it has no runs.
      return;
    }
    PlayPage page = new PlayPage(server.runs(), server.answering());
    request
        .vertx()
        .<Buffer>executeBlocking(
            promise -> promise.complete(Buffer.buffer(part.apply(page))),
            false,
            result -> {
              if (result.succeeded()) {
                PageAnswer.send(request, "text/html", result.result());
              } else if (result.cause() instanceof UserError fault) {
                request.response().setStatusCode(WRONG_INPUT);
                PageAnswer.send(request, "text/plain", Buffer.buffer(fault.getMessage()));
              } else {
                request.fail(result.cause());
              }
            });
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
