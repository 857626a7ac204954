package org.unroll.apps.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameRecorder;

/** Videos of a lamp that is switched off and on, with labels that say which it is. */
final class LampVideos {
  static final int RATE = 25;
  static final int DARK = 40;
  static final int BRIGHT = 210;

  private LampVideos() {}

  /** Whether it is on: for ten frames in twenty. */
  static boolean isOn(int frame) {
    return frame / 10 % 2 == 1;
  }

  /** A video of this size. */
  static Path write(Path file, int frames, int width, int height) {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    try (FFmpegFrameRecorder recorder = new FFmpegFrameRecorder(file.toFile(), width, height);
        Frame frame = new Frame(width, height, Frame.DEPTH_UBYTE, 3)) {
      recorder.setFormat("mp4");
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_MPEG4);
      recorder.setFrameRate(RATE);
      recorder.start();
      ByteBuffer pixels = (ByteBuffer) frame.image[0];
      for (int number = 0; number < frames; number++) {
        for (int i = 0; i < pixels.capacity(); i++) {
          pixels.put(i, (byte) (isOn(number) ? BRIGHT : DARK));
        }
        recorder.record(frame);
      }
      return file;
    } catch (FrameRecorder.Exception e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void labelled(Path folder, String name, int frames) throws IOException {
    write(folder.resolve(name + ".mp4"), frames, 32, 32);
    StringBuilder labels = new StringBuilder("start,end,label\n");
    for (int start = 0; start < frames; start += 10) {
      int end = Math.min(frames, start + 10) - 1;
      labels.append("%d,%d,%s%n".formatted(start, end, isOn(start) ? "on" : "off"));
    }
    Files.writeString(folder.resolve(name + ".csv"), labels);
  }

  /** Trains a tiny net in a few seconds; the command. */
  static List<String> train(Path folder, Path run) throws IOException {
    Path train = Files.createDirectories(folder.resolve("train"));
    Path validation = Files.createDirectories(folder.resolve("validation"));
    for (int i = 0; i < 3; i++) {
      labelled(train, "lamp" + i, 60 + 20 * i);
    }
    labelled(validation, "lamp", 70);
    Path config =
        Files.writeString(
            folder.resolve("lamp.yaml"),
            """
            data: {train: %s/, validation: %s/, batch: 2}
            picture: {size: [8, 8]}
            clip: {length: 40}
            graph:
              look:   {layer: conv, filters: 4, kernel: 3, stride: 2, activation: relu, input: frames}
              flat:   {vertex: flatten, input: look}
              memory: {layer: lstm, size: 8, input: flat}
              output: {layer: softmax, input: memory}
            baselines: {frame-wise: false}
            train: {epochs: 40, updater: {adam: 0.02}, early-stop: {metric: accuracy, patience: 40}}
            threads: 1
            """
                .formatted(train, validation));
    return List.of(
        "video", "train", "-c", config.toString(), "--run-dir", run.toString(), "--no-ui");
  }
}
