package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.app.Net;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Progress;
import org.unroll.core.run.ModelBundle;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.FeatureStore;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.caption.PictureToCaption;
import org.unroll.datasets.catalog.CacheFolder;

/**
 * What a captioner reads of pictures: themselves, or what an encoder gives of them. Not
 * thread-safe.
 */
final class Seeing {
  private final FittedCaptions fitted;
  private final Optional<Function<String, FeatureStore>> stores;
  private final Progress progress;
  private Optional<PictureEncoder> encoder = Optional.empty(); // there once it is trained

  private Seeing(
      FittedCaptions fitted, Optional<Function<String, FeatureStore>> stores, Progress progress) {
    this.fitted = fitted;
    this.stores = stores;
    this.progress = progress;
  }

  /**
   * What an encoder gives that is not trained is kept on disk for other runs. One that is trained
   * is another in each run, whose features would only drive those out.
   */
  static Seeing of(CaptionConfig config, FittedCaptions fitted, DataAccess access) {
    boolean stays = config.encoder().filter(each -> each.train().isEmpty()).isPresent();
    if (!stays) {
      return new Seeing(fitted, Optional.empty(), access.progress());
    }
    CacheFolder folder = CacheFolder.of(FeatureStore.KIND, System.getenv());
    return new Seeing(
        fitted,
        Optional.of(net -> new FeatureStore(folder, net, access.notices())),
        access.progress());
  }

  /** From now on it sees by a trained encoder. */
  void take(Path bundle) {
    KeptFeatures kept = fitted.kept().orElseThrow();
    Net net = new Net(ModelBundle.readAnswering(bundle)).telling(progress);
    encoder = Optional.of(PictureEncoder.read(bundle, net, kept, fitted.pictures(), stores));
  }

  /** The same of the one that was saved, if this net has one. */
  void load(Path folder) {
    if (fitted.kept().isPresent()) {
      take(folder.resolve(PictureEncoder.FILE));
    }
  }

  void save(Path folder) throws IOException {
    if (encoder.isPresent()) { // it is not while it is trained
      encoder.get().save(folder);
    }
  }

  private List<PictureContent> seen(List<PictureContent> pictures) {
    return fitted.kept().isEmpty() ? pictures : encoder.orElseThrow().features(pictures);
  }

  List<CaptionedPicture> captioned(List<CaptionedPicture> pictures) {
    List<PictureContent> contents = seen(pictures.stream().map(CaptionedPicture::content).toList());
    encoder.ifPresent(PictureEncoder::tell);
    List<CaptionedPicture> seen = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      CaptionedPicture picture = pictures.get(i);
      seen.add(
          new CaptionedPicture(
              picture.name(), contents.get(i), picture.captions(), picture.origin()));
    }
    return seen;
  }

  List<PictureToCaption> toCaption(List<PictureToCaption> pictures) {
    List<PictureContent> contents = seen(pictures.stream().map(PictureToCaption::content).toList());
    List<PictureToCaption> seen = new ArrayList<>();
    for (int i = 0; i < contents.size(); i++) {
      seen.add(new PictureToCaption(pictures.get(i).name(), contents.get(i)));
    }
    return seen;
  }
}
