package org.unroll.core.ui;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.deeplearning4j.ui.VertxUIServer;

/** Routes that come before DL4J's own: they guard and mend its pages and add our tabs to them. */
final class PageRoutes {
  private static final String ASSETS = "/assets/";
  private static final String TRAIN_SCRIPT = "js/train/train.js";
  private static final String SET_SESSION = "/train/sessions/set/";

  private static final String CHOSEN = "unroll.session";

  private final RunServer server;
  private final RequestGuard guard;

  PageRoutes(RunServer server, RequestGuard guard) {
    this.server = server;
    this.guard = guard;
  }

  void addTo(Router router) {
    router.route().order(-10).handler(guard::check);
    router.get("/").order(-2).handler(PageRoutes::runs);
    router.get(ASSETS + TRAIN_SCRIPT).order(-2).handler(PageRoutes::trainScript);
    router.get(ASSETS + "*").order(-1).handler(PageRoutes::knownAsset);
    router.getWithRegex(SET_SESSION + ".+").order(-1).handler(this::setSession);
    router.getWithRegex("/train/(overview|model|system)").order(-1).handler(this::openFirst);
  }

  private static void runs(RoutingContext request) {
    request.response().setStatusCode(302).putHeader("location", "/runs").end();
  }

  /**
   * Every page of DL4J loads this script last. Adding to it works whatever the order of the class
   * path and needs no copies of DL4J's page templates.
   */
  private static void trainScript(RoutingContext request) {
    byte[] original = read("/" + VertxUIServer.ASSETS_ROOT_DIRECTORY + TRAIN_SCRIPT);
    Buffer script = Buffer.buffer(original).appendString("\n");
    request
        .response()
        .putHeader("content-type", "text/javascript; charset=utf-8")
        .end(script.appendBytes(read("tab.js")));
  }

  /** DL4J never answers a request for an asset it does not have, and follows {@code ..}. */
  private static void knownAsset(RoutingContext request) {
    String path = request.request().path().substring(ASSETS.length());
    int webjar = path.indexOf("webjars");
    String resource =
        webjar < 0
            ? VertxUIServer.ASSETS_ROOT_DIRECTORY + path
            : "META-INF/resources/" + path.substring(webjar);
    ClassLoader loader = PageRoutes.class.getClassLoader();
    boolean folder = path.endsWith("/") || loader.getResource(resource + "/") != null;
    if (path.contains("..") || folder || loader.getResource(resource) == null) {
      request.response().setStatusCode(404).end();
    } else {
      request.next();
    }
  }

  /**
   * Opens the charts that are asked for. Our session names hold a slash, which DL4J's script does
   * not encode, so the request is sent once more as its server reads it.
   */
  private void setSession(RoutingContext request) {
    if (request.get(CHOSEN) != null) {
      request.next();
      return;
    }
    String name = request.normalisedPath().substring(SET_SESSION.length());
    String decoded = URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    String encoded = RunName.encoded(decoded);
    Optional<AttachedRun> run = server.runs().find(decoded);
    offLoop(
        request,
        () -> run.isPresent() ? server.charts().open(run.get()) : "",
        problem -> {
          if (problem.isEmpty()) {
            request.put(CHOSEN, true).reroute(SET_SESSION + encoded);
          } else {
            request.response().setStatusCode(409).end("No training charts: " + problem + ".");
          }
        });
  }

  private void openFirst(RoutingContext request) {
    offLoop(
        request,
        () -> {
          server.charts().openFirst();
          return "";
        },
        done -> request.next());
  }

  private static void offLoop(
      RoutingContext request, Callable<String> work, Consumer<String> then) {
    request.request().pause(); // DL4J's handlers wait for its end, which must not pass meanwhile
    request
        .vertx()
        .<String>executeBlocking(
            promise -> {
              try {
                promise.complete(work.call());
              } catch (Exception e) {
                promise.fail(e);
              }
            },
            result -> {
              request.request().resume();
              if (result.succeeded()) {
                then.accept(result.result());
              } else {
                request.fail(result.cause());
              }
            });
  }

  /** A resource by its name beside this class, or from the root with a leading slash. */
  static byte[] read(String resource) {
    try (InputStream stream = PageRoutes.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IllegalStateException("Not on the class path: " + resource);
      }
      return stream.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + resource, e);
    }
  }
}
