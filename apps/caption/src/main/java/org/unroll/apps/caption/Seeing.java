package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureContent;
import org.unroll.datasets.caption.PictureToCaption;

/**
 * What a captioner reads of pictures: themselves, or what an encoder gives of them. Not
 * thread-safe.
 */
final class Seeing {
  private final FittedCaptions fitted;
  private Optional<PictureEncoder> encoder = Optional.empty(); // there once it is trained

  Seeing(FittedCaptions fitted) {
    this.fitted = fitted;
  }

  /** From now on it sees by a trained encoder. */
  void take(Path bundle) {
    encoder =
        Optional.of(PictureEncoder.read(bundle, fitted.kept().orElseThrow(), fitted.pictures()));
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
