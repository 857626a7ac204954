package org.unroll.datasets.video;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.unroll.core.UserError;
import org.unroll.core.run.PendingFile;
import org.unroll.core.run.UnwritableFile;
import org.unroll.datasets.table.BadCell;

/**
 * A video again as an MP4 with text over its frames, upright, as large as its first frame is and at
 * its rate on average, without sound. A damaged frame is replaced by the one before. No more than a
 * frame is in memory. Immutable.
 *
 * @param rate frames a second that were taken of it to be labelled; empty if all were
 * @param lines what is written over a frame that was taken, by its number among those
 */
public record RenderedVideo(Path video, OptionalDouble rate, IntFunction<List<String>> lines) {
  /**
   * Before long work whose end it is.
   *
   * @throws UserError if this machine cannot draw text
   */
  public static void require() {
    Caption.requireFonts();
  }

  /**
   * @param to appears once it is whole
   * @throws UserError if the video cannot be read, or the file not be written
   */
  public void write(Path to) {
    try (PendingFile pending = PendingFile.of(to)) {
      write(pending);
      pending.keep();
    } catch (BadCell e) {
      throw new UserError(video + ": " + e.getMessage(), e);
    } catch (IOException e) {
      throw new UnwritableFile(to, e);
    }
  }

  private void write(PendingFile pending) throws IOException {
    try (VideoReading reading = VideoReading.open(video, rate);
        FrameConversion conversion = new FrameConversion(false, reading.turn());
        Drawing drawing = new Drawing(pending.unfinished(), reading.ownRate())) {
      reading.run(
          (frame, due, next) -> {
            BufferedImage picture = conversion.upright(frame, drawing::picture);
            drawing.write(picture, due, next);
          });
      drawing.finish();
    }
  }

  /** Draws it once. */
  private final class Drawing implements AutoCloseable {
    private final Path file;
    private final double ownRate;
    private BufferedImage picture;
    private BytePointer pixels;
    private VideoEncoder encoder;
    private int taken;
    private int written;

    Drawing(Path file, double ownRate) {
      this.file = file;
      this.ownRate = ownRate;
    }

    /** The same object for all frames. */
    BufferedImage picture(Mat upright) {
      if (picture == null) {
        picture = new BufferedImage(upright.cols(), upright.rows(), BufferedImage.TYPE_3BYTE_BGR);
      }
      int width = picture.getWidth();
      int height = picture.getHeight();
      Mat whole = new Mat(height, width, CV_8UC3); // row by row without gaps
      if (upright.cols() == width && upright.rows() == height) {
        upright.copyTo(whole);
      } else {
        resize(upright, whole, new Size(width, height), 0, 0, INTER_AREA);
      }
      whole.data().get(bytes());
      return picture;
    }

    private byte[] bytes() {
      return ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    }

    /** A frame that was not taken bears what was said of the last that was. */
    void write(BufferedImage frame, int due, int next) throws IOException {
      if (encoder == null) {
        encoder = VideoEncoder.create(file, frame.getWidth(), frame.getHeight(), ownRate);
        pixels = new BytePointer((long) bytes().length); // in no scope that would free it
      }
      int number = due > 0 ? taken : taken - 1;
      taken += due;
      if (number >= 0) {
        Caption.draw(frame, lines.apply(number));
      }
      pixels.put(bytes());
      for (; written < next; written++) {
        encoder.write(pixels);
      }
    }

    void finish() throws IOException {
      encoder.finish();
    }

    @Override
    public void close() {
      if (encoder != null) {
        encoder.close();
      }
      if (pixels != null) {
        pixels.close();
      }
    }
  }
}
