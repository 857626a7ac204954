package org.unroll.datasets.catalog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A web server on the loopback with files that it can break off, hold back or swap. */
final class FileServer implements AutoCloseable {
  private static final int PIECE = 10_000;

  /** Content by path, such as {@code /a.txt}. */
  final Map<String, byte[]> files = new ConcurrentHashMap<>();

  /** Each request as {@code path range}. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  /** How many answers are still to break off in the middle. */
  final AtomicInteger breaks = new AtomicInteger();

  /** How many answers are still to stop sending in the middle and keep the connection. */
  final AtomicInteger stalls = new AtomicInteger();

  /** Sends in small pieces with pauses of so many milliseconds. */
  volatile long pause;

  /** How many answers are still to be 503. */
  final AtomicInteger unavailable = new AtomicInteger();

  volatile String etag = "\"one\"";
  volatile long claimedLength = -1;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  FileServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  URI at(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    requests.add(path + " " + (range == null ? "all" : range));
    byte[] content = files.get(path);
    if (content == null || taken(unavailable)) {
      exchange.sendResponseHeaders(content == null ? 404 : 503, -1);
      exchange.close();
      return;
    }
    boolean same = etag.equals(exchange.getRequestHeaders().getFirst("If-Range"));
    int from = range == null || !same ? 0 : Integer.parseInt(range.replaceAll("[^0-9]", ""));
    if (!etag.isEmpty()) {
      exchange.getResponseHeaders().set("ETag", etag);
    }
    if (from > 0) {
      String part = "bytes " + from + "-" + (content.length - 1) + "/" + content.length;
      exchange.getResponseHeaders().set("Content-Range", part);
    }
    long length = claimedLength >= 0 ? claimedLength : content.length - from;
    exchange.sendResponseHeaders(from > 0 ? 206 : 200, length);
    send(exchange, content, from);
  }

  private void send(HttpExchange exchange, byte[] content, int from) throws IOException {
    OutputStream body = exchange.getResponseBody();
    int half = (content.length - from) / 2;
    if (taken(breaks)) {
      body.write(content, from, half);
      body.flush();
      exchange.close();
      return;
    }
    if (taken(stalls)) {
      body.write(content, from, half);
      body.flush();
      return;
    }
    for (int at = from; at < content.length; at += PIECE) {
      body.write(content, at, Math.min(PIECE, content.length - at));
      if (pause > 0) {
        body.flush();
        sleep();
      }
    }
    exchange.close();
  }

  private void sleep() throws IOException {
    try {
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e); // the server was closed
    }
  }

  private static boolean taken(AtomicInteger left) {
    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
