package org.unroll.datasets.table;

import java.io.DataInputStream;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.datavec.api.conf.Configuration;
import org.datavec.api.records.Record;
import org.datavec.api.records.metadata.RecordMetaData;
import org.datavec.api.records.metadata.RecordMetaDataLine;
import org.datavec.api.records.reader.BaseRecordReader;
import org.datavec.api.split.InputSplit;
import org.datavec.api.writable.Text;
import org.datavec.api.writable.Writable;
import org.unroll.core.data.Origin;

/**
 * A DataVec reader of one CSV, TSV, JSONL or TXT file: a record is the cells of a row as {@link
 * Text}, its metadata file and line. DataVec's own CSVRecordReader knows no line breaks in cells.
 * Rows that cannot be read are left out and kept in {@link #bad()}. Not thread-safe.
 */
public final class TableRecordReader extends BaseRecordReader {
  private final transient Opening opening;
  private transient RowSource source;
  private transient Optional<Row.Cells> ahead = Optional.empty();
  private final transient List<BadRow> bad = new ArrayList<>();
  private transient Configuration configuration = new Configuration();
  private transient Path file;
  private URI location;
  private List<String> columns = List.of();

  /** How the rows of the file are reached. */
  public interface Opening {
    RowSource open(Path file) throws IOException;
  }

  /** Of a table whose layout the ending of its name tells. */
  public TableRecordReader() {
    this(file -> TableFormat.of(file).open(file));
  }

  /** Of a file in another layout. */
  public TableRecordReader(Opening opening) {
    this.opening = opening;
  }

  @Override
  public void initialize(InputSplit split) throws IOException, InterruptedException {
    super.initialize(split);
    if (split.locations().length != 1) {
      throw new IllegalArgumentException("one file expected, not " + split.locations().length);
    }
    initialize(new File(split.locations()[0]).toPath()); // it may hold letters unescaped
  }

  /** Opens the file, past DataVec's splits, which cannot name every file. */
  public void initialize(Path file) {
    this.file = file;
    this.location = file.toUri();
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
    try {
      close();
      bad.clear();
      source = opening.open(file);
      columns = source.columns();
      advance();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
  }

  /** Names of the cells of a record. */
  public List<String> columns() {
    return columns;
  }

  /** What the user should know of how the file is read; mostly nothing. */
  public Optional<String> notice() {
    return source.notice();
  }

  /** The rows left out so far. */
  public List<BadRow> bad() {
    return List.copyOf(bad);
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent();
  }

  @Override
  public Record nextRecord() {
    Row.Cells row = ahead.orElseThrow(() -> new NoSuchElementException("no further row"));
    try {
      advance();
    } catch (IOException e) {
      throw PlainTextFile.unreadable(file, e);
    }
    List<Writable> cells = new ArrayList<>();
    for (String cell : row.cells()) {
      cells.add(new Text(cell));
    }
    int line = Math.toIntExact(row.line());
    return new org.datavec.api.records.impl.Record(
        cells, new RecordMetaDataLine(line, location, TableRecordReader.class));
  }

  @Override
  public List<Writable> next() {
    return nextRecord().getRecord();
  }

  private void advance() throws IOException {
    Optional<Row> row = source.next();
    while (row.isPresent() && row.get() instanceof Row.Broken broken) {
      bad.add(new BadRow(new Origin(file.toString(), broken.line()), broken.reason()));
      row = source.next();
    }
    ahead = row.map(cells -> (Row.Cells) cells);
  }

  @Override
  public Record loadFromMetaData(RecordMetaData metaData) throws IOException {
    return loadFromMetaData(List.of(metaData)).get(0);
  }

  @Override
  public List<Record> loadFromMetaData(List<RecordMetaData> wanted) throws IOException {
    List<Record> found = new ArrayList<>();
    reset();
    while (hasNext()) {
      Record row = nextRecord();
      if (wanted.contains(row.getMetaData())) {
        found.add(row);
      }
    }
    reset();
    return found;
  }

  @Override
  public List<Writable> record(URI uri, DataInputStream stream) {
    throw new UnsupportedOperationException("rows are read from a file, not from a stream");
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
  public void close() throws IOException {
    if (source != null) {
      source.close();
    }
  }
}
