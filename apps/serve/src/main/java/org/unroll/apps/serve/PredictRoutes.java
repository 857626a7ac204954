package org.unroll.apps.serve;

import io.javalin.Javalin;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.eclipse.jetty.io.EofException;
import org.unroll.core.app.Pieces;

/** {@code POST /predict} of the only run, and {@code POST /predict/<run>}. Thread-safe. */
final class PredictRoutes {
  private static final String JSON = "application/json";
  private static final String PATH = "/predict";
  private static final String RUN = "run";
  private static final int STREAMS = 64; // each keeps a thread

  private final ServiceLimits limits;
  private final ServedRuns runs;
  private final Predictions predictions;
  private final RequestBody bodies;
  private final Semaphore streams = new Semaphore(STREAMS);

  PredictRoutes(
      ServiceLimits limits, ServedRuns runs, Predictions predictions, RequestBody bodies) {
    this.limits = limits;
    this.runs = runs;
    this.predictions = predictions;
    this.bodies = bodies;
  }

  void addTo(Javalin server) {
    server.post(PATH, request -> answer(request, runs.only()));
    server.post(PATH + "/{run}", request -> answer(request, runs.find(request.pathParam(RUN))));
  }

  private void answer(Context request, ServedRun run) throws IOException {
    request.attribute(RUN, run.name());
    String type = RequestBody.type(request);
    if (!type.equals(JSON)) {
      answer(request, predictions.answer(run, files(request, run, type)));
      return;
    }
    requireJson(request, run);
    byte[] body = bodies.read(request, limits.body());
    if (String.valueOf(request.header("accept")).contains(AnswerStream.MEDIA_TYPE)) {
      stream(request, run, body);
    } else {
      answer(request, predictions.answer(run, body, Pieces.NONE));
    }
  }

  private static void answer(Context request, CompletableFuture<String> answer) {
    request.future(
        () ->
            answer.thenAccept(
                json ->
                    request
                        .contentType(JSON)
                        .header("x-content-type-options", "nosniff")
                        .header("cache-control", "no-store")
                        .result(json)));
  }

  private void stream(Context request, ServedRun run, byte[] body) throws IOException {
    if (!streams.tryAcquire()) {
      throw Refusal.of(503, "as many streams as may are open: try again later");
    }
    try {
      AnswerStream stream = new AnswerStream();
      request.header("cache-control", "no-store");
      CompletableFuture<String> answer = predictions.answer(run, body, stream.pieces());
      try {
        stream.write(request, answer);
      } catch (EofException e) {
        answer.cancel(false); // nobody reads any more; a net that has begun does not stop half-way
      }
    } finally {
      streams.release();
    }
  }

  private static void requireJson(Context request, ServedRun run) {
    if (!JsonInputs.ask(run.question())) {
      throw notAsked(run, JSON);
    }
    String charset = request.req().getCharacterEncoding();
    if (charset != null && !isUtf8(charset)) {
      throw Refusal.of(415, "JSON in " + charset + "; expected UTF-8");
    }
  }

  private static boolean isUtf8(String name) {
    return Charset.isSupported(name) && Charset.forName(name).equals(StandardCharsets.UTF_8);
  }

  private SentFiles files(Context request, ServedRun run, String type) {
    Map<String, String> known = SentFiles.types(run.question());
    if (SentFiles.isParts(type) && !known.isEmpty()) {
      return bodies.reading(
          request, limits.body(), () -> SentFiles.parts(request, limits.inputs()));
    }
    if (!known.containsKey(type)) {
      throw notAsked(run, type);
    }
    return SentFiles.whole(bodies.read(request, limits.body()), known.get(type));
  }

  private static Refusal notAsked(ServedRun run, String type) {
    String expected =
        switch (run.question()) {
          case TEXT -> JSON;
          case TABLE -> JSON + ", text/csv or multipart/form-data";
          case PICTURE -> "image/png, image/jpeg or multipart/form-data";
          case RECORDING -> "video/mp4 or multipart/form-data";
        };
    return Refusal.of(
        415,
        "%s is not asked with %s; expected %s"
            .formatted(run.name(), type.isEmpty() ? "no content-type" : type, expected));
  }

  /** Once a request is over, whoever answered it. */
  static void count(Context request, ServiceMetrics metrics, float milliseconds) {
    String run = request.attribute(RUN);
    if (run != null) { // names that are none would fill the memory
      metrics.count(run, request.statusCode(), Duration.ofNanos((long) (milliseconds * 1e6)));
    }
  }
}
