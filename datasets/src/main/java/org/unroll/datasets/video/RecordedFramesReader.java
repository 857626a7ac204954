package org.unroll.datasets.video;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.RandomAccess;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.SequenceRecord;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataURI;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.records.reader.SequenceRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.NDArrayWritable;
import org.datavec.api.writable.Writable;
import org.unroll.core.layer.array.Floats;

/**
 * Recordings for DataVec, whose own reader of videos ended with beta7: a sequence is a video file
 * or a folder of pictures, a step of it one cell, the frame as a row {@code [1, channels · height ·
 * width]} from 0 to 255. A frame is read when it is asked for. The apps of this project do not use
 * it: they read clips straight from {@link CachedFrames}, as bytes. Not thread-safe.
 */
public final class RecordedFramesReader extends BaseRecordReader implements SequenceRecordReader {
  private final transient FrameStore store;
  private transient Configuration configuration = new Configuration();
  private List<URI> recordings = List.of();
  private int next;

  /**
   * @param store what decodes them and keeps their frames
   */
  public RecordedFramesReader(FrameStore store) {
    this.store = store;
  }

  @Override
  public void initialize(InputSplit split) throws IOException, InterruptedException {
    super.initialize(split);
    recordings = List.of(split.locations());
    reset();
  }

  @Override
  public void initialize(Configuration conf, InputSplit split)
      throws IOException, InterruptedException {
    setConf(conf);
    initialize(split);
  }

  @Override
  public void reset() {
    next = 0;
  }

  @Override
  public boolean hasNext() {
    return next < recordings.size();
  }

  @Override
  public SequenceRecord nextSequence() {
    if (!hasNext()) {
      throw new NoSuchElementException("no further recording");
    }
    return sequence(recordings.get(next++));
  }

  private SequenceRecord sequence(URI location) {
    Path recording = new File(location).toPath(); // it may hold letters unescaped
    List<List<Writable>> steps = new Steps(store.open(recording));
    RecordMetaData about = new RecordMetaDataURI(location, RecordedFramesReader.class);
    return new org.datavec.api.records.impl.SequenceRecord(steps, about);
  }

  /** Reads a frame whenever it is asked for. */
  private static final class Steps extends AbstractList<List<Writable>> implements RandomAccess {
    private final CachedFrames frames;

    Steps(CachedFrames frames) {
      this.frames = frames;
    }

    @Override
    public List<Writable> get(int index) {
      byte[] pixels = new byte[frames.size().length()];
      frames.read(index, pixels);
      float[] numbers = new float[pixels.length];
      for (int i = 0; i < pixels.length; i++) {
        numbers[i] = pixels[i] & 0xFF;
      }
      return List.of(new NDArrayWritable(Floats.array(numbers, 1, numbers.length)));
    }

    @Override
    public int size() {
      return frames.length();
    }
  }

  @Override
  public List<List<Writable>> sequenceRecord() {
    return nextSequence().getSequenceRecord();
  }

  @Override
  public SequenceRecord loadSequenceFromMetaData(RecordMetaData about) {
    return sequence(about.getURI());
  }

  @Override
  public List<SequenceRecord> loadSequenceFromMetaData(List<RecordMetaData> wanted) {
    List<SequenceRecord> found = new ArrayList<>();
    for (RecordMetaData about : wanted) {
      found.add(loadSequenceFromMetaData(about));
    }
    return found;
  }

  @Override
  public List<List<Writable>> sequenceRecord(URI uri, DataInputStream stream) {
    throw new UnsupportedOperationException("frames are read from files, not from a stream");
  }

  @Override
  public List<Writable> record(URI uri, DataInputStream stream) {
    throw sequencesAlone();
  }

  @Override
  public List<Writable> next() {
    throw sequencesAlone();
  }

  @Override
  public Record nextRecord() {
    throw sequencesAlone();
  }

  @Override
  public Record loadFromMetaData(RecordMetaData about) {
    throw sequencesAlone();
  }

  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> wanted) {
    throw sequencesAlone();
  }

  private static UnsupportedOperationException sequencesAlone() {
    return new UnsupportedOperationException("recordings are sequences: call nextSequence");
  }

  @Override
  public List<String> getLabels() {
    return List.of();
  }

  @Override
  public boolean resetSupported() {
    return true;
  }

  @Override
  public void setConf(Configuration conf) {
    this.configuration = conf;
  }

  @Override
  public Configuration getConf() {
    return configuration;
  }

  @Override
  public void close() {
    // nothing stays open
  }
}
