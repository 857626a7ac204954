package org.unroll.datasets.image;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
import org.unroll.core.data.Encoded;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.layer.image.PictureSize;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Inline;
import org.unroll.datasets.labelled.ClassTask;
import org.unroll.datasets.table.BadCell;
import org.unroll.datasets.table.InMemorySource;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.table.Sources;
import org.unroll.datasets.table.UserTables;

/**
 * Pictures to their classes: the classic test of nets on real pictures. A graph reads {@code
 * picture}, or the {@code rows} of it as a sequence.
 */
public final class DigitsApp implements App<DigitsApp.Config> {
  @Doc("Pictures to class.")
  record Config(@Inline RunSettings run, UserTables data, PictureConfig picture)
      implements RunConfig {
    /** What the graph reads a picture as. */
    EncodedPictures.Form form() {
      boolean whole =
          graph().nodes().values().stream().anyMatch(node -> node.reads().contains(PICTURE));
      return whole ? EncodedPictures.Form.PICTURE : EncodedPictures.Form.ROWS;
    }
  }

  private static final String PICTURE = "picture";
  private static final String ROWS = "rows";

  @Override
  public String name() {
    return "digits";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of pictures", "digits/"),
        List.of(new Example("a picture", "digit.png")),
        "digits/");
  }

  @Override
  public Class<Config> configType() {
    return Config.class;
  }

  @Override
  public GraphPorts ports() {
    int unknown = Shape.UNKNOWN;
    return new GraphPorts(
        Map.of(
            PICTURE, new Shape.Picture(unknown, unknown, unknown),
            ROWS, new Shape.Sequence(unknown)),
        unknown);
  }

  @Override
  public List<Metric> metrics() {
    return DigitsTask.METRICS;
  }

  @Override
  public DigitsTask open(Config config, DataAccess access) {
    Source<List<LabelledPicture>> source = source(config, access);
    List<LabelledPicture> training = source.read(Split.TRAIN);
    PictureSize size = config.picture().pictureSize();
    PictureScale scale =
        config
            .picture()
            .scale()
            .fixed(size)
            .orElseGet(
                () ->
                    PictureScale.fit(
                        size, training.stream().map(picture -> picture.input().pixels()).toList()));
    return new DigitsTask(config, source, Classes.fit(training, "pictures"), scale, access);
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    throw new UserError("it knows no files");
  }

  @Override
  public DigitsTask restore(Config config, DataAccess access, Path fitted) {
    Source<List<LabelledPicture>> source = source(config, access);
    return new DigitsTask(config, source, Classes.load(fitted), PictureScale.load(fitted), access);
  }

  private static Source<List<LabelledPicture>> source(Config config, DataAccess access) {
    Sources<List<LabelledPicture>> named =
        new Sources<List<LabelledPicture>>("pictures", "pictures", "nothing", access)
            .catalogued("mnist", at -> InMemorySource.of(Mnist.splits(at.path()), at));
    return new LazySource<>(
        () ->
            config
                .data()
                .open(named, at -> folder(config, at, access), each -> each.input().key()));
  }

  private static List<LabelledPicture> folder(Config config, Path folder, DataAccess access) {
    PictureDecoder decoder = new PictureDecoder(config.picture());
    return new PictureFolders(decoder, config.data().tables())
        .read(folder)
        .reported(folder, access);
  }

  static final class DigitsTask extends ClassTask<LabelledPicture, Picture> {
    private final Config config;
    private final PictureScale scale;

    DigitsTask(
        Config config,
        Source<List<LabelledPicture>> source,
        Classes classes,
        PictureScale scale,
        DataAccess access) {
      super(
          source,
          folder -> folder(config, folder, access),
          classes,
          config.data().order(config.seed()));
      this.config = config;
      this.scale = scale;
    }

    @Override
    public GraphPorts ports() {
      PictureSize size = config.picture().pictureSize();
      Map<String, Shape> read =
          config.form() == EncodedPictures.Form.PICTURE
              ? Map.of(PICTURE, new Shape.Picture(size.channels(), size.height(), size.width()))
              : Map.of(ROWS, new Shape.Sequence(size.channels() * size.width()));
      return new GraphPorts(read, classes().size());
    }

    @Override
    protected Encoded encode(List<Picture> pictures) {
      return new EncodedPictures(
          new PictureArrays(config.picture().pictureSize(), scale),
          config.form(),
          pictures,
          new Augmentation(config.picture().augment(), config.seed()));
    }

    @Override
    protected String shown(Picture picture) {
      return "a picture";
    }

    @Override
    public List<Picture> read(Path file) {
      try {
        return List.of(new PictureDecoder(config.picture()).read(file));
      } catch (BadCell e) {
        throw new UserError(file + ": " + e.getMessage(), e);
      }
    }

    @Override
    public Class<Picture> inputType() {
      return Picture.class;
    }

    @Override
    public Picture parse(String file) {
      return read(Path.of(file)).get(0);
    }

    @Override
    public void save(Path folder) throws IOException {
      super.save(folder);
      scale.save(folder);
    }
  }
}
