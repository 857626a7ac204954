package org.unroll.datasets.video;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.unroll.datasets.image.PictureLook;

/**
 * What a video, or a folder of frames, says of itself before any frame is decoded.
 *
 * @param picture the size of a frame, upright
 * @param rate frames a second; 0 if it does not say
 * @param frames how many; 0 if it does not say
 */
public record FootageLook(PictureLook picture, double rate, long frames) {
  /** Of what is no footage. */
  public static final FootageLook UNKNOWN = new FootageLook(new PictureLook(1, 1), 0, 0);

  /**
   * @throws org.unroll.datasets.table.BadCell without its name, if it cannot be read
   */
  public static FootageLook of(Path videoOrFolder) {
    return Files.isDirectory(videoOrFolder) ? ofFolder(videoOrFolder) : ofVideo(videoOrFolder);
  }

  private static FootageLook ofFolder(Path folder) {
    List<Path> files = FrameFolder.files(folder);
    return new FootageLook(PictureLook.of(files.get(0)), 0, files.size());
  }

  private static FootageLook ofVideo(Path file) {
    try (VideoContainer container = VideoContainer.open(file)) {
      AVCodecParameters parameters = container.parameters();
      boolean swapped = container.turn().swapped();
      int width = swapped ? parameters.height() : parameters.width();
      int height = swapped ? parameters.width() : parameters.height();
      long told = container.promised();
      long frames = told > 0 ? told : Math.round(container.duration() * container.rate());
      return new FootageLook(new PictureLook(width, height), container.rate(), frames);
    }
  }

  /** How long it is; 0 if it does not say. */
  public double seconds() {
    return rate > 0 ? frames / rate : 0;
  }
}
