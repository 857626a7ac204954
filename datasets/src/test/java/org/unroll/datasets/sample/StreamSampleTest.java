package org.unroll.datasets.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.unroll.core.data.Split;
import org.unroll.datasets.sample.StreamSample.Written;

class StreamSampleTest {
  private static final Map<Split, Written> TEXTS = texts();

  private static Map<Split, Written> texts() {
    Map<Split, Written> texts = new EnumMap<>(Split.class);
    for (Split split : Split.values()) {
      texts.put(split, StreamSample.text(split, 42));
    }
    return texts;
  }

  private static String text(Split split) {
    return TEXTS.get(split).text();
  }

  @Test
  void isAFunctionOfTheSeed() {
    assertThat(StreamSample.text(Split.TEST, 42)).isEqualTo(TEXTS.get(Split.TEST));
    assertThat(StreamSample.text(Split.TEST, 43)).isNotEqualTo(TEXTS.get(Split.TEST));
  }

  /** Of this thread's own time, whatever else the machine does. */
  @Test
  void isWrittenInLessThanASecond() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    StreamSample.text(Split.TRAIN, 2);
    assertThat(threads.getCurrentThreadCpuTime() - begin).isLessThan(1_000_000_000);
  }

  @Test
  void hasItsSizesAndEndsWithALine() {
    assertThat(text(Split.TRAIN).length()).isBetween(400_000, 401_500);
    assertThat(text(Split.VALIDATION).length()).isBetween(40_000, 41_500);
    assertThat(text(Split.TEST).length()).isBetween(40_000, 41_500);
    TEXTS.values().forEach(written -> assertThat(written.text()).endsWith("\n"));
  }

  @Test
  void allOfItIsWellFormed() {
    for (Split split : Split.values()) {
      StreamCheck check = StreamCheck.of(text(split));
      assertThat(check.flaws()).isEmpty();
      assertThat(check.lines()).isEqualTo(lines(split).size());
    }
  }

  @Test
  void partsShareNoLine() {
    Set<String> seen = new HashSet<>();
    int distinct = 0;
    for (Split split : Split.values()) {
      Set<String> lines = new HashSet<>(lines(split));
      distinct += lines.size();
      seen.addAll(lines);
    }
    assertThat(seen).hasSize(distinct).hasSizeGreaterThan(6_000);
  }

  @Test
  void everyWordAndMarkOfTheHeldOutPartsOccursInTraining() {
    Set<String> words = words(Split.TRAIN);
    assertThat(words).containsAll(words(Split.VALIDATION)).containsAll(words(Split.TEST));
    assertThat(text(Split.TRAIN).chars().distinct().count()).isBetween(40L, 60L);
  }

  @Test
  void depthAndQuotesVary() {
    for (Split split : Split.values()) {
      String text = text(split);
      int depth = 0;
      int quoted = 0;
      boolean quote = false;
      int[] counts = new int[6];
      for (int i = 0; i < text.length(); i++) {
        char mark = text.charAt(i);
        quote ^= mark == '"';
        quoted += quote ? 1 : 0;
        depth += quote ? 0 : "([{".indexOf(mark) >= 0 ? 1 : ")]}".indexOf(mark) >= 0 ? -1 : 0;
        counts[depth]++;
      }
      int deep = counts[2] + counts[3] + counts[4] + counts[5];
      assertThat(deep).isGreaterThan(text.length() / 4);
      assertThat(counts[5]).isPositive();
      assertThat(quoted).isBetween(text.length() * 15 / 100, text.length() * 35 / 100);
    }
  }

  @Test
  void someBracketsStandInQuotesAndQuotesAreShort() {
    String text = text(Split.TRAIN);
    assertThat(text).contains(" :)\"", " [sic]\"");
    for (String line : lines(Split.TRAIN)) {
      assertThat(line.length()).isLessThanOrEqualTo(152);
      String[] pieces = line.split("\"", -1);
      for (int i = 1; i < pieces.length; i += 2) {
        assertThat(pieces[i].length()).as(line).isBetween(10, 70);
      }
    }
  }

  @Test
  void whatTheGrammarDrawsIsTold() {
    assertThat(TEXTS.get(Split.TRAIN).nats()).isBetween(0.4, 0.65);
    assertThat(TEXTS.get(Split.TEST).nats()).isBetween(0.4, 0.65);
  }

  private static List<String> lines(Split split) {
    return text(split).lines().toList();
  }

  private static Set<String> words(Split split) {
    return new HashSet<>(Arrays.asList(text(split).split("[^a-z0-9]+")));
  }
}
