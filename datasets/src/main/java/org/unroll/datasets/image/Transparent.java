package org.unroll.datasets.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import org.bytedeco.opencv.opencv_core.Mat;

/** Pictures with an alpha channel: OpenCV would show whatever colour is behind it, mostly black. */
final class Transparent {
  private static final double FROM_16_BITS = 1.0 / 257;
  private static final int CHANNELS = 4; // blue, green, red, alpha

  private Transparent() {}

  /**
   * @param file the bytes of a picture file
   * @return blue, green and red on white; empty if it is damaged
   */
  static Mat onWhite(Mat file) {
    Mat picture = imdecode(file, IMREAD_UNCHANGED);
    if (picture.empty() || picture.channels() != CHANNELS) {
      return imdecode(file, IMREAD_COLOR); // one colour stands for transparent: it is kept
    }
    if (picture.depth() != CV_8U) {
      Mat bytes = new Mat();
      picture.convertTo(bytes, CV_8U, FROM_16_BITS, 0);
      picture = bytes;
    }
    Mat seen = new Mat(picture.rows(), picture.cols(), CV_8UC3);
    byte[] row = new byte[picture.cols() * CHANNELS];
    for (int y = 0; y < picture.rows(); y++) { // a large one does not fit on Java's heap twice
      picture.ptr(y).get(row);
      seen.ptr(y).put(onWhite(row));
    }
    return seen;
  }

  private static byte[] onWhite(byte[] pixels) {
    byte[] seen = new byte[pixels.length / CHANNELS * 3];
    for (int from = 0, to = 0; from < pixels.length; from += CHANNELS) {
      int alpha = pixels[from + 3] & 0xFF;
      for (int i = 0; i < 3; i++) {
        int colour = pixels[from + i] & 0xFF;
        seen[to++] = (byte) ((colour * alpha + 255 * (255 - alpha) + 127) / 255);
      }
    }
    return seen;
  }
}
