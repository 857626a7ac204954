package org.unroll.datasets.stream;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.unroll.core.Json;
import org.unroll.core.UserError;

/** Characters (Unicode code points), or bytes, in the order in which they first stand in a text. */
final class CharacterSymbols implements Symbols {
  private static final String FILE = "symbols.json";

  /** More do not fit into two bytes, see {@link SymbolText}. */
  private static final int MOST = 1 << Character.SIZE;

  /** Examples of what is unknown. */
  private static final int TOLD = 5;

  private final Units units;
  private final int[] characters;
  private final Map<Integer, Integer> numbers = new HashMap<>();

  private CharacterSymbols(Units units, int[] characters) {
    this.units = units;
    this.characters = characters;
    for (int number = 0; number < characters.length; number++) {
      numbers.put(characters[number], number);
    }
  }

  static CharacterSymbols fit(CharSequence training, Units units) {
    Set<Integer> found = new LinkedHashSet<>();
    training.codePoints().forEach(found::add);
    if (found.size() > MOST) {
      throw new UserError(
          "data: %,d different characters are too many; set text.units: byte, or bpe"
              .formatted(found.size()));
    }
    return new CharacterSymbols(units, found.stream().mapToInt(Integer::intValue).toArray());
  }

  @Override
  public int size() {
    return characters.length;
  }

  @Override
  public Coded encode(CharSequence text) {
    SymbolText.Builder coded = new SymbolText.Builder();
    Set<String> such = new LinkedHashSet<>();
    long unknown = 0;
    for (int at = 0, point; at < text.length(); at += Character.charCount(point)) {
      point = Character.codePointAt(text, at);
      Integer number = numbers.get(point);
      if (number != null) {
        coded.add(number);
      } else {
        unknown++;
        if (such.size() < TOLD) {
          such.add(Character.toString(point));
        }
      }
    }
    return new Coded(coded.build(), unknown, List.copyOf(such));
  }

  @Override
  public byte[] bytes(int number) {
    return units == Units.BYTE
        ? new byte[] {(byte) characters[number]}
        : Character.toString(characters[number]).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes a JSON list of code points, since a symbol may be what JSON cannot hold. */
  @Override
  public void save(Path folder) throws IOException {
    Json.MAPPER.writeValue(folder.resolve(FILE).toFile(), characters);
  }

  static CharacterSymbols load(Path folder, Units units) throws IOException {
    return new CharacterSymbols(
        units, Json.MAPPER.readValue(folder.resolve(FILE).toFile(), int[].class));
  }
}
