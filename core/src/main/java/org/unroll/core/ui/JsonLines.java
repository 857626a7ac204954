package org.unroll.core.ui;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of one JSON object a line, which another thread or process may be writing.
 *
 * @param records the objects in file order
 * @param unreadable lines that are no JSON object. The end of a file that does not close with a
 *     line feed is not counted: it is being written, or its writer was killed.
 */
record JsonLines(List<JsonNode> records, int unreadable) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Reads the file; one that does not exist yet is empty. */
  static JsonLines read(Path file) throws IOException {
    String text;
    try {
      text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return new JsonLines(List.of(), 0);
    }
    List<JsonNode> records = new ArrayList<>();
    int unreadable = 0;
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      boolean torn = end < 0;
      String line = text.substring(start, torn ? text.length() : end);
      if (!line.isBlank() && !parse(line, records) && !torn) {
        unreadable++;
      }
      start = torn ? text.length() : end + 1;
    }
    return new JsonLines(List.copyOf(records), unreadable);
  }

  private static boolean parse(String line, List<JsonNode> into) {
    try {
      JsonNode node = JSON.readTree(line);
      return node.isObject() && into.add(node);
    } catch (JsonProcessingException e) {
      return false; // Counted by the caller and shown on the page.
    }
  }
}
