package org.unroll.datasets.image;

import static org.bytedeco.opencv.global.opencv_core.BORDER_CONSTANT;
import static org.bytedeco.opencv.global.opencv_core.copyMakeBorder;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2GRAY;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_GRAY2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_LINEAR;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.bytedeco.opencv.opencv_core.Size;
import org.unroll.core.layer.image.PictureSize;

/**
 * Gives decoded pictures the wanted size and colours. What native memory it makes is the caller's
 * to free, by a scope around. Immutable and thread-safe.
 */
final class PictureFit {
  private final PictureConfig config;
  private final PictureSize size;
  private final int height; // before a region is cut out
  private final int width;

  PictureFit(PictureConfig config) {
    this.config = config;
    this.size = config.pictureSize();
    this.height = config.size().get(0);
    this.width = config.size().get(1);
  }

  /**
   * @param decoded grey, or blue, green and red, bytes of any size
   */
  Picture fitted(Mat decoded) {
    Mat kept = kept(sized(inColour(decoded)));
    Mat dense = kept.isContinuous() ? kept : kept.clone();
    byte[] pixels = new byte[size.length()];
    dense.data().get(pixels);
    return new Picture(size, size.channels() == 1 ? pixels : channels(pixels));
  }

  private Mat inColour(Mat decoded) {
    if (decoded.channels() == size.channels()) {
      return decoded;
    }
    Mat colours = new Mat();
    cvtColor(decoded, colours, config.grey() ? COLOR_BGR2GRAY : COLOR_GRAY2BGR);
    return colours;
  }

  private Mat kept(Mat picture) {
    return config.region().map(part -> new Mat(picture, rectangle(part))).orElse(picture);
  }

  private static Rect rectangle(RegionConfig part) {
    return new Rect(part.left(), part.top(), part.width(), part.height());
  }

  private Mat sized(Mat picture) {
    double across = (double) width / picture.cols();
    double down = (double) height / picture.rows();
    return switch (config.resize()) {
      case STRETCH -> resized(picture, width, height);
      case COVER -> resized(middle(picture, Math.max(across, down)), width, height);
      case PAD -> padded(picture, Math.min(across, down));
    };
  }

  /** What fills the size once it is multiplied by the scale. */
  private Mat middle(Mat picture, double scale) {
    int across = rounded(width / scale, picture.cols());
    int down = rounded(height / scale, picture.rows());
    int left = (picture.cols() - across) / 2;
    int top = (picture.rows() - down) / 2;
    return new Mat(picture, new Rect(left, top, across, down));
  }

  private Mat padded(Mat picture, double scale) {
    int across = rounded(picture.cols() * scale, width);
    int down = rounded(picture.rows() * scale, height);
    int left = (width - across) / 2;
    int top = (height - down) / 2;
    int right = width - across - left;
    int bottom = height - down - top;
    Mat whole = new Mat();
    Mat inner = resized(picture, across, down);
    copyMakeBorder(inner, whole, top, bottom, left, right, BORDER_CONSTANT, new Scalar());
    return whole;
  }

  private static int rounded(double length, int most) {
    return (int) Math.max(1, Math.min(most, Math.round(length)));
  }

  private static Mat resized(Mat picture, int width, int height) {
    if (picture.cols() == width && picture.rows() == height) {
      return picture;
    }
    boolean smaller = (long) width * height < (long) picture.cols() * picture.rows();
    Mat resized = new Mat();
    int how = smaller ? INTER_AREA : INTER_LINEAR; // the mean of what falls on a pixel
    resize(picture, resized, new Size(width, height), 0, 0, how);
    return resized;
  }

  /** From blue, green and red of each pixel to red, green and blue of the whole picture. */
  private byte[] channels(byte[] pixels) {
    int count = size.plane();
    byte[] channels = new byte[pixels.length];
    for (int i = 0, from = 0; i < count; i++, from += 3) {
      channels[i] = pixels[from + 2];
      channels[count + i] = pixels[from + 1];
      channels[2 * count + i] = pixels[from];
    }
    return channels;
  }
}
