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
import org.unroll.core.data.Progress;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.datasets.caption.CaptionEncoder;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureInput;
import org.unroll.datasets.text.Language;

/**
 * What is learnt from the training pictures beside the nets. Immutable.
 *
 * @param pictures as the files have them
 * @param encoder the graph that is to read them first, if there is one that is to be trained
 * @param kept what it gives, if there is one
 * @param words that it is to find in pictures; none without one
 * @param reader of what the captioner reads
 */
record FittedCaptions(
    PictureInput pictures,
    Optional<EncoderGraph> encoder,
    Optional<KeptFeatures> kept,
    WordLabels words,
    CaptionEncoder reader) {
  private static final String LANGUAGE = "captions";

  static FittedCaptions fit(
      CaptionConfig config, List<CaptionedPicture> training, Progress progress) {
    List<List<String>> captions = training.stream().map(CaptionedPicture::captions).toList();
    Language language =
        Language.fit(config.text(), captions.stream().flatMap(List::stream).toList(), progress);
    WordLabels words =
        config
            .encoder()
            .map(encoder -> WordLabels.fit(captions, language.cutter(), encoder.words()))
            .orElse(new WordLabels(List.of()));
    PictureInput pictures =
        PictureInput.fit(training, config.picture().pictureSize(), config.picture().scale());
    Optional<EncoderGraph> encoder =
        config.encoder().map(each -> EncoderGraph.of(each, pictures.shape(), words.words().size()));
    Optional<KeptFeatures> kept = encoder.map(KeptFeatures::of);
    CaptionEncoder reader = reader(config, pictures, kept, language);
    return new FittedCaptions(pictures, encoder, kept, words, reader);
  }

  private static CaptionEncoder reader(
      CaptionConfig config, PictureInput pictures, Optional<KeptFeatures> kept, Language language) {
    PictureInput read = kept.<PictureInput>map(KeptFeatures::input).orElse(pictures);
    return new CaptionEncoder(read, language, config.data());
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
    if (kept.isPresent()) {
      kept.get().save(folder);
    }
  }

  static FittedCaptions load(CaptionConfig config, Path folder) {
    try {
      PictureInput pictures = PictureInput.load(folder, config.picture().pictureSize());
      Optional<KeptFeatures> kept = KeptFeatures.load(folder);
      Language language = Language.load(folder, LANGUAGE, config.text());
      return new FittedCaptions(
          pictures,
          Optional.empty(),
          kept,
          WordLabels.load(folder),
          reader(config, pictures, kept, language));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
