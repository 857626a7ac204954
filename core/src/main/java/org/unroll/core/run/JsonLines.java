package org.unroll.core.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.unroll.core.app.Json;
import org.unroll.core.config.UserError;

/** Files with one JSON object a line: {@code metrics.jsonl} and {@code samples.jsonl}. */
public final class JsonLines {
  private JsonLines() {}

  public static void append(Path file, List<?> records) {
    StringBuilder lines = new StringBuilder();
    try {
      for (Object record : records) {
        lines.append(Json.MAPPER.writeValueAsString(record)).append('\n');
      }
      Files.writeString(
          file,
          lines,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserError(
          "cannot write " + file + " (" + e + "): check free space and permissions", e);
    }
  }

  /** Drops lines of later epochs and a torn last line, so that a resumed run can append. */
  public static void keepUpTo(Path file, int epoch) {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    try {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        if (isUpTo(line, epoch)) {
          kept.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.writeText(file, kept.toString());
  }

  private static boolean isUpTo(String line, int epoch) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      return node.path("epoch").asInt(Integer.MAX_VALUE) <= epoch;
    } catch (IOException torn) {
      return false; // the line the process was writing when it was killed
    }
  }
}
