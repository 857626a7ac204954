package org.unroll.apps.serve;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.unroll.core.app.Pieces;

/**
 * Answers as server-sent events: {@code piece} for what is known of an answer, with the place of
 * its input, then {@code answer} with all of them, as without a stream, or {@code problem}. A
 * reader that is slow is waited for here, not by the net.
 */
final class AnswerStream {
  static final String MEDIA_TYPE = "text/event-stream";

  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

  private record Event(String name, String data, boolean last) {}

  private record Piece(int input, String piece) {}

  /** What a net tells of its answers. */
  Pieces pieces() {
    return (input, piece) -> {
      if (!piece.isEmpty()) {
        events.add(new Event("piece", AnswerJson.write(new Piece(input, piece)), false));
      }
    };
  }

  /**
   * Writes until the answer is there.
   *
   * @throws IOException if nobody reads any more
   * @throws RuntimeException what went wrong before anything was written
   */
  void write(Context request, CompletableFuture<String> answer) throws IOException {
    answer.whenComplete(
        (json, fault) ->
            events.add(
                fault == null
                    ? new Event("answer", json, true)
                    : new Event("problem", AnswerJson.write(Faults.problem(fault)), true)));
    Event event = next();
    if (event.name().equals("problem")) {
      answer.join(); // throws it: its status can still be told
    }
    request.res().setContentType(MEDIA_TYPE + ";charset=utf-8");
    OutputStream out = request.res().getOutputStream();
    while (!event.last()) {
      send(out, event);
      event = next();
    }
    send(out, event);
  }

  private static void send(OutputStream out, Event event) throws IOException {
    String text = "event: " + event.name() + "\ndata: " + event.data() + "\n\n"; // JSON: one line
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private Event next() {
    try {
      return events.take(); // the last comes in time: answers have a limit
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Refusal.of(503, "the server is ending");
    }
  }
}
