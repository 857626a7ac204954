package org.unroll.datasets.labelled;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.unroll.core.UserError;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.datasets.catalog.Archive;
import org.unroll.datasets.table.RandomSplit;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.LabelledText;

/**
 * The Large Movie Review Dataset (Maas et al., ACL 2011): a file for each review, {@code
 * aclImdb/train/pos/<id>_<rating>.txt}, 25,000 to train on and 25,000 to test. Read straight from
 * the tar.gz: one pass takes less time than it would to open 50,000 files, and leaves none behind.
 */
final class Imdb {
  /** The publisher's archive and the same without the reviews that have no label. */
  private static final List<String> ARCHIVES =
      List.of("aclImdb_labelled.tar.gz", "aclImdb_v1.tar.gz");

  private static final Pattern REVIEW =
      Pattern.compile("aclImdb/(train|test)/(pos|neg)/\\d+_\\d+\\.txt");

  /** Which tenth validates: runs with other seeds are to be compared on the same texts. */
  private static final long SPLIT_SEED = 1;

  private Imdb() {}

  /**
   * Labels are {@code negative} and {@code positive}. Validation is a tenth of train, chosen by a
   * hash of the text, so that equal reviews stay together. The 123 reviews of train that also stand
   * in test are dropped before.
   *
   * @param folder with one of the two archives
   */
  static Splits<LabelledText> splits(Path folder) {
    Map<String, String> reviews = reviews(archive(folder));
    Splits<LabelledText> published =
        new Splits<>(labelled(reviews, "train"), List.of(), labelled(reviews, "test"))
            .withoutInTrain(LabelledText::text, Split.TEST);
    Splits<LabelledText> cut =
        new RandomSplit(List.of(0.9, 0.1, 0.0), SPLIT_SEED)
            .cut(published.train(), LabelledText::text);
    return new Splits<>(cut.train(), cut.validation(), published.test());
  }

  private static Path archive(Path folder) {
    for (String name : ARCHIVES) {
      if (Files.isRegularFile(folder.resolve(name))) {
        return folder.resolve(name);
      }
    }
    throw new UserError(folder + ": none of " + String.join(", ", ARCHIVES) + " is here");
  }

  /** Texts by name; sorted, as the two archives have them in another order. */
  private static Map<String, String> reviews(Path archive) {
    Map<String, String> reviews = new TreeMap<>();
    try {
      Archive.of(archive, archive.toString())
          .read(
              name -> REVIEW.matcher(name).matches(),
              (name, content) -> reviews.put(name, text(archive, name, content)));
    } catch (IOException e) {
      throw new UncheckedIOException(archive + ": cannot be read", e);
    }
    return reviews;
  }

  private static String text(Path archive, String name, InputStream content) throws IOException {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(content.readAllBytes()))
          .toString()
          .strip();
    } catch (CharacterCodingException e) {
      throw new UserError(archive + ": " + name + " is not UTF-8; get the archive anew", e);
    }
  }

  private static List<LabelledText> labelled(Map<String, String> reviews, String split) {
    List<LabelledText> texts = new ArrayList<>();
    for (Map.Entry<String, String> review : reviews.entrySet()) {
      Matcher name = REVIEW.matcher(review.getKey());
      if (name.matches() && name.group(1).equals(split)) {
        String label = name.group(2).equals("pos") ? "positive" : "negative";
        texts.add(new LabelledText(review.getValue(), label, new Origin(review.getKey(), 1)));
      }
    }
    if (texts.isEmpty()) {
      throw new UserError("imdb: the archive has no reviews in aclImdb/" + split + "; get it anew");
    }
    return texts;
  }
}
