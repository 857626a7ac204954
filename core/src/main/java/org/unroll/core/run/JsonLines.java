package org.unroll.core.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.unroll.core.Json;

/** Files with one JSON object a line: {@code metrics.jsonl} and {@code samples.jsonl}. */
public final class JsonLines {
  private JsonLines() {}

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

  /** Drops lines of later epochs and a torn last line, so that a resumed run can append. */
  public static void keepUpTo(Path file, int epoch) {
    if (!Files.exists(file)) {
      return;
    }
    StringBuilder kept = new StringBuilder();
    for (String line : read(file).lines().toList()) {
      if (isUpTo(line, epoch)) {
        kept.append(line).append('\n');
      }
    }
    AtomicFile.writeText(file, kept.toString());
  }

  /** Not readString: it fails on a character that was torn in the middle. */
  private static String read(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUpTo(String line, int epoch) {
    try {
      JsonNode node = Json.MAPPER.readTree(line);
      return node.path("epoch").asInt(Integer.MAX_VALUE) <= epoch;
    } catch (JsonProcessingException torn) {
      return false; // the line the process was writing when it was killed
    }
  }
}
