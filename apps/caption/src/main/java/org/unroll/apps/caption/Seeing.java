package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.unroll.core.data.DataAccess;
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
  private Optional<PictureEncoder> encoder = Optional.empty(); // there once it is trained

  private Seeing(FittedCaptions fitted, Optional<Function<String, FeatureStore>> stores) {
    this.fitted = fitted;
    this.stores = stores;
  }

  /**
   * What an encoder gives that is not trained is kept on disk for other runs. One that is trained
   * is another in each run, whose features would only drive those out.
   */
  static Seeing of(CaptionConfig config, FittedCaptions fitted, DataAccess access) {
    boolean stays = config.encoder().filter(each -> each.train().isEmpty()).isPresent();
    if (!stays) {
      return new Seeing(fitted, Optional.empty());
    }
    CacheFolder folder = CacheFolder.of(FeatureStore.KIND, System.getenv());
    return new Seeing(fitted, Optional.of(net -> new FeatureStore(folder, net, access.notices())));
  }

  /** From now on it sees by a trained encoder. */
  void take(Path bundle) {
    KeptFeatures kept = fitted.kept().orElseThrow();
    encoder = Optional.of(PictureEncoder.read(bundle, kept, fitted.pictures(), stores));
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
