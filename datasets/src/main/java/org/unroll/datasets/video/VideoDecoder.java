package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.AV_EF_CRCCHECK;
import static org.bytedeco.ffmpeg.avcodec.AVCodecContext.AV_EF_EXPLODE;
import static org.bytedeco.ffmpeg.avutil.AVFrame.AV_FRAME_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_AV1;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_NONE;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_PROP_INTRA_ONLY;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_descriptor_get;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_get_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;
import org.unroll.datasets.table.BadCell;

/**
 * Decodes the frames of a video in the order in which they are shown. Frames that are damaged, or
 * of which the decoder made up a part, are left out; those that build upon them are given as they
 * are. One thread.
 */
final class VideoDecoder implements AutoCloseable {
  /** 8192 × 4320, "8K". A decoder holds up to 16 frames at once. */
  private static final long MOST_PIXELS = 8192L * 4320;

  private static final int MOST_FAULTS = 100; // once the file has ended

  private final VideoContainer container;
  private final AVCodecContext codec;
  private final PriorityQueue<Long> lost = new PriorityQueue<>(); // their time stamps
  private final Set<Long> cutPlaces = new HashSet<>(); // in the file, of frames that are cut off
  private final List<Integer> skipped = new ArrayList<>();
  private int number = -1;
  private int faultsAtEnd;
  private boolean ended;

  /**
   * @param threads how many decode one video
   * @throws BadCell if its codec is not there
   */
  VideoDecoder(VideoContainer container, int threads) {
    this.container = container;
    AVCodecParameters parameters = container.parameters();
    AVCodec decoder = avcodec_find_decoder(parameters.codec_id());
    if (parameters.codec_id() == AV_CODEC_ID_NONE) {
      throw new BadCell("a damaged video: it does not say how it is coded");
    }
    if (decoder == null || decoder.isNull() || parameters.codec_id() == AV_CODEC_ID_AV1) {
      // FFmpeg's own AV1 needs a graphics card
      throw new BadCell("coded as %s, which is not read; convert it to H.264".formatted(name()));
    }
    codec = avcodec_alloc_context3(decoder);
    avcodec_parameters_to_context(codec, parameters);
    codec.thread_count(threads);
    codec.max_pixels(MOST_PIXELS);
    if (standsForItself(parameters.codec_id())) {
      codec.err_recognition(AV_EF_CRCCHECK | AV_EF_EXPLODE);
    }
    if (avcodec_open2(codec, decoder, (PointerPointer<?>) null) < 0) {
      close();
      throw new BadCell("a damaged video: its %s does not open".formatted(name()));
    }
  }

  /** Whether no frame builds upon another; these decoders keep quiet about damages otherwise. */
  private static boolean standsForItself(int id) {
    return (avcodec_descriptor_get(id).props() & AV_CODEC_PROP_INTRA_ONLY) != 0;
  }

  /**
   * @throws BadCell if frames of this size are not decoded
   */
  static void requireSize(AVCodecParameters parameters) {
    long width = parameters.width();
    long height = parameters.height();
    if (width * height > MOST_PIXELS) {
      throw new BadCell(
          "frames of %,d × %,d pixels: more than the %,d that are read; shrink it"
              .formatted(width, height, MOST_PIXELS));
    }
  }

  /** Of the codec. */
  String name() {
    return avcodec_get_name(container.parameters().codec_id()).getString();
  }

  /**
   * Decodes the next frame that is sound.
   *
   * @return whether there was one
   */
  boolean next(AVFrame into) {
    while (true) {
      int got = avcodec_receive_frame(codec, into);
      if (got == 0) {
        boolean damaged = isDamaged(into);
        count(damaged, into.best_effort_timestamp());
        if (!damaged) {
          return true;
        }
      } else if (got == AVERROR_EAGAIN()) {
        send();
      } else if (got == AVERROR_EOF || ended && ++faultsAtEnd > MOST_FAULTS) {
        countLost(Long.MAX_VALUE);
        return false;
      } else {
        lost.add(Long.MIN_VALUE);
      }
    }
  }

  private void send() {
    if (!container.next()) {
      ended = true;
      avcodec_send_packet(codec, null);
      return;
    }
    AVPacket packet = container.packet();
    if (container.isCutOff(packet)) {
      cutPlaces.add(packet.pos());
    }
    if (avcodec_send_packet(codec, packet) < 0) {
      lost.add(packet.pts());
    }
  }

  private boolean isDamaged(AVFrame frame) {
    boolean flagged = (frame.flags() & AV_FRAME_FLAG_CORRUPT) != 0;
    return flagged || frame.decode_error_flags() != 0 || cutPlaces.contains(frame.pkt_pos());
  }

  private void count(boolean damaged, long stamp) {
    countLost(stamp);
    number++;
    if (damaged) {
      skipped.add(number);
    }
  }

  /** Those that would have been shown before. */
  private void countLost(long stamp) {
    while (!lost.isEmpty() && lost.peek() < stamp) {
      lost.remove();
      skipped.add(++number);
    }
  }

  /** Numbers, among all frames so far, of those left out. */
  List<Integer> skipped() {
    return List.copyOf(skipped);
  }

  /** How many frames came so far, with those left out. */
  int seen() {
    return number + 1;
  }

  @Override
  public void close() {
    avcodec_free_context(codec);
  }
}
