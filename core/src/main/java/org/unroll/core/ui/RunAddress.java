package org.unroll.core.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ui.json} in a run directory: where the process that trains this run shows it. Written by
 * {@link TrainingUi#listen}, removed by {@link TrainingUi#close}; after kill -9 it stays, so the
 * process number tells whether it still holds.
 */
record RunAddress(URI url, long pid) {
  private static final String FILE = "ui.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  void write(Path runDirectory) {
    try {
      byte[] json = JSON.writeValueAsBytes(Map.of("url", url.toString(), "pid", pid));
      Files.write(runDirectory.resolve(FILE), json);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + runDirectory.resolve(FILE), e);
    }
  }

  static void remove(Path runDirectory) {
    try {
      Files.deleteIfExists(runDirectory.resolve(FILE));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + runDirectory.resolve(FILE), e);
    }
  }

  /** The address another, living process serves this run at; empty if there is none. */
  static Optional<URI> elsewhere(Path runDirectory) {
    JsonNode json;
    try {
      json = JSON.readTree(Files.readAllBytes(runDirectory.resolve(FILE)));
    } catch (NoSuchFileException | JsonProcessingException e) {
      return Optional.empty(); // Nobody serves it, or the writer was killed half-way.
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + runDirectory.resolve(FILE), e);
    }
    long pid = json.path("pid").asLong(-1);
    String url = json.path("url").asText("");
    // The file comes with the run directory, perhaps from someone else: only a plain web link.
    if (pid == ProcessHandle.current().pid() || !url.matches("http://[\\w.:\\[\\]-]+/?")) {
      return Optional.empty();
    }
    boolean alive = pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    return alive ? Optional.of(URI.create(url)) : Optional.empty();
  }
}
