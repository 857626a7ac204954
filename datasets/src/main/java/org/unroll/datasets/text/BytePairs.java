package org.unroll.datasets.text;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.data.Progress;
import org.unroll.core.data.Progress.Work;

/**
 * Subwords by byte pair encoding (Sennrich et al. 2016) over bytes: the text is cut into words with
 * the space before them, each word into its bytes, and the learnt pairs are merged in the order in
 * which they were learnt. Nothing is unknown, and joining the pieces gives the very text. Immutable
 * and thread-safe.
 */
public final class BytePairs implements TextCutter {
  /** Every character belongs to exactly one match. Repeats are possessive: no deep recursion. */
  private static final Pattern WORD =
      Pattern.compile(" ?[\\p{L}\\p{M}]++| ?\\p{N}++| ?[^\\s\\p{L}\\p{M}\\p{N}]++|\\s");

  /** Pieces that would be taken for something else; they stay bytes. */
  private static final Set<String> RESERVED = Set.of("<pad>", "<unk>", "<s>", "</s>");

  /**
   * Words whose pieces are remembered; texts have many more distinct ones only if they are noise.
   */
  private static final int REMEMBERED = 200_000;

  /** Longer words are not looked at for merges beyond this many bytes at a time. */
  private static final int LONGEST = 200;

  private final List<BytePair> merges;
  private final Map<BytePair, Integer> ranks = new HashMap<>();
  private final Map<String, List<String>> known = new ConcurrentHashMap<>();

  BytePairs(List<BytePair> merges) {
    this.merges = List.copyOf(merges);
    for (int rank = 0; rank < merges.size(); rank++) {
      ranks.putIfAbsent(merges.get(rank), rank);
    }
  }

  /**
   * Learns from texts.
   *
   * @param most pairs to merge; learning ends before if no pair occurs twice
   */
  public static BytePairs learn(List<String> texts, int most, Progress progress) {
    Map<String, Integer> counts = new HashMap<>();
    try (Work work = progress.begin("counting words", texts.size())) {
      for (String text : texts) {
        for (String word : words(text)) {
          counts.merge(word, 1, Integer::sum);
        }
        work.advance(1);
      }
    }
    return new BytePairs(new BytePairLearner(counts, progress).learn(most));
  }

  /** Pairs merged. */
  public int size() {
    return merges.size();
  }

  /**
   * All pieces that a text may be cut into: with them nothing is unknown. Among them are some that
   * the training texts hold only within larger ones.
   */
  public List<String> pieces() {
    List<String> pieces = new ArrayList<>();
    ByteSymbols.all().chars().mapToObj(Character::toString).forEach(pieces::add);
    for (BytePair merge : merges) {
      String piece = merge.left() + merge.right();
      if (!RESERVED.contains(piece)) {
        pieces.add(piece);
      }
    }
    return List.copyOf(pieces);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    Matcher matcher = WORD.matcher(text);
    while (matcher.find()) {
      String symbols = ByteSymbols.of(matcher.group());
      for (int from = 0; from < symbols.length(); from += LONGEST) {
        words.add(symbols.substring(from, Math.min(symbols.length(), from + LONGEST)));
      }
    }
    return words;
  }

  @Override
  public List<String> cut(String text) {
    List<String> pieces = new ArrayList<>();
    for (String word : words(text)) {
      List<String> found = known.get(word);
      if (found == null) {
        found = merged(word);
        if (known.size() < REMEMBERED) {
          known.put(word, found);
        }
      }
      pieces.addAll(found);
    }
    return pieces;
  }

  private List<String> merged(String word) {
    List<String> pieces = new ArrayList<>();
    for (int i = 0; i < word.length(); i++) {
      pieces.add(word.substring(i, i + 1));
    }
    for (int best = best(pieces); best < merges.size(); best = best(pieces)) {
      pieces = merges.get(best).mergedIn(pieces);
    }
    List<String> safe = new ArrayList<>();
    for (String piece : pieces) {
      safe.addAll(RESERVED.contains(piece) ? List.of(piece.split("")) : List.of(piece));
    }
    return List.copyOf(safe);
  }

  /** The first learnt of the pairs, or the number of all if none was learnt. */
  private int best(List<String> pieces) {
    int best = merges.size();
    for (int i = 1; i < pieces.size(); i++) {
      BytePair pair = new BytePair(pieces.get(i - 1), pieces.get(i));
      best = Math.min(best, ranks.getOrDefault(pair, merges.size()));
    }
    return best;
  }

  @Override
  public String join(List<String> pieces) {
    return ByteSymbols.text(String.join("", pieces));
  }

  /** The bytes of one piece, which need be no whole character. */
  public static byte[] bytes(String piece) {
    return ByteSymbols.bytes(piece);
  }

  /** With _ for a space. */
  @Override
  public String shown(String piece) {
    return ByteSymbols.text(piece).replace(' ', '_');
  }

  @Override
  public void save(Path file) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (BytePair merge : merges) {
      lines.append(merge.left()).append(' ').append(merge.right()).append('\n');
    }
    Files.writeString(file, lines, StandardCharsets.UTF_8);
  }

  /**
   * Reads what {@link #save} wrote.
   *
   * @throws UserError if the file is something else
   */
  public static BytePairs load(Path file) throws IOException {
    List<BytePair> merges = new ArrayList<>();
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] pair = line.split(" ", -1);
      if (pair.length != 2 || pair[0].isEmpty() || pair[1].isEmpty()) {
        throw new UserError(
            file + ":" + (merges.size() + 1) + ": not a pair of pieces: \"" + line + "\"");
      }
      merges.add(new BytePair(pair[0], pair[1]));
    }
    return new BytePairs(merges);
  }
}
