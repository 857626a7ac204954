package org.unroll.datasets.labelled;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.datasets.table.LineRows;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.text.LabelledText;

/**
 * The Stanford Sentiment Treebank (Socher et al., EMNLP 2013): a tree a line, every node with a
 * label from 0 (very negative) over 2 (neutral) to 4 (very positive). Stateless, thread-safe.
 */
public final class Treebank {
  private static final int NEUTRAL = 2;
  private static final int LABELS = 5;

  private Treebank() {}

  /**
   * The words under one node, joined by spaces and without the treebank's escapes ({@code \/} is
   * {@code /}, {@code -LRB-} is an opening parenthesis).
   *
   * @param label 0 to 4
   */
  public record Phrase(String text, int label) {}

  /**
   * A tree.
   *
   * @param phrases of all nodes, children before their parent; the last is the whole sentence
   */
  public record Tree(List<Phrase> phrases, Origin origin) {
    /** The whole sentence. */
    public Phrase sentence() {
      return phrases.get(phrases.size() - 1);
    }
  }

  /** The trees of a file in PTB notation, {@code (3 (2 It) (4 (2 's) (4 good)))}. */
  public static List<Tree> trees(Path file) {
    return Tables.published()
        .read(file, List.of(LineRows.COLUMN), (cells, origin) -> parse(cells.get(0), origin))
        .rows();
  }

  /**
   * The two-class task SST-2: labels 0 and 1 are negative, 3 and 4 positive, neutral ones are left
   * out. Validation (dev.txt) and test are whole sentences. Training texts that also stand in the
   * test split are dropped. A string of words has one label wherever it occurs in the treebank, so
   * equal phrases (case counts) are one example and never conflict.
   *
   * @param folder with train.txt, dev.txt and test.txt
   * @param phrases train on every distinct phrase (77,616 before dropping) instead of the sentences
   */
  public static Splits<LabelledText> sst2(Path folder, boolean phrases) {
    List<Tree> train = trees(folder.resolve("train.txt"));
    return new Splits<>(
            phrases ? phrases(train) : sentences(train),
            sentences(trees(folder.resolve("dev.txt"))),
            sentences(trees(folder.resolve("test.txt"))))
        .withoutInTrain(LabelledText::text, Split.TEST);
  }

  /** The distinct phrases that are not neutral, in the order of their first occurrence. */
  public static List<LabelledText> phrases(List<Tree> trees) {
    List<LabelledText> examples = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (Tree tree : trees) {
      for (Phrase phrase : tree.phrases()) {
        if (phrase.label() != NEUTRAL && seen.add(phrase.text())) {
          examples.add(labelled(phrase, tree.origin()));
        }
      }
    }
    return examples;
  }

  /** The whole sentences that are not neutral, repeated ones included. */
  public static List<LabelledText> sentences(List<Tree> trees) {
    List<LabelledText> examples = new ArrayList<>();
    for (Tree tree : trees) {
      if (tree.sentence().label() != NEUTRAL) {
        examples.add(labelled(tree.sentence(), tree.origin()));
      }
    }
    return examples;
  }

  private static LabelledText labelled(Phrase phrase, Origin origin) {
    return new LabelledText(
        phrase.text(), phrase.label() < NEUTRAL ? "negative" : "positive", origin);
  }

  /** A node that was opened and not yet closed. */
  private record Open(int label, StringBuilder text) {
    void append(CharSequence words) {
      text.append(text.isEmpty() ? "" : " ").append(words);
    }
  }

  static Tree parse(String line, Origin origin) {
    String[] tokens = line.replace("(", " ( ").replace(")", " ) ").strip().split("\\s+");
    List<Phrase> phrases = new ArrayList<>();
    Deque<Open> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.length; i++) {
      if (tokens[i].equals("(")) {
        open.push(
            new Open(
                label(i + 1 < tokens.length ? tokens[i + 1] : "", origin), new StringBuilder()));
        i++;
      } else if (open.isEmpty()) {
        throw broken(origin, "\"" + tokens[i] + "\" stands outside of the tree");
      } else if (tokens[i].equals(")")) {
        close(open, phrases, origin);
        if (open.isEmpty() && i < tokens.length - 1) {
          throw broken(origin, "text after the end of the tree");
        }
      } else {
        open.peek().append(unescaped(tokens[i]));
      }
    }
    if (!open.isEmpty() || phrases.isEmpty()) {
      throw broken(origin, "a closing parenthesis is missing");
    }
    return new Tree(List.copyOf(phrases), origin);
  }

  private static void close(Deque<Open> open, List<Phrase> phrases, Origin origin) {
    Open node = open.pop();
    if (node.text().isEmpty()) {
      throw broken(origin, "a node without words");
    }
    phrases.add(new Phrase(node.text().toString(), node.label()));
    if (!open.isEmpty()) {
      open.peek().append(node.text());
    }
  }

  private static int label(String token, Origin origin) {
    if (token.length() != 1 || token.charAt(0) < '0' || token.charAt(0) >= '0' + LABELS) {
      throw broken(origin, "\"" + token + "\" where a label from 0 to 4 was expected");
    }
    return token.charAt(0) - '0';
  }

  private static String unescaped(String word) {
    return switch (word) {
      case "-LRB-" -> "(";
      case "-RRB-" -> ")";
      default -> word.replace("\\/", "/").replace("\\*", "*");
    };
  }

  private static UserError broken(Origin origin, String reason) {
    return new UserError(
        origin + ": not a tree such as (3 (2 It) (4 works)): " + reason + "; get the file anew");
  }
}
