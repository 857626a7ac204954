package org.unroll.datasets.recording;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.unroll.core.data.Origin;
import org.unroll.datasets.table.Cells;
import org.unroll.datasets.table.ColumnNames;
import org.unroll.datasets.table.HeaderlessRows;
import org.unroll.datasets.table.PlainTextFile;
import org.unroll.datasets.table.TableRecordReader;

/**
 * A drive in Udacity's simulator, as the owner of github.com/rslim087a/track recorded it: the
 * pictures of the middle camera, 14 a second, and the steering angle from −1 to 1.
 *
 * @param folder with {@code driving_log.csv}, which has no header and paths of the recorder's own
 *     machine, and {@code IMG/}
 */
record UdacitySim(Path folder, FrameFiles files) {
  private static final List<String> COLUMNS =
      List.of("center", "left", "right", "steering", "throttle", "brake", "speed");

  /** The stamps in the names of the pictures are 71 ms apart. */
  private static final double RATE = 14;

  private record Moment(Path picture, double[] targets) {}

  /** With the steering angle, or the config's targets. */
  Recording read() {
    Path log = folder.resolve("driving_log.csv");
    List<String> named = files.data().columns().targets();
    List<String> targets = named.isEmpty() ? List.of("steering") : named;
    List<Integer> places =
        targets.stream().map(name -> ColumnNames.find(name, COLUMNS, log.toString())).toList();
    TableRecordReader reader =
        new TableRecordReader(at -> new HeaderlessRows(PlainTextFile.lines(at), ",", COLUMNS));
    List<Moment> drive =
        files.rows(log, reader, header -> (cells, at) -> moment(cells, places, at));
    double[][] rows = drive.stream().map(Moment::targets).toArray(double[][]::new);
    return new Recording(
        "track",
        Map.of(),
        files.pictures().pictures(drive.stream().map(Moment::picture).toList()),
        Optional.of(new FrameLabels.OfNumbers(targets, rows)),
        RATE,
        Origin.file(log));
  }

  private Moment moment(List<String> cells, List<Integer> places, Origin at) {
    String windows = cells.get(0);
    String picture = windows.substring(windows.lastIndexOf('\\') + 1).strip();
    double[] targets = new double[places.size()];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = Cells.number(cells.get(places.get(i)), COLUMNS.get(places.get(i)));
    }
    return new Moment(NamedPlace.require(folder.resolve("IMG"), picture, at), targets);
  }
}
