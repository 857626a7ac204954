package org.unroll.apps.video;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Writes videos and pictures of plain colours. */
final class TinyVideos {
  static final int RATE = 25;

  /** A net of a few hundred numbers for pictures of 8 × 8. */
  static final String GRAPH =
      "graph={look: {layer: conv, filters: 4, kernel: 3, stride: 2, activation: relu, input: frames},"
          + " flat: {vertex: flatten, input: look},"
          + " memory: {layer: gru, size: 8, input: flat},"
          + " output: {layer: softmax, input: memory}}";

  static final List<String> PICTURE = List.of("picture={size: [8, 8], resize: stretch}", "rate=25");

  private TinyVideos() {}

  /** Constant rate. */
  static Path mp4(Path file, int frames, IntFunction<Color> colour) {
    long[] times = new long[frames];
    for (int frame = 0; frame < frames; frame++) {
      times[frame] = frame * 1_000_000L / RATE;
    }
    return mp4(file, 32, times, colour);
  }

  /**
   * @param width also the height
   * @param times of the frames, in microseconds
   */
  static Path mp4(Path file, int width, long[] times, IntFunction<Color> colour) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, width);
    recorder.setFormat("mp4");
    recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
    recorder.setFrameRate(RATE);
    recorder.setGopSize(5);
    recorder.setVideoBitrate(2_000_000);
    recorder.setPixelFormat(avutil.AV_PIX_FMT_YUV420P);
    try (recorder;
        Frame frame = new Frame(width, width, Frame.DEPTH_UBYTE, 3)) {
      recorder.start();
      for (int number = 0; number < times.length; number++) {
        paint(frame, width, colour.apply(number));
        recorder.setTimestamp(times[number]);
        recorder.record(frame);
      }
    } catch (FrameRecorder.Exception e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  private static void paint(Frame frame, int width, Color colour) {
    byte[] row = new byte[3 * width];
    for (int x = 0; x < width; x++) {
      row[3 * x] = (byte) colour.getBlue();
      row[3 * x + 1] = (byte) colour.getGreen();
      row[3 * x + 2] = (byte) colour.getRed();
    }
    ByteBuffer image = (ByteBuffer) frame.image[0];
    for (int y = 0; y < width; y++) {
      image.position(y * frame.imageStride);
      image.put(row);
    }
    image.position(0);
  }

  /** A second of silence without a picture. */
  static Path sound(Path file) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
      recorder.setFormat("mp4");
      recorder.setSampleRate(16_000);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.start();
      recorder.recordSamples(16_000, 1, ShortBuffer.allocate(16_000));
      return file;
    } catch (FrameRecorder.Exception e) {
      throw new UncheckedIOException(e);
    }
  }

  /** White above a height, black below. */
  static Path png(Path file, int width, int height, int white) throws IOException {
    Files.createDirectories(file.getParent());
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < Math.min(white, height); y++) {
      for (int x = 0; x < width; x++) {
        picture.setRGB(x, y, 0xffffff);
      }
    }
    ImageIO.write(picture, "png", file.toFile());
    return file;
  }
}
