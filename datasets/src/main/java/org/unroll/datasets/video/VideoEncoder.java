package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_QSCALE;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_SPC_SMPTE170M;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_YUV420P;
import static org.bytedeco.ffmpeg.global.avutil.FF_LAMBDA_SCALE;
import static org.bytedeco.ffmpeg.global.avutil.av_d2q;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_inv_q;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVOutputFormat;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Writes an MP4 file frame by frame, without sound: in H.264, or in MPEG-4 where H.264 cannot be,
 * as for an odd number of columns. Of the encoders of H.264 OpenH264 is the one that may be given
 * away with FFmpeg under the LGPL. JavaCV's {@code FFmpegFrameRecorder} is not asked for the
 * reasons that {@link FfmpegLibrary} has. One thread.
 */
final class VideoEncoder implements AutoCloseable {
  private static final List<String> ENCODERS = List.of("libopenh264", "mpeg4");
  private static final double BITS_A_PIXEL = 0.2;
  private static final long FEWEST_BITS = 400_000; // a second
  private static final long MOST_BITS = 50_000_000;
  private static final int QUALITY = 3 * FF_LAMBDA_SCALE * 118 / 128; // of MPEG-4, from 1 to 31
  private static final int MOST_UNITS = 65_535; // a second, in MPEG-4
  private static final int SECONDS_BETWEEN_KEYS = 2;
  private static final int MESSAGE = 128;

  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame coloured = av_frame_alloc();
  private final int width;
  private final int height;
  private final AVRational rate;
  private AVCodecContext codec;
  private AVStream stream;
  private AVIOContext file;
  private SwsContext scaler;
  private long frames;

  private VideoEncoder(int width, int height, double rate) {
    this.width = width;
    this.height = height;
    this.rate = av_d2q(rate, MOST_UNITS);
  }

  /**
   * @param rate frames a second
   * @throws IOException if it cannot be written
   */
  static VideoEncoder create(Path file, int width, int height, double rate) throws IOException {
    FfmpegLibrary.load();
    VideoEncoder encoder = new VideoEncoder(width, height, rate);
    try {
      encoder.start(file);
      return encoder;
    } catch (IOException | RuntimeException e) {
      encoder.close();
      throw e;
    }
  }

  private void start(Path path) throws IOException {
    check(avformat_alloc_output_context2(format, (AVOutputFormat) null, "mp4", null));
    openCodec();
    stream = avformat_new_stream(format, null);
    check(avcodec_parameters_from_context(stream.codecpar(), codec));
    stream.time_base(codec.time_base());
    stream.avg_frame_rate(rate);
    try (BytePointer name =
        new BytePointer("file:" + path.toAbsolutePath(), StandardCharsets.UTF_8)) {
      file = new AVIOContext(null);
      check(avio_open(file, name, AVIO_FLAG_WRITE));
    }
    format.pb(file);
    check(avformat_write_header(format, (AVDictionary) null));
    coloured.width(width).height(height).format(AV_PIX_FMT_YUV420P);
    check(av_frame_get_buffer(coloured, 0));
    scaler =
        sws_getContext(
            width,
            height,
            AV_PIX_FMT_BGR24,
            width,
            height,
            AV_PIX_FMT_YUV420P,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
  }

  private void openCodec() throws IOException {
    for (String name : ENCODERS) {
      AVCodec encoder = avcodec_find_encoder_by_name(name);
      boolean odd = width % 2 != 0 || height % 2 != 0;
      if (encoder == null || encoder.isNull() || odd && name.equals(ENCODERS.get(0))) {
        continue;
      }
      codec = avcodec_alloc_context3(encoder);
      configure();
      if (avcodec_open2(codec, encoder, (PointerPointer<?>) null) >= 0) {
        return;
      }
      avcodec_free_context(codec);
    }
    throw new IOException("no encoder for frames of %d × %d".formatted(width, height));
  }

  private void configure() {
    double bits = BITS_A_PIXEL * width * height * rate.num() / rate.den();
    codec.width(width);
    codec.height(height);
    codec.pix_fmt(AV_PIX_FMT_YUV420P);
    codec.colorspace(AVCOL_SPC_SMPTE170M); // what swscale makes if nothing is said
    codec.color_range(AVCOL_RANGE_MPEG);
    codec.time_base(av_inv_q(rate));
    codec.framerate(rate);
    codec.gop_size(Math.max(1, SECONDS_BETWEEN_KEYS * rate.num() / rate.den()));
    codec.bit_rate((long) Math.max(FEWEST_BITS, Math.min(MOST_BITS, bits)));
    codec.global_quality(QUALITY);
    codec.flags(codec.flags() | AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_QSCALE);
  }

  /**
   * Writes the next frame.
   *
   * @param pixels blue, green and red of each, row by row
   */
  void write(BytePointer pixels) throws IOException {
    check(av_frame_make_writable(coloured));
    try (PointerPointer<BytePointer> planes = new PointerPointer<>(4);
        org.bytedeco.javacpp.IntPointer strides = new org.bytedeco.javacpp.IntPointer(4L)) {
      planes.put(0, pixels);
      strides.put(0, 3 * width);
      check(sws_scale(scaler, planes, strides, 0, height, coloured.data(), coloured.linesize()));
    }
    coloured.pts(frames++);
    check(avcodec_send_frame(codec, coloured));
    writePackets();
  }

  /** All frames are written. */
  void finish() throws IOException {
    check(avcodec_send_frame(codec, null));
    writePackets();
    check(av_write_trailer(format));
    check(avio_closep(file));
  }

  private void writePackets() throws IOException {
    for (int got = avcodec_receive_packet(codec, packet);
        got != AVERROR_EAGAIN() && got != AVERROR_EOF;
        got = avcodec_receive_packet(codec, packet)) {
      check(got);
      packet.duration(1);
      av_packet_rescale_ts(packet, codec.time_base(), stream.time_base());
      packet.stream_index(stream.index());
      check(av_interleaved_write_frame(format, packet));
    }
  }

  private static void check(int result) throws IOException {
    if (result < 0) {
      byte[] text = new byte[MESSAGE];
      av_strerror(result, text, MESSAGE);
      throw new IOException(new String(text, StandardCharsets.UTF_8).split("\0", 2)[0]);
    }
  }

  @Override
  public void close() {
    sws_freeContext(scaler);
    avcodec_free_context(codec);
    av_packet_free(packet);
    av_frame_free(coloured);
    if (file != null && !file.isNull()) {
      avio_closep(file);
    }
    avformat_free_context(format);
  }
}
