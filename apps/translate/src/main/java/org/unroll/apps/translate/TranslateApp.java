package org.unroll.apps.translate;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.app.App;
import org.unroll.core.app.Draft;
import org.unroll.core.app.Example;
import org.unroll.core.app.Examples;
import org.unroll.core.app.Hint;
import org.unroll.core.app.Hints;
import org.unroll.core.data.DataAccess;
import org.unroll.core.data.Split;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Shape;
import org.unroll.core.metric.Metric;
import org.unroll.datasets.pair.PairSources;
import org.unroll.datasets.table.LazySource;
import org.unroll.datasets.table.PartSummary;
import org.unroll.datasets.table.Source;
import org.unroll.datasets.text.SentenceForm;
import org.unroll.datasets.text.SentencePair;

/**
 * Sentence to sentence: the input {@code source} is the sentence, {@code target} its translation
 * one word late, one softmax head per step of the target.
 */
public final class TranslateApp implements App<TranslateConfig> {
  static final String SOURCE = "source";
  static final String TARGET = "target";

  @Override
  public String name() {
    return "translate";
  }

  @Override
  public Examples examples() {
    return new Examples(
        new Example("of files whose lines translate each other", "train.de train.en val.de val.en"),
        List.of(
            new Example("a sentence", "\"does the man see a red car ?\""),
            new Example(
                "three answers, and where the net looked",
                "\"she reads .\" --n-best 3 --attention where.html")),
        "pairs.tsv");
  }

  @Override
  public Class<TranslateConfig> configType() {
    return TranslateConfig.class;
  }

  @Override
  public GraphPorts ports() {
    return ports(Shape.UNKNOWN, Shape.UNKNOWN);
  }

  /** Sizes are those of the vocabularies. */
  static GraphPorts ports(int source, int target) {
    Map<String, Shape> inputs = new LinkedHashMap<>(); // in the order of the batches
    inputs.put(SOURCE, new Shape.Tokens(source));
    inputs.put(TARGET, new Shape.Tokens(target));
    return new GraphPorts(inputs, target);
  }

  @Override
  public Set<String> predictOptions() {
    return Set.of("--n-best", "--detokenise", "--attention", "--spark");
  }

  @Override
  public List<Metric> metrics() {
    return List.of(Metric.BLEU, Metric.SACREBLEU, Metric.CHRF, Metric.PERPLEXITY);
  }

  @Override
  public Optional<String> stepInput() {
    return Optional.of(TARGET);
  }

  @Override
  public TranslateTask open(TranslateConfig config, DataAccess access) {
    Source<List<SentencePair>> source = source(config, access);
    List<SentencePair> training = source.read(Split.TRAIN);
    FewPairs.told(training.size()).ifPresent(access.notices());
    Languages languages = Languages.fit(config, training, access.progress());
    source.read(Split.VALIDATION); // a fault in it should not wait for the first epoch's end
    return new TranslateTask(config, source, languages, access);
  }

  @Override
  public List<String> inspect(TranslateConfig config, DataAccess access) {
    Source<List<SentencePair>> source = source(config, access);
    List<String> found =
        new ArrayList<>(
            PartSummary.of(
                source,
                config.data(),
                pairs -> String.format(Locale.ROOT, "%,d sentence pairs", pairs.size())));
    FewPairs.told(source.read(Split.TRAIN).size()).ifPresent(found::add);
    return found;
  }

  @Override
  public List<Hint> hints() {
    return PairDraft.HINTS;
  }

  @Override
  public Draft draft(List<String> files, Hints hints, DataAccess access) {
    return PairDraft.of(files, hints);
  }

  @Override
  public TranslateTask restore(TranslateConfig config, DataAccess access, Path fitted) {
    return new TranslateTask(
        config, source(config, access), Languages.load(fitted, config), access);
  }

  private static Source<List<SentencePair>> source(TranslateConfig config, DataAccess access) {
    SentenceForm form = config.text().form();
    return new LazySource<>(
        () ->
            new PairSources(config.data(), access)
                .cleaned()
                .map((split, pairs) -> TranslateTask.formed(form, false, pairs)));
  }
}
