package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Pieces;
import org.unroll.core.app.Sample;
import org.unroll.core.app.WritingPredictor;
import org.unroll.core.decode.Hypothesis;
import org.unroll.core.decode.SequenceWriter.Taker;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.text.ProperSentence;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Vocabulary;

/** A trained net that translates sentences. Not thread-safe. */
final class SentenceTranslator implements WritingPredictor<TextInput, Translation> {
  /** Sentences of a kind that are told one by one. */
  private static final int TOLD = 5;

  private final Net net;
  private final Languages languages;
  private final NetTranslator translator;
  private final int best;
  private final String pieces;
  private final TranslateText text;
  private final Consumer<String> notices;
  private final Set<String> told = new HashSet<>();
  private int longOnes;
  private int unknownOnes;

  SentenceTranslator(
      Net net, Languages languages, TranslateConfig config, Consumer<String> notices) {
    this.net = net;
    this.languages = languages;
    this.translator = new NetTranslator(net, languages, config.decode(), config.seed());
    this.best = config.decode().nBest();
    this.text = config.text();
    this.pieces = text.pieces().tokenizer().pieces();
    this.notices = notices;
  }

  /** A blank sentence has a blank translation: lines in are lines out. */
  @Override
  public List<Translation> predict(List<TextInput> inputs, int[] places, Pieces pieces) {
    List<String> texts = new ArrayList<>();
    List<Integer> asked = new ArrayList<>(); // which inputs they are
    for (int i = 0; i < inputs.size(); i++) {
      if (!inputs.get(i).text().isBlank()) {
        texts.add(inputs.get(i).text());
        asked.add(i);
      }
    }
    List<String> formed = languages.formed(text.form(), texts);
    EncodedPairs encoded = languages.encodeSources(formed);
    if (told.isEmpty() && !formed.isEmpty()) { // once is enough
      languages.differences(formed).stream().filter(told::add).forEach(notices);
    }
    warn(formed, encoded);
    List<KnownWords> known = new ArrayList<>();
    asked.forEach(input -> known.add(new KnownWords(languages.target(), text.detokenise())));
    Taker taker = (row, word) -> pieces.take(asked.get(row), known.get(row).next(word));
    List<List<Hypothesis>> found =
        translator.translate(
            encoded, row -> places[asked.get(row)], told(pieces) ? taker : Taker.NONE);
    Translation[] translations = new Translation[inputs.size()];
    Arrays.setAll(
        translations, i -> Translation.nothing(inputs.get(i).text(), best > 1)); // the blank
    for (int row = 0; row < found.size(); row++) {
      int input = asked.get(row);
      translations[input] = translation(texts.get(row), encoded.source(row), found.get(row));
      if (told(pieces)) {
        pieces.take(input, known.get(row).upTo(translations[input].translation()));
      }
    }
    return List.of(translations);
  }

  /** Several translations of a sentence are not told word by word. */
  private boolean told(Pieces pieces) {
    return pieces != Pieces.NONE && best == 1;
  }

  private Translation translation(String sentence, int[] source, List<Hypothesis> found) {
    List<Translation.Ranked> ranked = new ArrayList<>();
    for (Hypothesis each : found.subList(0, Math.min(best, found.size()))) {
      String words = languages.target().decode(each.words());
      ranked.add(
          new Translation.Ranked(
              text.detokenise() ? ProperSentence.of(words) : words, each.score()));
    }
    return new Translation(
        sentence,
        ranked.get(0).translation(),
        best > 1 ? ranked : List.of(),
        translator.alignment(source, found.get(0)));
  }

  @Override
  public Optional<Sample> explained(TextInput input, Translation answer) {
    return Optional.of(
        new Sample.Pair(0, 0, input.text(), "", answer.translation(), answer.alignment()));
  }

  private void warn(List<String> texts, EncodedPairs encoded) {
    int longest = languages.maxLength();
    for (int i = 0; i < texts.size(); i++) {
      if (encoded.source(i).length > longest && words(texts.get(i)) > longest) {
        tell(
            longOnes++,
            "only the first %,d %s of \"%s\" are translated (data.max-length); cut it into sentences"
                .formatted(longest, pieces, shortened(texts.get(i))));
      }
      if (allUnknown(encoded.source(i))) {
        tell(
            unknownOnes++,
            "the net knows no word of \"%s\": is it the language it was trained on?"
                .formatted(shortened(texts.get(i))));
      }
    }
  }

  /**
   * @param before such sentences
   */
  private void tell(int before, String notice) {
    if (before < TOLD) {
      notices.accept(notice);
    } else if (before == TOLD) {
      notices.accept("and more such sentences, which are not told");
    }
  }

  private int words(String text) {
    return languages.source().cutter().cut(text).size();
  }

  /** But for the end, which every source has. */
  private static boolean allUnknown(int[] source) {
    for (int i = 0; i + 1 < source.length; i++) {
      if (source[i] != Vocabulary.UNKNOWN) {
        return false;
      }
    }
    return true;
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }

  @Override
  public void close() {
    net.close();
  }
}
