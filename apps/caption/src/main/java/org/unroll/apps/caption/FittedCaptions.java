package org.unroll.apps.caption;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.Net;
import org.unroll.core.app.NetWriter;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.datasets.caption.CaptionEncoder;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.FeatureInput;
import org.unroll.datasets.caption.PictureInput;
import org.unroll.datasets.text.Language;

/**
 * What is learnt from the training pictures beside the nets. Immutable.
 *
 * @param pictures as the files have them
 * @param encoder the graph that reads them first, if there is one
 * @param words that it is to find in pictures; none without one
 * @param reader of what the captioner reads
 */
record FittedCaptions(
    PictureInput pictures,
    Optional<EncoderGraph> encoder,
    WordLabels words,
    CaptionEncoder reader) {
  private static final String LANGUAGE = "captions";

  static FittedCaptions fit(CaptionConfig config, List<CaptionedPicture> training) {
    List<List<String>> captions = training.stream().map(CaptionedPicture::captions).toList();
    Language language =
        Language.fit(config.text(), captions.stream().flatMap(List::stream).toList());
    WordLabels words =
        config
            .encoder()
            .map(encoder -> WordLabels.fit(captions, language.cutter(), encoder.words()))
            .orElse(new WordLabels(List.of()));
    PictureInput pictures =
        PictureInput.fit(training, config.picture().pictureSize(), config.picture().scale());
    return of(config, pictures, language, words);
  }

  private static FittedCaptions of(
      CaptionConfig config, PictureInput pictures, Language language, WordLabels words) {
    Optional<EncoderGraph> encoder =
        config.encoder().map(each -> EncoderGraph.of(each, pictures.shape(), words.words().size()));
    PictureInput read =
        encoder
            .<PictureInput>map(graph -> new FeatureInput(graph.places() > 1, graph.numbers()))
            .orElse(pictures);
    return new FittedCaptions(
        pictures, encoder, words, new CaptionEncoder(read, language, config.data()));
  }

  Language language() {
    return reader.language();
  }

  /** Of the captioner. */
  GraphPorts ports() {
    int vocabulary = language().vocabulary().size();
    Map<String, Shape> inputs = new LinkedHashMap<>(); // in the order of the batches
    Shape shape = reader.input().shape();
    inputs.put(PictureForm.of(shape).input(), shape);
    inputs.put(PictureForm.CAPTION, new Shape.Tokens(vocabulary));
    return new GraphPorts(inputs, vocabulary);
  }

  NetWriter writer(Net net) {
    return new NetWriter(net, PictureForm.CAPTION, language().vocabulary().size());
  }

  void save(Path folder) throws IOException {
    language().save(folder, LANGUAGE);
    words.save(folder);
    pictures.save(folder);
  }

  static FittedCaptions load(CaptionConfig config, Path folder) {
    try {
      return of(
          config,
          PictureInput.load(folder, config.picture().pictureSize()),
          Language.load(folder, LANGUAGE, config.text()),
          WordLabels.load(folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
