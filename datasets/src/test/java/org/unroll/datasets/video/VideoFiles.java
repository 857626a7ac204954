package org.unroll.datasets.video;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ShortBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;
import org.unroll.core.yaml.ConfigLoader;
import org.unroll.core.yaml.ConfigText;
import org.unroll.datasets.image.Picture;
import org.unroll.datasets.image.PictureConfig;

/**
 * Writes video files whose frames show their own number, as eight bars from the lowest bit on the
 * left to the highest on the right.
 */
final class VideoFiles {
  static final int WIDTH = 64;
  static final int HEIGHT = 48;
  static final int RATE = 25;

  private static final int BITS = 8;
  private static final int DARK = 30;
  private static final int BRIGHT = 225;

  private record Section(PictureConfig picture) {}

  private VideoFiles() {}

  /** Paints a frame: blue, green and red of each pixel. */
  interface Painter {
    void paint(int number, byte[] pixels, int width, int height);
  }

  static PictureConfig picture(String yaml) {
    ConfigText text = new ConfigText("test.yaml", "picture: " + yaml);
    return new ConfigLoader<>(Section.class).load(text, List.of(), List.of()).config().picture();
  }

  static FrameSettings settings(String yaml) {
    return new FrameSettings(picture(yaml));
  }

  /** Frames as large as they are written, all of them. */
  static FrameSettings asWritten() {
    return settings("{size: [%d, %d]}".formatted(HEIGHT, WIDTH));
  }

