package org.unroll.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A damaged file is a configuration or the user's mistake, never a bug, and never slow. */
class MutationTest {
  private static final String ALPHABET = "\t\n :-?[]{}&*!|>'\"%@`#,<~0aZ\\\u0000\u0085\uD83D\uFEFF";

  @Test
  void everyDamagedFileIsReadOrRefused() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Random random = new Random(7);
    int refused = 0;
    for (int i = 0; i < 500; i++) {
      String text = mutate(Experiment.DEFAULTS.text(), random);
      long start = threads.getCurrentThreadCpuTime();
      ConfigText file = new ConfigText("mutant.yaml", text);
      try {
        Loaded<Experiment> loaded =
            new ConfigLoader<>(Experiment.class).load(file, List.of(), List.of());
        assertThat(loaded.tree().toYaml()).startsWith("format: 1\n");
      } catch (ConfigException e) {
        refused++;
        assertThat(e.mistakes()).isNotEmpty().allMatch(line -> line.startsWith("mutant.yaml:"));
      }
      long nanoseconds = threads.getCurrentThreadCpuTime() - start;
      assertThat(nanoseconds).as(text).isLessThan(1_000_000_000L);
    }
    assertThat(refused).isBetween(100, 499);
  }

  private static String mutate(String text, Random random) {
    String mutant = text;
    for (int i = random.nextInt(3); i >= 0; i--) {
      mutant = random.nextBoolean() ? mutateCharacter(mutant, random) : mutateLine(mutant, random);
    }
    return mutant;
  }

  private static String mutateCharacter(String text, Random random) {
    StringBuilder mutant = new StringBuilder(text);
    int at = random.nextInt(text.length());
    char letter = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
    switch (random.nextInt(3)) {
      case 0 -> mutant.deleteCharAt(at);
      case 1 -> mutant.insert(at, letter);
      default -> mutant.setCharAt(at, letter);
    }
    return mutant.toString();
  }

  private static String mutateLine(String text, Random random) {
    List<String> lines = new ArrayList<>(text.lines().toList());
    int at = random.nextInt(lines.size());
    switch (random.nextInt(4)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), lines.get(at));
      case 2 -> lines.set(at, "  ".repeat(random.nextInt(3)) + lines.get(at).strip());
      default -> Collections.swap(lines, at, random.nextInt(lines.size()));
    }
    return String.join("\n", lines) + "\n";
  }
}
