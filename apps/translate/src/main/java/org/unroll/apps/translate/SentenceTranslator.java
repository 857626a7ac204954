package org.unroll.apps.translate;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.decode.Hypothesis;
import org.unroll.datasets.pair.EncodedPairs;
import org.unroll.datasets.pair.Translation;
import org.unroll.datasets.text.ProperSentence;
import org.unroll.datasets.text.TextInput;
import org.unroll.datasets.text.Vocabulary;

/** A trained net that translates sentences. Not thread-safe. */
final class SentenceTranslator implements Predictor<TextInput, Translation> {
  private final Net net;
  private final Languages languages;
  private final NetTranslator translator;
  private final int best;
  private final boolean draws;
  private final String pieces;
  private final TranslateText text;
  private final Consumer<String> notices;
  private final Set<String> told = new HashSet<>();

  SentenceTranslator(
      Net net, Languages languages, TranslateConfig config, Consumer<String> notices) {
    this.net = net;
    this.languages = languages;
    this.translator = new NetTranslator(net, languages, config.decode(), config.seed());
    this.best = config.decode().nBest();
    this.draws = config.decode().samples();
    this.text = config.text();
    this.pieces = text.pieces().tokenizer().pieces();
    this.notices = notices;
  }

  /** A blank sentence has a blank translation: lines in are lines out. */
  @Override
  public List<Translation> predict(List<TextInput> inputs) {
    List<String> texts = new ArrayList<>();
    for (TextInput input : inputs) {
      if (!input.text().isBlank()) {
        texts.add(input.text());
      }
    }
    List<String> formed = languages.formed(text.form(), texts);
    EncodedPairs encoded = languages.encodeSources(formed);
    if (told.isEmpty() && !formed.isEmpty()) { // once is enough
      languages.differences(formed).stream().filter(told::add).forEach(notices);
    }
    warn(formed, encoded);
    List<List<Hypothesis>> found = translator.translate(encoded);
    List<Translation> translations = new ArrayList<>();
    int next = 0;
    for (TextInput input : inputs) {
      if (input.text().isBlank()) {
        translations.add(Translation.nothing(input.text(), best > 1));
      } else {
        translations.add(translation(input.text(), encoded.source(next), found.get(next)));
        next++;
      }
    }
    return translations;
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
        notices.accept(
            "only the first %,d %s of \"%s\" are translated (data.max-length); cut it into sentences"
                .formatted(longest, pieces, shortened(texts.get(i))));
      }
      if (allUnknown(encoded.source(i))) {
        notices.accept(
            "the net knows no word of \"%s\": is it the language it was trained on?"
                .formatted(shortened(texts.get(i))));
      }
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
  public boolean drawsByPlace() {
    return draws;
  }

  @Override
  public void close() {
    net.close();
  }
}