  /** What the frames show that are read. */
  static List<Integer> numbers(FrameSource source) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    source.read(frame -> numbers.add(number(frame)));
    return numbers;
  }

  /** What a frame shows, whatever size it was given. */
  static int number(Picture frame) {
    int width = frame.size().width();
    int number = 0;
    for (int bit = 0; bit < BITS; bit++) {
      int column = (2 * bit + 1) * width / (2 * BITS);
      boolean bright = frame.at(0, frame.size().height() / 2, column) > (DARK + BRIGHT) / 2;
      number |= bright ? 1 << bit : 0;
    }
    return number;
  }

  static void paintNumber(int number, byte[] pixels, int width, int height) {
    for (int i = 0; i < width * height; i++) {
      int bit = i % width * BITS / width;
      int level = (number >> bit & 1) == 0 ? DARK : BRIGHT;
      pixels[3 * i] = (byte) level;
      pixels[3 * i + 1] = (byte) level;
      pixels[3 * i + 2] = (byte) level;
    }
  }

  /** Red, green, blue and white in four fields: top left, top right, bottom left, bottom right. */
  static void paintFields(int number, byte[] pixels, int width, int height) {
    for (int i = 0; i < width * height; i++) {
      boolean bottom = i / width * 2 >= height;
      boolean right = i % width * 2 >= width;
      pixels[3 * i] = (byte) (bottom ? 255 : 0);
      pixels[3 * i + 1] = (byte) (right ? 255 : 0);
      pixels[3 * i + 2] = (byte) (bottom == right ? 255 : 0);
    }
  }

  static FFmpegFrameRecorder recorder(Path file, int codec, int width, int height) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
    String name = file.getFileName().toString();
    String ending = name.substring(name.lastIndexOf('.') + 1);
    recorder.setFormat(
        switch (ending) {
          case "mkv" -> "matroska";
          case "ts" -> "mpegts";
          case "mpg" -> "mpeg";
          case "wmv" -> "asf";
          default -> ending;
        });
    recorder.setVideoCodec(codec);
    recorder.setFrameRate(RATE);
    recorder.setGopSize(10);
    recorder.setVideoBitrate(800_000);
    recorder.setPixelFormat(
        switch (codec) {
          case avcodec.AV_CODEC_ID_MJPEG -> avutil.AV_PIX_FMT_YUVJ420P;
          case avcodec.AV_CODEC_ID_GIF -> avutil.AV_PIX_FMT_RGB8;
          default -> avutil.AV_PIX_FMT_YUV420P;
        });
    return recorder;
  }

  /** Writes as many frames as wanted and closes the file. */
  static void write(FFmpegFrameRecorder recorder, int frames, Painter painter) {
    long[] times = new long[frames];
    for (int i = 0; i < frames; i++) {
      times[i] = Math.round(i * 1e6 / recorder.getFrameRate());
    }
    write(recorder, times, painter);
  }

  /**
   * @param times of the frames, in microseconds
   */
  static void write(FFmpegFrameRecorder recorder, long[] times, Painter painter) {
    int width = recorder.getImageWidth();
    int height = recorder.getImageHeight();
    try (recorder;
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
      recorder.start();
      byte[] pixels = new byte[width * height * 3];
      ByteBuffer image = (ByteBuffer) frame.image[0];
      for (int number = 0; number < times.length; number++) {
        painter.paint(number, pixels, width, height);
        for (int row = 0; row < height; row++) {
          image.position(row * frame.imageStride);
          image.put(pixels, row * width * 3, width * 3);
        }
        image.position(0);
        recorder.setTimestamp(times[number]);
        recorder.record(frame);
      }
    } catch (FrameRecorder.Exception e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Numbered frames of the usual size and rate. */
  static Path numbered(Path file, int codec, int frames) {
    write(recorder(file, codec, WIDTH, HEIGHT), frames, VideoFiles::paintNumber);
    return file;
  }

  /** A picture file that shows its number. */
  static Path picture(Path file, int number) throws IOException {
    return picture(file, number, WIDTH, HEIGHT);
  }

  static Path picture(Path file, int number, int width, int height) throws IOException {
    byte[] pixels = new byte[width * height * 3];
    paintNumber(number, pixels, width, height);
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    image.getRaster().setDataElements(0, 0, width, height, pixels);
    String name = file.getFileName().toString();
    ImageIO.write(image, name.substring(name.lastIndexOf('.') + 1), file.toFile());
    return file;
  }

  /** A second of sound. */
  static Path sound(Path file) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), 1)) {
      recorder.setFormat("mp4");
      recorder.setSampleRate(16_000);
      recorder.setAudioCodec(avcodec.AV_CODEC_ID_AAC);
      recorder.start();
      ShortBuffer samples = ShortBuffer.allocate(16_000);
      for (int i = 0; i < samples.capacity(); i++) {
        samples.put(i, (short) (8000 * Math.sin(i / 5.0)));
      }
      recorder.recordSamples(16_000, 1, samples);
      return file;
    } catch (FrameRecorder.Exception e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes into an MP4 how its camera was held; this FFmpeg reads that, but does not write it. */
  static void turn(Path file, int degrees) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int track = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer matrix = ByteBuffer.wrap(bytes, track + 44, 36);
    int one = 1 << 16;
    int cosine = (int) Math.round(Math.cos(Math.toRadians(degrees)));
    int sine = (int) Math.round(Math.sin(Math.toRadians(degrees)));
    for (int number : new int[] {cosine * one, sine * one, 0, -sine * one, cosine * one}) {
      matrix.putInt(number);
    }
    Files.write(file, bytes);
  }

  /** The beginning of a file. */
  static Path cut(Path file, double share, Path to) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    return Files.write(to, Arrays.copyOf(bytes, (int) (bytes.length * share)));
  }

  static List<Integer> first(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  static int codec(String name) {
    return switch (name) {
      case "mpeg4" -> avcodec.AV_CODEC_ID_MPEG4;
      case "mpeg2" -> avcodec.AV_CODEC_ID_MPEG2VIDEO;
      case "h264" -> avcodec.AV_CODEC_ID_H264;
      case "vp8" -> avcodec.AV_CODEC_ID_VP8;
      case "vp9" -> avcodec.AV_CODEC_ID_VP9;
      case "mjpeg" -> avcodec.AV_CODEC_ID_MJPEG;
      case "wmv2" -> avcodec.AV_CODEC_ID_WMV2;
      case "flv" -> avcodec.AV_CODEC_ID_FLV1;
      case "ffv1" -> avcodec.AV_CODEC_ID_FFV1;
      case "gif" -> avcodec.AV_CODEC_ID_GIF;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Numbered frames of the usual size and rate. */
  static Path numbered(Path file, String codec, int frames) {
    return numbered(file, codec(codec), frames);
  }

  static FrameTally tally(Path file) throws IOException {
    return new VideoFile(file, asWritten()).read(frame -> {});
  }

  static List<Integer> numbers(Path file) throws IOException {
    return numbers(new VideoFile(file, asWritten()));
  }

  static FrameTally taken(Path file, double rate, List<Integer> into) throws IOException {
    FrameSettings settings = new FrameSettings(asWritten().picture(), OptionalDouble.of(rate), 25);
    return new VideoFile(file, settings).read(frame -> into.add(number(frame)));
  }
}
