package org.unroll.datasets.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress.Job;
import org.unroll.core.data.Progress.Unit;
import org.unroll.core.data.Progress.Work;

/**
 * Gets one address into one file. What has arrived is kept in a part file beside it, and the next
 * attempt, of this run or a later one, asks for the rest only. It does so under {@code If-Range}
 * (RFC 9110, section 13.1.5), so that a file which has changed meanwhile is never joined to its old
 * beginning. One thread at a time.
 */
final class Download {
  private static final int ATTEMPTS = 4;
  private static final long PAUSE_MILLIS = 250;
  private static final Duration CONNECT = Duration.ofSeconds(20);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Duration patience;
  private final DataAccess access;
  private final Set<String> told = new HashSet<>();

  /**
   * @param access told of each file, and how it gets on
   */
  Download(Duration patience, DataAccess access) {
    this.patience = patience;
    this.access = access;
  }

  /**
   * @return false if the server says that there is no such file
   * @throws UserError if it cannot be had after several attempts, or the disk is full
   */
  boolean fetch(URI source, Path target) throws IOException {
    PartFile part = new PartFile(target, source);
    IOException last = new IOException("no attempt");
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      try {
        if (!transfer(source, part)) {
          return false;
        }
        part.finish();
        return true;
      } catch (IOException e) {
        last = e;
        if (attempt < ATTEMPTS) {
          pause(attempt);
        }
      }
    }
    throw new UserError(
        """
        cannot fetch %s: %s (%d attempts).
        Check the network and try again, the next attempt goes on where this one stopped; or set \
        UNROLL_MIRROR to a folder or address laid out <data set>/<file>."""
            .formatted(source, reason(last), ATTEMPTS),
        last);
  }

  private boolean transfer(URI source, PartFile part) throws IOException {
    long have = part.usableBytes();
    HttpResponse<InputStream> response = send(request(source, part, have));
    try (InputStream body = new StallGuard(response.body(), patience)) {
      switch (response.statusCode()) {
        case 200 -> part.restart(validator(response));
        case 206 -> {
          if (!response
              .headers()
              .firstValue("Content-Range")
              .orElse("")
              .startsWith("bytes " + have + "-")) {
            part.discard();
            throw new IOException("the server sent another part than the one asked for");
          }
        }
        case 404, 410 -> {
          return false;
        }
        case 416 -> {
          part.discard();
          throw new IOException("the server has less than was already fetched");
        }
        default -> throw refused(source, response.statusCode());
      }
      copy(body, response, part);
    }
    return true;
  }

  private HttpRequest request(URI source, PartFile part, long have) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(source).timeout(patience);
    if (have > 0) {
      request.header("Range", "bytes=" + have + "-").header("If-Range", part.validator());
    }
    return request.build();
  }

  private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
    try {
      return client.send(request, BodyHandlers.ofInputStream());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void copy(InputStream body, HttpResponse<InputStream> response, PartFile part)
      throws IOException {
    long done = Files.exists(part.path()) ? Files.size(part.path()) : 0;
    long coming = response.headers().firstValueAsLong("Content-Length").orElse(-1);
    long total = coming < 0 ? -1 : done + coming;
    requireSpace(part.path(), coming);
    tell(response.request().uri(), total);
    byte[] buffer = new byte[1 << 16];
    try (FileChannel out =
            FileChannel.open(part.path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Work work = access.progress().begin(job(response.request().uri(), done, total))) {
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        write(out, ByteBuffer.wrap(buffer, 0, read), part.path());
        done += read;
        work.advance(read);
      }
      out.force(true);
    }
    if (total >= 0 && done != total) {
      throw new IOException("the connection broke after %,d of %,d bytes".formatted(done, total));
    }
  }

  private void tell(URI source, long total) {
    if (told.add(source.toString())) { // once, however many attempts it takes
      access.notices().accept(total < 0 ? source.toString() : source + " (" + Size.of(total) + ")");
    }
  }

  private static Job job(URI source, long done, long total) {
    String path = source.getPath();
    String file = path.substring(path.lastIndexOf('/') + 1);
    return new Job("downloading " + file, done, total, Unit.BYTES);
  }

  private static void write(FileChannel out, ByteBuffer bytes, Path file) {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw new UserError(
          "cannot write %s: %s. Free some space, or set UNROLL_CACHE to a folder on another disk."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  private static void requireSpace(Path file, long bytes) throws IOException {
    long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
    if (bytes > free) {
      throw new UserError(
          "disk full: %s needs %,d more bytes, %,d are free. Free some space, or set UNROLL_CACHE to a folder on another disk."
              .formatted(file, bytes, free));
    }
  }

  private static Optional<String> validator(HttpResponse<?> response) {
    // a weak tag promises only an equivalent file, not the same bytes
    return response
        .headers()
        .firstValue("ETag")
        .filter(tag -> !tag.startsWith("W/"))
        .or(() -> response.headers().firstValue("Last-Modified"));
  }

  private static IOException refused(URI source, int status) {
    if (status >= 500 || status == 429 || status == 408) {
      return new IOException("the server answered " + status);
    }
    throw new UserError(
        "cannot fetch %s: the server answered %d. Look whether the address opens in a browser, or set UNROLL_MIRROR to a folder or address that has the file."
            .formatted(source, status));
  }

  private static String reason(IOException e) {
    if (e instanceof ConnectException || e instanceof HttpConnectTimeoutException) {
      return "no connection to the server";
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(PAUSE_MILLIS * attempt);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static UserError interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new UserError("interrupted while fetching", e);
  }
}
