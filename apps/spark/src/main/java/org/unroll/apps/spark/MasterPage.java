package org.unroll.apps.spark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/** What a master says of itself over HTTP. */
record MasterPage(String address) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** How many workers are there; empty if it does not answer. */
  Optional<Integer> workers() {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(address + "/json/")).timeout(PATIENCE).build();
    try {
      String answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString()).body();
      JsonNode alive = Json.MAPPER.readTree(answer).path("aliveworkers");
      return alive.isInt() ? Optional.of(alive.asInt()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty(); // not up yet, or no more
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserError("stopped while waiting for Spark", e);
    }
  }
}
