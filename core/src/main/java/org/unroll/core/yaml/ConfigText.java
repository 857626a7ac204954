package org.unroll.core.yaml;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.unroll.core.UserError;

/**
 * A YAML file's text, not yet parsed. A leading byte order mark is dropped.
 *
 * @param name what messages call it, usually the path
 */
public record ConfigText(String name, String text) {
  /** Longest text that is read, in characters, and largest file, in bytes. */
  static final int LIMIT = 1 << 20;

  /** Throws {@link UserError} if the text is too long for a configuration. */
  public ConfigText {
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    if (text.length() > LIMIT) {
      throw tooLarge(name, text.length());
    }
  }

  /**
   * Reads a file, which must be UTF-8 and at most 1 MB. Throws {@link UserError} when it is
   * missing, unreadable, too large or in another encoding.
   */
  public static ConfigText of(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new UserError(name + ": no such file; check the path given with -c");
    }
    if (Files.isDirectory(file)) {
      throw new UserError(name + ": is a folder; expected a YAML file");
    }
    try {
      long size = Files.size(file);
      if (size > LIMIT) {
        throw tooLarge(name, size);
      }
      return new ConfigText(name, decode(name, Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new UserError(
          name + ": cannot be read (" + e.getClass().getSimpleName() + "); check its permissions",
          e);
    }
  }

  /**
   * What stands at a key of the outermost map; empty if it is no single value, or there is none.
   *
   * @throws ConfigException if the text is no YAML
   */
  public Optional<String> value(String key) {
    Mistakes mistakes = new Mistakes();
    Optional<ConfigNode.Section> root = new YamlReader(mistakes).readFile(this, 0);
    if (root.isEmpty()) {
      mistakes.throwIfAny();
    }
    return root.flatMap(section -> section.value(key))
        .map(node -> node instanceof ConfigNode.Scalar scalar ? scalar.text() : null);
  }

  private static String decode(String name, byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new UserError(name + ": is not UTF-8 text; save it as UTF-8", e);
    }
  }

  private static UserError tooLarge(String name, long size) {
    return new UserError(
        name + ": is too large for a configuration (" + size + " bytes, the limit is 1 MB)");
  }
}
