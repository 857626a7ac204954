package org.unroll.apps.serve;

import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import org.unroll.core.ui.PageFile;

/** How requests that fail are answered. */
final class ProblemAnswer {
  private static final String AGAIN = "1"; // second
  private static final String TOLD = "told";

  private ProblemAnswer() {}

  static void answer(Exception thrown, Context request) {
    Throwable reason = Faults.reason(thrown);
    if (reason instanceof HttpResponseException known) {
      answer(Problem.of(known.getStatus(), String.valueOf(known.getMessage())), request);
    } else {
      answer(Faults.problem(reason), request);
    }
  }

  static void answer(Problem problem, Context request) {
    if (request.res().isCommitted()) {
      return; // whoever asked has gone, or knows already
    }
    request.attribute(TOLD, true);
    request.status(problem.status()).header("cache-control", "no-store");
    if (problem.status() == 503) {
      request.header("retry-after", AGAIN);
    }
    if (problem.status() == 401) {
      request.header("www-authenticate", "Bearer");
    }
    if (request.path().startsWith("/play")) { // the page shows it as it is
      request.contentType("text/plain; charset=utf-8").result(problem.detail());
    } else {
      byte[] json = AnswerJson.write(problem).getBytes(StandardCharsets.UTF_8);
      request.contentType(Problem.MEDIA_TYPE).result(json);
    }
  }

  static void notFound(Context request) {
    if (isUntold(request)) {
      answer(Problem.of(404, "there is nothing here; see /openapi.json"), request);
    }
  }

  static void notAllowed(Context request) {
    if (isUntold(request)) {
      answer(Problem.of(405, request.method() + " is not for " + request.path()), request);
    }
  }

  private static boolean isUntold(Context request) {
    return request.attribute(TOLD) == null;
  }

  /** A file of the page. */
  static void send(PageFile file, Context request) {
    request
        .contentType(file.type())
        .header("x-content-type-options", "nosniff")
        .header("content-security-policy", PageFile.POLICY)
        .header("cache-control", "no-store")
        .result(file.content());
  }
}
