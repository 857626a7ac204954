package org.unroll.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The one way this project reads and writes JSON: records, keys in kebab-case. */
public final class Json {
  private Json() {}

  /** Thread-safe once built. */
  public static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /**
   * A file of this project's.
   *
   * @throws UserError if it is not what was written
   */
  public static <T> T read(Path file, Class<T> type) {
    return read(file, MAPPER.readerFor(type));
  }

  /** The same of a file that bundles of earlier versions, or other runs, do without. */
  public static <T> Optional<T> readIfThere(Path file, Class<T> type) {
    return Files.exists(file) ? Optional.of(read(file, type)) : Optional.empty();
  }

  /** The same of a value whose class alone does not tell the type of its elements. */
  public static <T> T read(Path file, TypeReference<T> type) {
    return read(file, MAPPER.readerFor(type));
  }

  private static <T> T read(Path file, ObjectReader reader) {
    try {
      T read = reader.readValue(Files.readAllBytes(file));
      if (read == null) {
        throw new UserError("cannot read " + file + ": it is empty");
      }
      return read;
    } catch (JsonProcessingException e) {
      throw new UserError("cannot read " + file + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new UserError("cannot read " + file + ": " + e.getMessage(), e);
    }
  }
}
