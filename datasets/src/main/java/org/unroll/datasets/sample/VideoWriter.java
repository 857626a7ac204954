package org.unroll.datasets.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.javacpp.BytePointer;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.video.VideoEncoder;

/** Writes pictures as an mp4 file. The same pictures give the same bytes. Not thread-safe. */
final class VideoWriter implements AutoCloseable {
  static final double RATE = 25; // frames a second

  private final PictureSize size;
  private final VideoEncoder encoder;
  private final BytePointer pixels;

  VideoWriter(Path file, PictureSize size) throws IOException {
    this.size = size;
    this.encoder = VideoEncoder.create(file, size.width(), size.height(), RATE);
    this.pixels = new BytePointer((long) size.length());
  }

  /** Adds a frame, red, green and blue of the size. */
  void write(Picture picture) throws IOException {
    byte[] rows = new byte[size.length()]; // blue, green and red of each
    for (int i = 0; i < size.plane(); i++) {
      for (int channel = 0; channel < size.channels(); channel++) {
        rows[size.channels() * (i + 1) - 1 - channel] =
            picture.pixels()[channel * size.plane() + i];
      }
    }
    pixels.put(rows);
    encoder.write(pixels);
  }

  void finish() throws IOException {
    encoder.finish();
  }

  @Override
  public void close() {
    encoder.close();
    pixels.close();
  }
}
