package org.unroll.apps.serve;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Requests that strangers, broken clients and attackers send, drawn from a seed. */
final class BrokenRequests {
  private static final Pattern STATUS = Pattern.compile("\\AHTTP/1.1 (\\d{3}) ");
  private static final String[] METHODS = {
    "POST", "POST", "POST", "POST", "GET", "PUT", "TRACE", "X"
  };
  private static final String[] PATHS = {
    "/predict/sentiment",
    "/predict/sentiment",
    "/predict/forecast",
    "/predict/forecast",
    "/predict",
    "/predict/",
    "/predict/%2e%2e",
    "/../etc/passwd",
    "/play/answer?run=forecast&file=../../x.csv",
    "/play/answer",
    "/%zz"
  };
  private static final String[] TYPES = {
    "application/json", "application/json", "application/json; charset=utf-16", "text/csv",
    "multipart/form-data; boundary=b", "multipart/form-data", "x", ""
  };
  private static final String[] BODIES = {
    "{\"text\": \"it is dull\"}",
    "[{\"text\": \"a\"}, {\"text\": \"b\"}]",
    "{\"series\": \"\", \"start\": 1709251200, \"step\": \"1h\", \"stamped\": true, \"values\": {\"load\": [50, 57, 64, 71, 50, 61, 68, 51, 58]}}",
    "timestamp,load\n2024-03-01 00:00,50\n2024-03-01 01:00,57\n",
    "--b\r\ncontent-disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\ntimestamp,load\n2024-03-01 00:00,5\r\n--b--\r\n"
  };
  private static final String[] BITS = {
    "[",
    "]",
    "{",
    "}",
    "\"",
    ",",
    ":",
    "null",
    "true",
    "-",
    "1e400",
    "99999999999999999999",
    "NaN",
    "\\u0000",
    "\\ud800",
    "\u00ff",
    "\u0000",
    "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
    "/*",
    "\r\n",
    "--b",
    "1h",
    "1mo"
  };

  private final int port;
  private final SplittableRandom random;

  BrokenRequests(int port, long seed) {
    this.port = port;
    this.random = new SplittableRandom(seed);
  }

  /**
   * What was sent and what came back.
   *
   * @param status 0 if nothing came back
   */
  record Sent(String what, String answer, int status) {}

  Sent next() throws IOException {
    byte[] body = body();
    String head = head(body.length);
    boolean cut = random.nextInt(10) == 0;
    int length = cut ? random.nextInt(body.length + 1) : body.length;
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    whole.write(body, 0, length);
    String answer = answer(whole.toByteArray());
    Matcher status = STATUS.matcher(answer);
    String what = head + new String(body, 0, Math.min(200, length), StandardCharsets.ISO_8859_1);
    return new Sent(what, answer, status.find() ? Integer.parseInt(status.group(1)) : 0);
  }

  private <T> T any(T[] of) {
    return of[random.nextInt(of.length)];
  }

  private byte[] body() {
    if (random.nextInt(40) == 0) {
      return new byte[(1 << 20) + random.nextInt(1000)];
    }
    StringBuilder body = new StringBuilder(any(BODIES));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(body.length() + 1);
      int to = Math.min(body.length(), at + random.nextInt(8));
      body.replace(at, to, any(BITS));
    }
    return body.toString()
        .getBytes(random.nextInt(8) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.ISO_8859_1);
  }

  private String head(int length) {
    StringBuilder head = new StringBuilder();
    head.append(any(METHODS)).append(' ').append(any(PATHS)).append(" HTTP/1.1\r\n");
    head.append("host: 127.0.0.1:").append(port).append("\r\nconnection: close\r\n");
    String type = any(TYPES);
    if (!type.isEmpty()) {
      head.append("content-type: ").append(type).append("\r\n");
    }
    if (random.nextInt(12) == 0) {
      head.append("accept: text/event-stream\r\n");
    }
    if (random.nextInt(20) == 0) {
      head.append(any(new String[] {"bad header", "x: " + "y".repeat(9000), "expect: x", "te: x"}));
      head.append("\r\n");
    }
    String declared = Integer.toString(length);
    if (random.nextInt(20) == 0) {
      declared = any(new String[] {"-1", "x", "1", "0"}).toLowerCase(Locale.ROOT);
    }
    return head.append("content-length: ").append(declared).append("\r\n\r\n").toString();
  }

  /** Half of the connections that are cut are cut by who asks, before an answer. */
  private String answer(byte[] request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      socket.setSoTimeout(20_000);
      try {
        socket.getOutputStream().write(request);
        socket.getOutputStream().flush();
        if (random.nextInt(10) == 0) {
          return "";
        }
        socket.shutdownOutput();
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      } catch (SocketException e) {
        return ""; // the service hung up before all was sent
      }
    }
  }
}
