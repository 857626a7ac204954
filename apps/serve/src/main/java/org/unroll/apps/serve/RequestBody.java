package org.unroll.apps.serve;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.eclipse.jetty.http.BadMessageException;
import org.eclipse.jetty.io.EofException;

/**
 * What requests hold. So many are read at once, of so many bytes: each that is slow keeps a thread,
 * each that is large the memory of others. Thread-safe.
 */
final class RequestBody {
  private static final int READERS = 48;
  private static final int ALL = 64 << 10; // KiB
  private static final int PIECE = 1 << 16; // bytes

  private final Semaphore readers = new Semaphore(READERS);
  private final Semaphore room = new Semaphore(ALL); // KiB
  private final Duration longest;

  /**
   * @param longest that a body may take to come
   */
  RequestBody(Duration longest) {
    this.longest = longest;
  }

  /** Reads something of a request, if others leave room. */
  <T> T reading(Context request, long most, Supplier<T> read) {
    if (request.req().getContentLengthLong() > most) {
      throw tooLong(most);
    }
    long declared = request.req().getContentLengthLong();
    int size = 1 + (int) Math.min(ALL - 1L, (declared < 0 ? most : declared) >> 10);
    boolean reader = acquire(readers, 1);
    boolean roomy = reader && acquire(room, size);
    try {
      if (!roomy) {
        throw Refusal.of(503, "too many requests are sent at once: try again later");
      }
      return read.get();
    } finally {
      readers.release(reader ? 1 : 0);
      room.release(roomy ? size : 0);
    }
  }

  private static boolean acquire(Semaphore permits, int count) {
    try {
      return permits.tryAcquire(count, 1, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Refusal tooLong(long most) {
    return Refusal.of(413, "a body of more than %,d bytes; send less at once".formatted(most));
  }

  /**
   * @param most bytes
   * @throws Refusal if it is longer, comes too slowly, or is cut short
   */
  byte[] read(Context request, long most) {
    return reading(request, most, () -> whole(request, most));
  }

  private byte[] whole(Context request, long most) {
    if (request.header("content-encoding") != null) {
      throw Refusal.of(415, "send the body as it is: no content-encoding is known here");
    }
    try {
      return pieces(request.req().getInputStream(), most);
    } catch (BadMessageException e) {
      throw e;
    } catch (EofException e) {
      throw Refusal.of(400, "the body ends before its length");
    } catch (IOException e) {
      boolean slow = e.getCause() instanceof TimeoutException;
      throw Refusal.of(
          slow ? 408 : 400, slow ? "the body comes too slowly" : "the body is cut short");
    }
  }

  private byte[] pieces(InputStream in, long most) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
      body.write(piece, 0, read);
      if (body.size() > most) {
        throw tooLong(most);
      }
      if (System.nanoTime() > end) {
        throw Refusal.of(408, "the body comes too slowly");
      }
    }
    return body.toByteArray();
  }

  /** The media type without its parameters, in lower case; empty without. */
  static String type(Context request) {
    String type = request.req().getContentType();
    return type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }
}
