package org.unroll.datasets.image;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_GRAYSCALE;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_COLOR_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.datasets.image.PictureHeader.Format;
import org.unroll.datasets.table.BadCell;

/**
 * From files to pictures of one size. PNG, JPEG, BMP and WebP are decoded by OpenCV, of GIFs the
 * first frame by Java, since OpenCV knows none. JPEGs are turned as their camera held them;
 * palettes become colours, 16 bits 8, and CMYK red, green and blue without regard to its profile;
 * what is transparent shows white below. Immutable and thread-safe.
 */
public final class PictureDecoder {
  private static final long MOST_BYTES = 256L << 20;

  private final PictureConfig config;
  private final PictureFit fit;

  public PictureDecoder(PictureConfig config) {
    this.config = config;
    this.fit = new PictureFit(config);
  }

  /** Of every picture it gives. */
  public PictureSize size() {
    return config.pictureSize();
  }

  /**
   * @throws BadCell without the file's name, if it is not there or cannot be read as a picture
   */
  public Picture read(Path file) {
    return decode(bytes(file));
  }

  /**
   * The bytes of a file that is to be decoded.
   *
   * @throws BadCell without the file's name, if it is not there, cannot be read or is too large
   */
  public static byte[] bytes(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadCell(Files.exists(file) ? "is no file" : "there is no such file");
    }
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw tooLarge();
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new BadCell("cannot be read (%s)".formatted(e.getClass().getSimpleName()));
    }
  }

  /**
   * The same of a file inside another one, such as an archive.
   *
   * @throws BadCell if it is too large
   */
  public static byte[] bytes(InputStream content) throws IOException {
    byte[] bytes = content.readNBytes((int) MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw tooLarge();
    }
    return bytes;
  }

  private static BadCell tooLarge() {
    return new BadCell("larger than %d MB".formatted(MOST_BYTES >> 20));
  }

  /**
   * @param file the bytes of a picture file
   * @throws BadCell if it cannot be read as a picture
   */
  public Picture decode(byte[] file) {
    PictureHeader header = PictureHeader.of(file);
    try {
      return scoped(() -> fit.fitted(decoded(file, header)));
    } catch (BadCell e) {
      throw e;
    } catch (RuntimeException e) { // OpenCV has no exception of its own
      throw new BadCell("a damaged " + header.format());
    }
  }

  /**
   * All of a picture in its own form, to be shown.
   *
   * @param longest pixels of its longer side, if it has so many
   * @throws BadCell if it cannot be read as a picture
   */
  static Picture whole(byte[] file, int longest) {
    PictureDecoder square = new PictureDecoder(shown(longest, longest));
    PictureHeader header = PictureHeader.of(file);
    return scoped(
        () -> {
          Mat decoded = square.decoded(file, header);
          double scale = Math.min(1, longest / (double) Math.max(decoded.rows(), decoded.cols()));
          int height = (int) Math.max(1, Math.round(decoded.rows() * scale));
          int width = (int) Math.max(1, Math.round(decoded.cols() * scale));
          return new PictureFit(shown(height, width)).fitted(decoded);
        });
  }

  private static PictureConfig shown(int height, int width) {
    return new PictureConfig(
        List.of(height, width), false, Fit.STRETCH, Optional.empty(), AugmentConfig.NONE);
  }

  /** A frame or another picture that was decoded elsewhere: grey, or blue, green and red. */
  public Picture fitted(Mat decoded) {
    return scoped(() -> fit.fitted(decoded));
  }

  /** Frees all native memory that is made in between. */
  @SuppressWarnings({"try", "unchecked"}) // it is not named again; no class it is held to
  private static Picture scoped(Supplier<Picture> made) {
    try (PointerScope scope = new PointerScope()) {
      return made.get();
    }
  }

  private Mat decoded(byte[] file, PictureHeader header) {
    if (header.format() == Format.GIF) {
      return Gif.firstFrame(file);
    }
    Mat bytes = new Mat(1, file.length, CV_8UC1, new BytePointer(file));
    Mat picture =
        header.transparent() ? Transparent.onWhite(bytes) : imdecode(bytes, flags(header));
    if (picture.empty()) {
      throw new BadCell("a damaged " + header.format());
    }
    return picture;
  }

  /** A JPEG can be decoded at half, a quarter or an eighth of its size, in far less time. */
  private int flags(PictureHeader header) {
    long least = Math.min(header.width(), header.height());
    long wanted = Math.max(config.size().get(0), config.size().get(1));
    long times = header.format() == Format.JPEG ? least / wanted : 1;
    boolean grey = config.grey();
    if (times >= 8) {
      return grey ? IMREAD_REDUCED_GRAYSCALE_8 : IMREAD_REDUCED_COLOR_8;
    }
    if (times >= 4) {
      return grey ? IMREAD_REDUCED_GRAYSCALE_4 : IMREAD_REDUCED_COLOR_4;
    }
    if (times >= 2) {
      return grey ? IMREAD_REDUCED_GRAYSCALE_2 : IMREAD_REDUCED_COLOR_2;
    }
    return grey ? IMREAD_GRAYSCALE : IMREAD_COLOR;
  }

  /** A picture of OpenCV's: blue, green and red of each pixel together. */
  static Mat mat(byte[] pixels, int height, int width) {
    return new Mat(height, width, CV_8UC3, new BytePointer(pixels));
  }
}
