package org.unroll.apps.api;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Ways in which a model file may be something else than a training wrote, by a seed. */
final class Damage {
  private static final String GRAPH = "configuration.json";
  private static final String WEIGHTS = "coefficients.bin";
  private static final List<String> NAMES =
      List.of(
          "../escaped",
          "/tmp/unroll-escaped",
          "fitted-../../escaped",
          "fitted-a/b",
          "fitted-..\\escaped",
          "preprocessor.bin",
          "updaterState.bin",
          "objects/x",
          "fitted-");
  private static final List<String> CLASSES =
      List.of(
          "java.lang.Runtime",
          "javax.script.ScriptEngineManager",
          "java.util.ArrayList<java.lang.Runtime>",
          LoadTrap.class.getName(),
          "org.deeplearning4j.nn.conf.layers.None",
          "org.unroll.core.layer.Missing",
          "org.unroll.core.cli.Main",
          "");

  private final byte[] whole;
  private final Random random;

  Damage(byte[] whole, long seed) {
    this.whole = whole.clone();
    this.random = new Random(seed);
  }

  /**
   * One that may change what the net says is none: numbers stay, texts of the graph are checked.
   */
  byte[] done() {
    return switch (random.nextInt(7)) {
      case 0 -> flipped(whole, 1 + random.nextInt(8), whole.length);
      case 1 -> Arrays.copyOf(whole, random.nextInt(whole.length));
      case 2 -> renamed();
      case 3 -> otherClass();
      case 4 -> otherSizes();
      case 5 -> rewritten(WEIGHTS, bytes -> flipped(bytes, 1, 90)); // what describes the array
      default -> planted();
    };
  }

  private byte[] flipped(byte[] bytes, int count, int before) {
    byte[] flipped = bytes.clone();
    for (int i = 0; i < count; i++) {
      flipped[random.nextInt(before)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private String one(List<String> of) {
    return of.get(random.nextInt(of.size()));
  }

  private byte[] renamed() {
    Map<String, byte[]> entries = entries();
    List<String> names = new ArrayList<>(entries.keySet());
    byte[] bytes = entries.remove(one(names));
    entries.put(one(NAMES), bytes);
    return zip(entries);
  }

  private byte[] otherClass() {
    return rewritten(
        GRAPH,
        bytes -> {
          String[] parts = text(bytes).split("(?<=\"@class\" : \")", -1);
          int number = 1 + random.nextInt(parts.length - 1);
          parts[number] = parts[number].replaceFirst("[^\"]*", one(CLASSES).replace("$", "\\$"));
          return String.join("", parts).getBytes(StandardCharsets.UTF_8);
        });
  }

  private byte[] otherSizes() {
    String key = one(List.of("nin", "nout"));
    String size = one(List.of("0", "-1", "3", "2147483647", "9223372036854775807"));
    return rewritten(
        GRAPH,
        bytes -> {
          String changed = text(bytes).replaceAll("(\"" + key + "\" : )\\d+", "$1" + size);
          return changed.equals(text(bytes))
              ? new byte[0]
              : changed.getBytes(StandardCharsets.UTF_8);
        });
  }

  /** More than there was: a bomb, an object that runs what it likes, nesting without end. */
  private byte[] planted() {
    Map<String, byte[]> entries = entries();
    switch (random.nextInt(4)) {
      case 0 -> entries.put("fitted-bomb.json", new byte[64 << 20]);
      case 1 -> entries.put("preprocessor.bin", serialised(new Trap()));
      case 2 -> entries.put(GRAPH, "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
      default -> entries.put(WEIGHTS, new byte[32 << 20]);
    }
    return zip(entries);
  }

  private static byte[] serialised(Object object) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ObjectOutputStream objects = new ObjectOutputStream(out)) {
      objects.writeObject(object);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** With the check sum of what is new. */
  private byte[] rewritten(String name, java.util.function.UnaryOperator<byte[]> change) {
    Map<String, byte[]> entries = entries();
    entries.put(name, change.apply(entries.get(name)));
    return zip(entries);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private Map<String, byte[]> entries() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
      for (ZipEntry each = zip.getNextEntry(); each != null; each = zip.getNextEntry()) {
        entries.put(each.getName(), zip.readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return entries;
  }

  private static byte[] zip(Map<String, byte[]> entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> each : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(each.getKey()));
        zip.write(each.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
