package org.unroll.datasets.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.reader.impl.collection.CollectionSequenceRecordReader;
import org.datavec.api.split.CollectionInputSplit;
import org.datavec.api.writable.IntWritable;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.deeplearning4j.datasets.datavec.SequenceRecordReaderDataSetIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;
import org.unroll.core.data.DataAccess;

class RecordedFramesReaderIT {
  @TempDir private Path folder;

  private RecordedFramesReader reader;
  private FrameStore store;
  private List<URI> videos;

  @BeforeEach
  void encode() throws Exception {
    Path one = VideoFiles.numbered(folder.resolve("ä one.mp4"), "h264", 5);
    Path two = VideoFiles.numbered(folder.resolve("two.avi"), "mpeg4", 3);
    videos = List.of(one.toUri(), two.toUri());
    store =
        new FrameStore(
            folder.resolve("frames"),
            VideoFiles.settings("{size: [8, 16]}"),
            new DataAccess(true, notice -> {}));
    reader = new RecordedFramesReader(store);
    reader.initialize(new CollectionInputSplit(videos));
  }

  @Test
  void recordingsAreSequencesOfFrames() {
    byte[] pixels = new byte[3 * 8 * 16];
    store.open(folder.resolve("two.avi")).read(2, pixels);
    assertThat(reader.nextSequence().getSequenceLength()).isEqualTo(5);
    SequenceRecord second = reader.nextSequence();
    assertThat(second.getMetaData().getURI()).isEqualTo(videos.get(1));
    INDArray frame = ((NDArrayWritable) second.getTimeStep(2).get(0)).get();
    assertThat(frame.shape()).containsExactly(1, pixels.length);
    for (int i = 0; i < pixels.length; i++) {
      assertThat(frame.getInt(i)).isEqualTo(pixels[i] & 0xFF);
    }
    assertThat(reader.hasNext()).isFalse();
    assertThatThrownBy(reader::nextSequence).isInstanceOf(NoSuchElementException.class);
    reader.reset();
    assertThat(reader.sequenceRecord()).hasSize(5);
    assertThat(reader.loadSequenceFromMetaData(second.getMetaData()).getSequenceLength())
        .isEqualTo(3);
  }

  /** What a DataVec user does with it. */
  @Test
  void itFeedsTheIteratorsOfDl4j() {
    List<List<List<Writable>>> labels =
        List.of(
            List.of(label(0), label(0), label(1), label(1), label(1)),
            List.of(label(1), label(0), label(0)));
    DataSet batch =
        new SequenceRecordReaderDataSetIterator(
                reader,
                new CollectionSequenceRecordReader(labels),
                2,
                2,
                false,
                SequenceRecordReaderDataSetIterator.AlignmentMode.ALIGN_START)
            .next();
    assertThat(batch.getFeatures().shape()).containsExactly(2, 3 * 8 * 16, 5);
    assertThat(batch.getLabels().shape()).containsExactly(2, 2, 5);
    assertThat(batch.getFeaturesMaskArray().sumNumber().intValue()).isEqualTo(8);
    assertThat(batch.getFeatures().maxNumber().doubleValue()).isBetween(200.0, 255.0);
  }

  private static List<Writable> label(int name) {
    return List.of(new IntWritable(name));
  }
}
