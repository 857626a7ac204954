package org.unroll.core.harness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables that are larger than the memory of what reads them. */
public final class LargeTable {
  private static final List<String> SMALL_HEAP = List.of("-Xmx256m");
  private static final long BYTES = 276L << 20;
  private static final int WORDS = 120;
  private static final List<String> KNOWN = words(new Random(1));

  private LargeTable() {}

  private static List<String> words(Random random) {
    return Stream.generate(() -> word(random)).limit(300).toList();
  }

  private static String word(Random random) {
    return random
        .ints(10, 'a', 'z' + 1)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /**
   * @param row of its number and a text
   */
  public static Path write(Path file, String header, BiFunction<Integer, String, String> row) {
    return write(file, header, row, BYTES);
  }

  /** The same of a few rows. */
  public static Path few(Path file, String header, BiFunction<Integer, String, String> row) {
    return write(file, header, row, 200_000);
  }

  private static Path write(
      Path file, String header, BiFunction<Integer, String, String> row, long bytes) {
    Random random = new Random(2);
    List<String> texts = Stream.generate(() -> text(random)).limit(500).toList();
    try (Writer out = Files.newBufferedWriter(file)) {
      out.append(header).append('\n');
      long written = 0;
      for (int number = 0; written < bytes; number++) {
        String text = texts.get(random.nextInt(texts.size())) + " " + number;
        String line = row.apply(number, text);
        out.append(line).append('\n');
        written += line.length() + 1;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /** What a training of one epoch says in a process that has less memory than its table. */
  public static Unroll train(Path run, String app, String... settings) {
    List<String> command = new ArrayList<>(List.of(app, "train", "--no-ui", "--run-dir"));
    command.add(run.toString());
    for (String setting : settings) {
      command.addAll(List.of("-s", setting));
    }
    command.addAll(List.of("-s", "text={tokenizer: whitespace, min-count: 2}"));
    command.addAll(List.of("-s", "train.epochs=1", "-s", "threads=1"));
    try (UnrollProcess process = UnrollProcess.start(SMALL_HEAP, command.toArray(String[]::new))) {
      return process.end();
    }
  }

  private static String text(Random random) {
    return Stream.generate(() -> KNOWN.get(random.nextInt(KNOWN.size())))
        .limit(WORDS)
        .collect(Collectors.joining(" "));
  }
}
