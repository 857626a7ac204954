package org.unroll.apps.caption;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.unroll.core.UserError;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.datasets.caption.CaptionSources;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.caption.PictureToCaption;
import org.unroll.datasets.sample.DescribedScene;
import org.unroll.datasets.sample.Scene;
import org.unroll.datasets.sample.SceneSample;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Splits;
import org.unroll.datasets.text.Tokenizer;

/** The pictures that a config names, and which sentences describe them. Not thread-safe. */
final class CaptionedData {
  /** The sample's own seed: runs with other seeds are to be compared on the same pictures. */
  private static final long SAMPLE = 2;

  private final CaptionSources sources;
  private final Source<List<CaptionedPicture>> source;
  private final Map<String, Scene> scenes = new HashMap<>(); // of generated pictures, by name
  private final Map<String, PictureToCaption> asked = new HashMap<>(); // to describe, by name
  private final Map<String, PictureToCaption> typed = new RecentPictures(); // likewise

  CaptionedData(CaptionConfig config, DataAccess access) {
    this.sources = new CaptionSources(config.data(), config.picture(), access);
    this.source = new LazySource<>(() -> sources.open(this::sample));
  }

  private Splits<CaptionedPicture> sample() {
    Splits<DescribedScene> all = SceneSample.splits(SAMPLE);
    return new Splits<>(drawn(all.train()), drawn(all.validation()), drawn(all.test()));
  }

  private List<CaptionedPicture> drawn(List<DescribedScene> all) {
    List<CaptionedPicture> pictures = new ArrayList<>();
    for (DescribedScene each : all) {
      scenes.put(each.name(), each.scene());
      pictures.add(
          new CaptionedPicture(
              each.name(),
              new PictureContent.Pixels(each.picture()),
              each.captions(),
              Origin.file(each.name())));
    }
    return pictures;
  }

  List<CaptionedPicture> of(Split split) {
    return source.read(split);
  }

  Source<List<CaptionedPicture>> source() {
    return source;
  }

  /** Of a file or folder of the user's, with captions. */
  List<CaptionedPicture> captioned(Path place) {
    return sources.captioned(place);
  }

  /** Of a part that is asked about; {@link #picture} knows them from now on. */
  List<CaptionedPicture> asked(Split split) {
    List<CaptionedPicture> pictures = of(split);
    known(pictures.stream().map(CaptionedPicture::toCaption).toList());
    return pictures;
  }

  /** The same without; {@link #picture} knows them from now on. */
  List<PictureToCaption> pictures(Path place) {
    return known(sources.pictures(place));
  }

  /** The same of what is typed: a picture, a folder, a pattern, a list. */
  List<PictureToCaption> typed(String name) {
    List<PictureToCaption> pictures = sources.typed(name);
    if (pictures.size() > 1) {
      return known(pictures);
    }
    pictures.forEach(each -> typed.put(each.name(), each));
    return pictures;
  }

  private List<PictureToCaption> known(List<PictureToCaption> pictures) {
    pictures.forEach(each -> asked.put(each.name(), each));
    return pictures;
  }

  /**
   * A picture that is asked about, by its name or path.
   *
   * @throws UserError if it cannot be read, or there are several
   */
  PictureToCaption picture(String name) {
    PictureToCaption known = asked.get(name);
    return known == null ? typed.computeIfAbsent(name, this::only) : known;
  }

  private PictureToCaption only(String name) {
    List<PictureToCaption> all = sources.typed(name);
    if (all.size() > 1) {
      throw new UserError("%s: %d pictures; expected the name of one".formatted(name, all.size()));
    }
    return all.get(0);
  }

  /** Of all training pictures. */
  List<String> trainingCaptions() {
    return of(Split.TRAIN).stream().flatMap(each -> each.captions().stream()).toList();
  }

  /** Whether a caption is a description of a picture, as far as the data tell. */
  boolean describes(CaptionedPicture picture, String caption) {
    Scene scene = scenes.get(picture.name());
    String said = plain(caption);
    return scene == null
        ? picture.captions().stream().anyMatch(each -> plain(each).equals(said))
        : scene.isDescribedBy(said);
  }

  private static String plain(String caption) {
    return String.join(" ", Tokenizer.PLAIN.tokenize(caption));
  }

  /** Checks what a part is read from, before it is read. */
  void require(Split split) {
    source.require(split);
  }

  Map<String, String> digests() {
    return source.digests();
  }
}
