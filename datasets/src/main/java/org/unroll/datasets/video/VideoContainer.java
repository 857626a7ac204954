package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avcodec.AVDISCARD_ALL;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_CORRUPT;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_stream_get_side_data;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entries_count;
import static org.bytedeco.ffmpeg.global.avformat.avformat_index_get_entry;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avformat.avio_size;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.AV_NOPTS_VALUE;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.javacpp.SizeTPointer;
import org.unroll.datasets.table.BadCell;

/** A video file, from which the coded frames of its pictures are read one by one. One thread. */
final class VideoContainer implements AutoCloseable {
  /** Others are playlists, which open further files, or formats that hardly anybody has. */
  private static final String FORMATS = "asf,avi,flv,gif,matroska,webm,mov,mpeg,mpegts,ogg";

  private static final double SLOWEST = 0.1; // frames a second
  private static final int MOST_FAULTS = 100; // in a row, until the rest is given up
  private static final int MATRIX_BYTES = 9 * Integer.BYTES;

  private final AVFormatContext context = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private AVStream stream;
  private boolean isStream; // of broadcasts, whose warnings are attached to other frames
  private long fileLength;
  private int packets;
  private int faults;
  private boolean cutOff;

  private VideoContainer() {}

  /**
   * @throws BadCell without the file's name, if it is no video that can be read
   */
  static VideoContainer open(Path file) {
    if (!Files.isRegularFile(file)) {
      throw new BadCell(OtherVideo.name(file));
    }
    FfmpegLibrary.load();
    VideoContainer container = new VideoContainer();
    try {
      container.start(file);
      return container;
    } catch (RuntimeException e) {
      container.close();
      throw e;
    }
  }

  @SuppressWarnings({"try", "unchecked"}) // it is not named again
  private void start(Path file) {
    try (PointerScope scope = new PointerScope()) {
      AVDictionary options = new AVDictionary(null);
      av_dict_set(options, "format_whitelist", FORMATS, 0);
      av_dict_set(options, "protocol_whitelist", "file", 0);
      BytePointer name = new BytePointer("file:" + file.toAbsolutePath(), StandardCharsets.UTF_8);
      int opened = avformat_open_input(context, name, null, options);
      av_dict_free(options);
      if (opened < 0) {
        throw new BadCell(OtherVideo.name(file));
      }
      requireSizes(); // before frames are decoded to learn what the file does not say
      if (avformat_find_stream_info(context, (PointerPointer<?>) null) < 0) {
        throw new BadCell("a damaged video; get it again");
      }
      requireSizes();
      if (context.nb_streams() == 0) {
        throw new BadCell(OtherVideo.name(file));
      }
      choose();
      isStream = context.iformat().name().getString().equals("mpegts");
      fileLength = avio_size(context.pb());
    }
  }

  private void requireSizes() {
    for (int i = 0; i < context.nb_streams(); i++) {
      VideoDecoder.requireSize(context.streams(i).codecpar());
    }
  }

  private void choose() {
    int best =
        av_find_best_stream(context, AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    if (best < 0) {
      throw new BadCell("has sound alone, no pictures");
    }
    stream = context.streams(best);
    if ((stream.disposition() & AV_DISPOSITION_ATTACHED_PIC) != 0) {
      throw new BadCell("has sound alone, and the picture of a cover");
    }
    for (int i = 0; i < context.nb_streams(); i++) {
      if (i != best) {
        context.streams(i).discard(AVDISCARD_ALL);
      }
    }
  }

  AVCodecParameters parameters() {
    return stream.codecpar();
  }

  /** How a frame is to be turned. */
  @SuppressWarnings({"try", "unchecked"})
  Turn turn() {
    try (PointerScope scope = new PointerScope()) {
      SizeTPointer size = new SizeTPointer(1);
      BytePointer data = av_stream_get_side_data(stream, AV_PKT_DATA_DISPLAYMATRIX, size);
      if (data == null || data.isNull() || size.get() < MATRIX_BYTES) {
        return Turn.NONE;
      }
      int[] matrix = new int[9];
      new IntPointer(data).get(matrix);
      return Turn.of(matrix);
    }
  }

  /** How many frames the file says it has; 0 if it does not. */
  long promised() {
    return Math.max(0, stream.nb_frames());
  }

  /** How long it is, sound included, in seconds; 0 if the file does not say. */
  double duration() {
    return context.duration() == AV_NOPTS_VALUE ? 0 : context.duration() / (double) AV_TIME_BASE;
  }

  /** Frames a second on average, as the file says; 0 if it does not, or nothing sensible. */
  double rate() {
    AVRational told = stream.avg_frame_rate();
    double rate = told.den() == 0 ? 0 : (double) told.num() / told.den();
    return rate >= SLOWEST && rate <= FrameSettings.FASTEST ? rate : 0;
  }

  /** A time of the file in seconds after its first frame; NaN if there is none. */
  double seconds(long stamp) {
    long start = stream.start_time() == AV_NOPTS_VALUE ? 0 : stream.start_time();
    return stamp == AV_NOPTS_VALUE ? Double.NaN : length(stamp - start);
  }

  /** In seconds. */
  double length(long units) {
    return (double) units * stream.time_base().num() / stream.time_base().den();
  }

  /** Reads on to the next coded frame. */
  boolean next() {
    for (int inARow = 0; inARow < MOST_FAULTS; ) {
      av_packet_unref(packet);
      int read = av_read_frame(context, packet);
      if (read == AVERROR_EOF) {
        return false;
      }
      if (read < 0) {
        faults++;
        inARow++;
      } else if (packet.stream_index() == stream.index()) {
        packets++;
        cutOff |= isCutOff(packet);
        return true;
      }
    }
    return false;
  }

  /** Whether a part of the coded frame is missing. */
  boolean isCutOff(AVPacket coded) {
    return !isStream && (coded.flags() & AV_PKT_FLAG_CORRUPT) != 0;
  }

  /** The coded frame, until the next is read. */
  AVPacket packet() {
    return packet;
  }

  /** How many coded frames were read. */
  int packets() {
    return packets;
  }

  /** Whether the file breaks off, or could not be read somewhere; known once it is read. */
  boolean isCutOff() {
    return cutOff || faults > 0 || indexEnd() > fileLength;
  }

  /** Where the last coded frame begins that the index names. */
  private long indexEnd() {
    int entries = avformat_index_get_entries_count(stream);
    return entries == 0 ? 0 : avformat_index_get_entry(stream, entries - 1).pos();
  }

  @Override
  public void close() {
    av_packet_free(packet);
    avformat_close_input(context);
  }
}
