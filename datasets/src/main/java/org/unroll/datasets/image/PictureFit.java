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

  PictureFit(PictureConfig config) {
    this.config = config;
    this.size = config.pictureSize();
  }

  /**
   * @param decoded grey, or blue, green and red, bytes of any size
   */
  Picture fitted(Mat decoded) {
    Mat sized = sized(inColour(decoded));
    Mat dense = sized.isContinuous() ? sized : sized.clone();
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

  private Mat sized(Mat picture) {
    double across = (double) size.width() / picture.cols();
    double down = (double) size.height() / picture.rows();
    return switch (config.resize()) {
      case STRETCH -> resized(picture, size.width(), size.height());
      case COVER -> resized(middle(picture, Math.max(across, down)), size.width(), size.height());
      case PAD -> padded(picture, Math.min(across, down));
    };
  }

  /** What fills the size once it is multiplied by the scale. */
  private Mat middle(Mat picture, double scale) {
    int width = rounded(size.width() / scale, picture.cols());
    int height = rounded(size.height() / scale, picture.rows());
    int left = (picture.cols() - width) / 2;
    int top = (picture.rows() - height) / 2;
    return new Mat(picture, new Rect(left, top, width, height));
  }

  private Mat padded(Mat picture, double scale) {
    int width = rounded(picture.cols() * scale, size.width());
    int height = rounded(picture.rows() * scale, size.height());
    int left = (size.width() - width) / 2;
    int top = (size.height() - height) / 2;
    int right = size.width() - width - left;
    int bottom = size.height() - height - top;
    Mat whole = new Mat();
    Mat inner = resized(picture, width, height);
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
