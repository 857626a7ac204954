package org.unroll.datasets.video;

import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_JPEG;
import static org.bytedeco.ffmpeg.global.avutil.AVCOL_RANGE_MPEG;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_BGR24;
import static org.bytedeco.ffmpeg.global.avutil.AV_PIX_FMT_GRAY8;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_unref;
import static org.bytedeco.ffmpeg.global.swscale.SWS_BILINEAR;
import static org.bytedeco.ffmpeg.global.swscale.sws_freeContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_getCoefficients;
import static org.bytedeco.ffmpeg.global.swscale.sws_getColorspaceDetails;
import static org.bytedeco.ffmpeg.global.swscale.sws_getContext;
import static org.bytedeco.ffmpeg.global.swscale.sws_scale;
import static org.bytedeco.ffmpeg.global.swscale.sws_setColorspaceDetails;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;

import java.util.function.Function;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.opencv_core.Mat;
import org.unroll.datasets.table.BadCell;

/**
 * Turns decoded frames upright, in grey or in blue, green and red, whatever size and colours each
 * of them has. One thread.
 */
final class FrameConversion implements AutoCloseable {
  private static final int ALIGNED = 64; // bytes that swscale may write at once
  private static final int UNCHANGED = 1 << 16; // contrast and saturation

  private final Turn turn;
  private final boolean grey;
  private final AVFrame seen = av_frame_alloc();
  private SwsContext scaler;
  private Form form;

  /** What the conversion depends on. */
  private record Form(int width, int height, int format, int space, int range) {
    static Form of(AVFrame frame) {
      return new Form(
          frame.width(), frame.height(), frame.format(), frame.colorspace(), frame.color_range());
    }
  }

  FrameConversion(boolean grey, Turn turn) {
    this.turn = turn;
    this.grey = grey;
  }

  /**
   * @param use what is made of the frame, which is gone afterwards
   * @throws BadCell if its colours are of a kind that is not read
   */
  @SuppressWarnings({"try", "unchecked"}) // it is not named again
  <T> T upright(AVFrame frame, Function<Mat, T> use) {
    try (PointerScope scope = new PointerScope()) {
      Form found = Form.of(frame);
      if (!found.equals(form)) {
        prepare(found);
      }
      int rows =
          sws_scale(
              scaler, frame.data(), frame.linesize(), 0, form.height, seen.data(), seen.linesize());
      if (rows < 0) {
        throw unread(form);
      }
      int type = grey ? CV_8UC1 : CV_8UC3;
      Mat whole = new Mat(form.height, form.width, type, seen.data(0), seen.linesize(0));
      return use.apply(turn.applied(whole));
    }
  }

  private void prepare(Form wanted) {
    release();
    int target = grey ? AV_PIX_FMT_GRAY8 : AV_PIX_FMT_BGR24;
    SwsContext made =
        sws_getContext(
            wanted.width,
            wanted.height,
            wanted.format,
            wanted.width,
            wanted.height,
            target,
            SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    if (made == null || made.isNull()) {
      throw unread(wanted);
    }
    scaler = made;
    form = wanted;
    setColours(wanted);
    seen.width(wanted.width).height(wanted.height).format(target);
    if (av_frame_get_buffer(seen, ALIGNED) < 0) {
      throw new BadCell("no memory for frames of %d × %d".formatted(wanted.width, wanted.height));
    }
  }

  private static BadCell unread(Form form) {
    return new BadCell(
        "frames of %d × %d in colours that are not read; convert it to H.264"
            .formatted(form.width, form.height));
  }

  /** As the frame says; if it does not, as its format has it, with the matrix of ITU-R BT.601. */
  private void setColours(Form wanted) {
    IntPointer full = new IntPointer(1);
    IntPointer other = new IntPointer(1);
    PointerPointer<IntPointer> tables = new PointerPointer<>(1);
    sws_getColorspaceDetails(scaler, tables, full, tables, other, other, other, other);
    boolean told = wanted.range == AVCOL_RANGE_JPEG || wanted.range == AVCOL_RANGE_MPEG;
    int range = told ? wanted.range == AVCOL_RANGE_JPEG ? 1 : 0 : full.get();
    IntPointer table = sws_getCoefficients(wanted.space);
    sws_setColorspaceDetails(scaler, table, range, table, 1, 0, UNCHANGED, UNCHANGED);
  }

  private void release() {
    sws_freeContext(scaler);
    scaler = null;
    form = null;
    av_frame_unref(seen);
  }

  @Override
  public void close() {
    release();
    av_frame_free(seen);
  }
}
