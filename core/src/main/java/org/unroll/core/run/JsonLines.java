package org.unroll.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.core.Json;

/**
 * A file of one JSON object a line, such as {@code metrics.jsonl}, which another thread or process
 * may be writing.
 *
 * @param records the objects in file order
 * @param unreadable lines that are no JSON object, without a torn one
 * @param torn whether the last line is no JSON object and has no line feed: it is being written, or
 *     its writer was killed
 */
public record JsonLines(List<JsonNode> records, int unreadable, boolean torn) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  /** Reads the file; one that does not exist yet is empty. */
  public static JsonLines read(Path file) throws IOException {
    String text = text(file);
    List<JsonNode> records = new ArrayList<>();
    int unreadable = 0;
    boolean readable = true;
    for (String line : text.split("\n")) {
      Optional<JsonNode> record = parse(line);
      record.ifPresent(records::add);
      readable = line.isBlank() || record.isPresent();
      unreadable += readable ? 0 : 1;
    }
    boolean torn = !readable && !text.endsWith("\n");
    return new JsonLines(List.copyOf(records), torn ? unreadable - 1 : unreadable, torn);
  }

  /** Empty if the line is no JSON object, such as one that was being written. */
  private static Optional<JsonNode> parse(String line) {
    try {
      return Optional.of(JSON.readTree(line)).filter(JsonNode::isObject);
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  /** Not readString: it fails on a character that was torn in the middle. */
  private static String text(Path file) throws IOException {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  /**
   * @throws UnwritableFile if the system refuses; the file is then as it was
   */
  public static void append(Path file, List<?> records) {
    StringBuilder lines = new StringBuilder();
    for (Object record : records) {
      lines.append(toLine(record)).append('\n');
    }
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(lines.toString());
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      appendAllOrNothing(channel, bytes);
    } catch (IOException e) {
      throw new UnwritableFile(file, e);
    }
  }

  private static void appendAllOrNothing(FileChannel channel, ByteBuffer bytes) throws IOException {
    long size = channel.size();
    channel.position(size);
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      channel.truncate(size); // a full disk takes part of a line
      throw e;
    }
  }

  private static String toLine(Object record) {
    try {
      return Json.MAPPER.writeValueAsString(record);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not JSON: " + record, e);
    }
  }

  /**
   * Drops lines of later epochs and a torn last line, so that a resumed run can append. Of the
   * epoch that it resumes in, lines that tell their {@code step} stay up to the iterations done.
   */
  public static void keepUpTo(Path file, int epoch, long step) {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    try {
      for (String line : text(file).lines().toList()) {
        Optional<JsonNode> record = parse(line);
        if (record.isPresent()
            && (record.get().path("epoch").asInt(Integer.MAX_VALUE) <= epoch
                || record.get().path("step").asLong(Long.MAX_VALUE) <= step)) {
          kept.append(line).append('\n');
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    AtomicFile.writeText(file, kept.toString());
  }
}
