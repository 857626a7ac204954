package org.unroll.core.ui;

import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.deeplearning4j.ui.VertxUIServer;
import org.unroll.core.history.RunFile;
import org.unroll.core.run.RunDirectory;

/**
 * Gives out files of runs to read: by the name of an attached run and one of {@link RunFile#NAMES},
 * never by a path. The names stand in the address as they are, so that a page of a comparison finds
 * the reports of its rows.
 */
final class FileAnswer {
  private FileAnswer() {}

  /** The address of a file of a run. */
  static String address(String run, String file) {
    List<String> parts = new ArrayList<>();
    for (String part : (run + "/" + file).split("/")) {
      parts.add(RunName.encoded(part));
    }
    return RunsModule.FILES + String.join("/", parts);
  }

  static void send(RoutingContext request) {
    Optional<Path> file = file(request.request().path());
    if (file.isEmpty()) {
      request.response().setStatusCode(404).end();
      return;
    }
    String name = file.get().getFileName().toString();
    HttpServerResponse response =
        request
            .response()
            .putHeader("content-type", type(name) + "; charset=utf-8")
            .putHeader("cache-control", "no-store")
            .putHeader("x-content-type-options", "nosniff")
            // A report carries its style and its pictures; whatever else a run wrote there is dead.
            .putHeader(
                "content-security-policy",
                "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
                    + " form-action 'none'; frame-ancestors 'none'");
    response.sendFile(
        file.get().toString(),
        sent -> {
          if (sent.failed() && !response.ended()) {
            response.setStatusCode(404).end();
          }
        });
  }

  private static String type(String name) {
    if (name.endsWith(".html")) {
      return "text/html";
    }
    return name.endsWith(".json") ? "application/json" : "text/plain";
  }

  /** By the address as it was sent, before anybody resolves dots in it. */
  private static Optional<Path> file(String path) {
    if (!(VertxUIServer.getInstance() instanceof RunServer server)
        || !path.startsWith(RunsModule.FILES)) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    for (String part : path.substring(RunsModule.FILES.length()).split("/", -1)) {
      String decoded = decoded(part);
      if (decoded.isEmpty() || decoded.contains("/")) {
        return Optional.empty();
      }
      parts.add(decoded);
    }
    String name = String.join("/", parts.subList(0, parts.size() - 1));
    return server
        .runs()
        .find(name)
        .flatMap(
            run -> RunFile.find(new RunDirectory(run.directory()), parts.get(parts.size() - 1)));
  }

  /** Empty if it is no text in UTF-8. */
  private static String decoded(String part) {
    try {
      return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return ""; // a per cent sign without two digits
    }
  }
}
