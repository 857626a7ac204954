package org.unroll.datasets.toy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.unroll.core.UserError;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hints;
import org.unroll.core.app.RunConfig;
import org.unroll.core.app.RunSettings;
import org.unroll.core.data.Classes;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.EncodedRows;
import org.unroll.core.data.Labelled;
import org.unroll.core.data.Origin;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.labelled.ClassTask;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.Tables;
import org.unroll.datasets.table.UserTables;

/** A series of numbers to its class: the least that an app has to write. */
public final class ToyApp implements App<ToyApp.Config> {
  @Doc("Numbers to class.")
  record Config(@Inline RunSettings run, UserTables data) implements RunConfig {}

  record Numbers(String x) {
    double[] steps() {
      return Stream.of(x.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
  }

  record Row(Numbers input, String label, Origin origin) implements Labelled<Numbers> {}

  @Override
  public String name() {
    return "toy";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of a table", "toys.csv"),
        List.of(new Example("a row", "--in toys.csv")),
        "toys.csv");
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public GraphPorts ports() {
    return ports(Shape.UNKNOWN);
  }

  static GraphPorts ports(int classes) {
    return new GraphPorts(Map.of("x", new Shape.Sequence(1)), classes);
  }

  @Override
  public List<Metric> metrics() {
    return ToyTask.METRICS;
  }

  @Override
  public ToyTask open(Config config, DataAccess access) {
    Source<List<Row>> source = source(config, access);
    return new ToyTask(config, source, Classes.fit(source.read(Split.TRAIN), "rows"), access);
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    throw new UserError("it knows no files");
  }

  @Override
  public ToyTask restore(Config config, DataAccess access, Path fitted) {
    return new ToyTask(config, source(config, access), Classes.load(fitted), access);
  }

  private static Source<List<Row>> source(Config config, DataAccess access) {
    Sources<List<Row>> named = new Sources<>("rows", "rows", ".csv", access);
    return new LazySource<>(
        () -> config.data().open(named, f -> texts(config, f, access), r -> r.input().x()));
  }

  private static List<Row> texts(Config config, Path file, DataAccess access) {
    Tables.RowMaker<Row> row = (c, at) -> new Row(new Numbers(c.get(0)), c.get(1), at);
    return config.data().tables().read(file, List.of("x", "label"), row).reported(file, access);
  }

  static final class ToyTask extends ClassTask<Row, Numbers> {
    ToyTask(Config config, Source<List<Row>> source, Classes classes, DataAccess access) {
      super(source, f -> texts(config, f, access), classes, config.data().order(config.seed()));
    }

    @Override
    public GraphPorts ports() {
      return ToyApp.ports(classes().size());
    }

    @Override
    protected EncodedRows encode(List<Numbers> inputs) {
      return EncodedRows.sequences(inputs, Numbers::steps);
    }

    @Override
    public List<Numbers> read(Path file) {
      return examples(file).stream().map(Row::input).toList();
    }

    @Override
    public Class<Numbers> inputType() {
      return Numbers.class;
    }

    @Override
    public Numbers parse(String text) {
      return new Numbers(text);
    }
  }
}
