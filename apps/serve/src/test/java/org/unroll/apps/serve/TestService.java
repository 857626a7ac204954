package org.unroll.apps.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.model.Sharing;

/** A service at a free port of this machine, and somebody who asks it. */
final class TestService implements AutoCloseable {
  static final ServiceLimits LIMITS = new ServiceLimits(1 << 20, 1000, 16, Duration.ofSeconds(30));

  private final HttpClient client = HttpClient.newHttpClient();
  private final Service service;

  private TestService(ServiceConfig config, ServedRuns runs) {
    this.service = Service.start(config, runs);
  }

  static TestService of(Map<String, Path> runs) {
    return of(runs, LIMITS, Sharing.DEFAULT, Optional.empty());
  }

  static TestService of(
      Map<String, Path> runs, ServiceLimits limits, Sharing sharing, Optional<BearerToken> token) {
    ServedRuns served = new ServedRuns();
    runs.forEach(
        (name, run) -> served.put(ServedRun.open(name, run, sharing, List.of("threads=1"))));
    ServiceConfig config = new ServiceConfig("127.0.0.1", 0, limits, Duration.ofSeconds(1), token);
    return new TestService(config, served);
  }

  URI url() {
    return service.url();
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(URI.create(url() + path)));
  }

  HttpResponse<String> ask(String path, String json, String... headers)
      throws IOException, InterruptedException {
    return post(path, "application/json", json.getBytes(StandardCharsets.UTF_8), headers);
  }

  HttpResponse<String> post(String path, String type, byte[] body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url() + path))
            .header("content-type", type)
            .POST(BodyPublishers.ofByteArray(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  @Override
  public void close() {
    service.close();
  }
}
