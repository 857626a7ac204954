package org.unroll.apps.caption;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.unroll.core.app.AskedRow;
import org.unroll.core.app.FirstStage;
import org.unroll.core.app.Net;
import org.unroll.core.app.Predictor;
import org.unroll.core.app.Sample;
import org.unroll.core.app.Task;
import org.unroll.core.data.Batches;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.data.Spread;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.metric.CaptionWords;
import org.unroll.core.metric.ConstantCaption;
import org.unroll.core.metric.Evaluation;
import org.unroll.core.metric.Table;
import org.unroll.datasets.caption.CaptionBatches;
import org.unroll.datasets.caption.CaptionedPicture;
import org.unroll.datasets.caption.PictureToCaption;
import org.unroll.datasets.image.Augmentation;
import org.unroll.datasets.table.PartFacts;

/**
 * Captioned pictures and what was fitted on them, ready to train and to score graphs. Not
 * thread-safe.
 */
final class CaptionTask implements Task<CaptionInput, PictureCaption> {
  /** Validation pictures shown epoch by epoch. */
  private static final int SAMPLES = 12;

  /** Validation pictures described after an epoch; all take longer than some epochs. */
  private static final int DESCRIBED = 300;

  /** What stands between the captions of a picture, in a table. */
  static final String BETWEEN = " | ";

  private final CaptionConfig config;
  private final CaptionedData data;
  private final FittedCaptions fitted;
  private final DataAccess access;
  private final Seeing seeing;
  private final Optional<FirstStage> stage; // of a net that is to be trained
  private final Map<Split, List<CaptionedPicture>> seen = new EnumMap<>(Split.class);
  private Batches training; // made when first asked for
  private CaptionScorer validation; // likewise, for every epoch
  private Optional<String> constant = Optional.empty(); // likewise

  CaptionTask(
      CaptionConfig config,
      CaptionedData data,
      FittedCaptions fitted,
      Seeing seeing,
      DataAccess access) {
    this.config = config;
    this.data = data;
    this.fitted = fitted;
    this.seeing = seeing;
    this.access = access;
    this.stage =
        fitted.encoder().map(graph -> new EncoderStage(config, graph, fitted, data, seeing));
  }

  @Override
  public GraphPorts ports() {
    return fitted.ports();
  }

  @Override
  public Optional<FirstStage> firstStage() {
    return stage;
  }

  @Override
  public Batches training() {
    if (training == null) {
      training =
          CaptionBatches.of(
              fitted.reader().captions(seen(Split.TRAIN), access.notices()),
              config.data().order(config.seed()),
              new Augmentation(config.picture().augment(), config.seed()));
    }
    return training;
  }

  /** As the captioner reads them. */
  private List<CaptionedPicture> seen(Split split) {
    return seen.computeIfAbsent(split, part -> seeing.captioned(data.of(part)));
  }

  /**
   * @param training captions that the net may have learnt by heart
   */
  private CaptionScorer scorer(List<CaptionedPicture> pictures, List<String> training) {
    return CaptionScorer.of(data, fitted, pictures, training, config.seed());
  }

  @Override
  public Evaluation evaluate(Net net, Split split) {
    List<CaptionedPicture> all = seen(split);
    return scorer(all, data.trainingCaptions()).evaluate(net, all, config.decode());
  }

  /** Greedily, on some pictures. */
  @Override
  public Evaluation validate(Net net) {
    List<CaptionedPicture> all = seen(Split.VALIDATION);
    if (validation == null) {
      validation = scorer(Spread.of(all, DESCRIBED), data.trainingCaptions());
    }
    return validation.evaluate(net, all, config.decode().greedy());
  }

  @Override
  public Evaluation evaluate(Net net, Path file) {
    List<CaptionedPicture> all = seeing.captioned(data.captioned(file));
    return scorer(all, List.of()).evaluate(net, all, config.decode());
  }

  /** The best one caption for all, which sees no picture. */
  @Override
  public Map<String, Evaluation> baselines(Split split) {
    if (constant.isEmpty()) {
      List<List<String>> captions =
          data.of(Split.TRAIN).stream().map(CaptionedPicture::captions).toList();
      constant = Optional.of(ConstantCaption.best(captions).caption());
    }
    List<CaptionedPicture> pictures = data.of(split);
    List<String> same = Collections.nCopies(pictures.size(), constant.get());
    return Map.of("constant", scorer(pictures, List.of()).scored(same));
  }

  @Override
  public List<Sample> samples(Net net, int epoch) {
    List<CaptionedPicture> shown = Spread.of(data.of(Split.VALIDATION), SAMPLES);
    List<CaptionedPicture> read = Spread.of(seen(Split.VALIDATION), SAMPLES);
    return new CaptionSamples(data, fitted, config.decode().greedy(), config.seed())
        .of(net, shown, read, epoch);
  }

  @Override
  public Predictor<CaptionInput, PictureCaption> predictor(Net net) {
    CaptionWriter writer = new CaptionWriter(net, fitted, config.decode(), config.seed());
    return new PictureCaptioner(net, writer, seeing, data::picture, config.decode().nBest());
  }

  @Override
  public Class<CaptionInput> inputType() {
    return CaptionInput.class;
  }

  @Override
  public Class<PictureCaption> outputType() {
    return PictureCaption.class;
  }

  @Override
  public CaptionInput parse(String text) {
    data.picture(text); // what is none should not wait for its turn
    return new CaptionInput(text);
  }

  @Override
  public List<CaptionInput> inputs(String argument) {
    return inputs(data.typed(argument));
  }

  @Override
  public String wholePicture(CaptionInput input) {
    return data.picture(input.image()).whole().get();
  }

  @Override
  public List<CaptionInput> read(Path file) {
    return inputs(data.pictures(file));
  }

  /** Features computed elsewhere stand under names that nobody can send. */
  @Override
  public Set<String> sentFiles() {
    return config.data().features().isPresent()
        ? Set.of()
        : Set.of("png", "jpg", "jpeg", "gif", "bmp", "webp");
  }

  @Override
  public List<AskedRow<CaptionInput>> rows(Split split) {
    List<AskedRow<CaptionInput>> rows = new ArrayList<>();
    for (CaptionedPicture each : data.asked(split)) {
      Map<String, String> cells = new LinkedHashMap<>();
      cells.put("image", each.name());
      cells.put("references", String.join(BETWEEN, each.captions()));
      rows.add(new AskedRow<>(Optional.of(new CaptionInput(each.name())), cells));
    }
    return rows;
  }

  private static List<CaptionInput> inputs(List<PictureToCaption> pictures) {
    return pictures.stream().map(PictureToCaption::name).map(CaptionInput::new).toList();
  }

  @Override
  public List<Table> facts(List<Split> splits) {
    Map<String, Function<Split, int[]>> lengths = new LinkedHashMap<>();
    lengths.put("captions a picture", split -> captions(split).mapToInt(List::size).toArray());
    lengths.put(
        "words a caption",
        split ->
            captions(split)
                .flatMap(List::stream)
                .mapToInt(caption -> CaptionWords.of(caption).size())
                .toArray());
    return List.of(PartFacts.sizes(splits, "pictures", split -> data.of(split).size(), lengths));
  }

  private Stream<List<String>> captions(Split split) {
    return data.of(split).stream().map(CaptionedPicture::captions);
  }

  @Override
  public void require(Split split) {
    data.require(split);
  }

  @Override
  public Map<String, String> digests() {
    return data.digests();
  }

  @Override
  public void save(Path folder) throws IOException {
    fitted.save(folder);
    seeing.save(folder);
  }
}
