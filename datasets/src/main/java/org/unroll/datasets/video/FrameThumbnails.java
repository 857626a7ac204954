package org.unroll.datasets.video;

import java.util.ArrayList;
import java.util.List;
import org.unroll.core.app.FramePicture;
import org.unroll.datasets.image.PictureThumbnail;

/** Small pictures of some frames, to be shown. */
public final class FrameThumbnails {
  private static final int MOST = 8;
  private static final int WIDEST = 48; // pixels

  private FrameThumbnails() {}

  /** Of evenly spaced frames, each in the middle of its stretch. */
  public static List<FramePicture> of(PictureFrames frames) {
    int count = Math.min(MOST, frames.length());
    byte[] pixels = new byte[frames.size().length()];
    List<FramePicture> thumbnails = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int frame = (int) ((2L * i + 1) * frames.length() / (2L * count));
      frames.read(frame, pixels);
      thumbnails.add(new FramePicture(frame, PictureThumbnail.png(pixels, frames.size(), WIDEST)));
    }
    return thumbnails;
  }
}
