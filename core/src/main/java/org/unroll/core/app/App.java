package org.unroll.core.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.unroll.core.data.DataAccess;
import org.unroll.core.graph.GraphCheck;
import org.unroll.core.graph.StepCheck;
import org.unroll.core.graph.node.GraphPorts;
import org.unroll.core.graph.node.Head;
import org.unroll.core.graph.node.Softmax;
import org.unroll.core.metric.Judge;
import org.unroll.core.metric.Metric;
import org.unroll.core.yaml.Doc;
import org.unroll.core.yaml.Problems;

/**
 * One task of the suite: what its config looks like and how its data becomes a {@link Task}. Found
 * by {@code ServiceLoader}; stateless.
 *
 * @param <C> the config, a record
 */
public interface App<C extends Record & RunConfig> {
  /** The first word on the command line: {@code sentiment}. */
  String name();

  /** One line for the help text: what the config says of itself. */
  default String summary() {
    return configType().getAnnotation(Doc.class).value();
  }

  Class<C> configType();

  /** The graph's inputs with unknown sizes, to check a config before any data is read. */
  GraphPorts ports();

  /** The same of a config, where they hang on it. */
  default GraphPorts ports(C config) {
    return ports();
  }

  /** What the net of a config must be. */
  default NetCheck netCheck(C config) {
    return new NetCheck("", name(), heads(), metrics(), canRefit());
  }

  /** The kinds of head whose output its tasks read. */
  default List<Class<? extends Head>> heads() {
    return List.of(Softmax.class);
  }

  /** Those an evaluation gives that have a better side, for {@code early-stop}. */
  List<Metric> metrics();

  /**
   * Reads the training and validation splits and fits the pipeline on the training split.
   *
   * @throws org.unroll.core.UserError if the data cannot be used
   */
  Task<?, ?> open(C config, DataAccess access);

  /**
   * Opens the training and validation data, and what there is of the test data to see without
   * reading it: files, columns, stamps and classes.
   *
   * @return what was found, in a few lines
   * @throws org.unroll.core.UserError if the data cannot be used
   */
  default List<String> inspect(C config, DataAccess access) {
    open(config, access);
    return List.of();
  }

  /**
   * What else to say of mistakes in the app's defaults with settings laid over them; mostly
   * nothing.
   *
   * @param settings {@code key=value}
   */
  default Optional<String> remedy(List<String> settings) {
    return Optional.empty();
  }

  /** Whether {@link #draft} needs files. */
  default boolean readsFiles() {
    return true;
  }

  /** What {@code init} may be told of files, as options. */
  default List<Hint> hints() {
    return List.of();
  }

  /**
   * Looks at files of the user's and drafts a config that trains on them.
   *
   * @param files files, folders, or patterns of names
   * @throws org.unroll.core.UserError if nothing can be learnt from them
   */
  Draft draft(List<String> files, Hints hints, DataAccess access);

  /**
   * A task whose pipeline was fitted before; reads no data until it is asked to.
   *
   * @param fitted the folder {@link Task#save} wrote
   */
  Task<?, ?> restore(C config, DataAccess access, Path fitted);

  /** How its commands are used, for their help. */
  Examples examples();

  /** What its nets are asked with. */
  default Question question() {
    return Question.TEXT;
  }

  /** Those of its tasks' simple models that can answer in place of the net, by name. */
  default List<String> models(C config) {
    return List.of();
  }

  /**
   * Options of {@code predict} that it can use and not every app can: {@code --model}, {@code
   * --n-best}, {@code --detokenise}, {@code --attention}, {@code --html}, {@code --segments},
   * {@code --render}, {@code --spark}.
   */
  default Set<String> predictOptions() {
    return Set.of();
  }

  /** Keys of the config that most often make a net better, the best first, with a word on each. */
  default List<String> advice(C config) {
    return List.of("more of train.epochs", "another rate in train.updater");
  }

  /** Says whether a net is worth more than the simple models beside it. */
  default Judge judge(C config) {
    return new Judge(config.train().earlyStop().watched(), advice(config), models(config));
  }

  /** Whether its tasks give training and validation data together, for {@code train.refit}. */
  default boolean canRefit() {
    return false;
  }

  /** The graph input that is known step by step when a net answers, such as the words it wrote. */
  default Optional<String> stepInput() {
    return Optional.empty();
  }

  /** All mistakes that can be seen without data. */
  default void check(C config, Problems problems) {
    netCheck(config).check(config.graph(), ports(config), config.train(), problems);
    stepInput().ifPresent(input -> StepCheck.check(config.graph(), input, "graph", problems));
    if (!config.app().equals(name())) {
      problems.add("app", "this file is for '" + config.app() + "', not for '" + name() + "'");
    }
  }

  /** Files that a training needs and an answer does not: they may be gone by then. */
  default void checkFiles(C config, Problems problems) {
    GraphCheck.checkFiles(config.graph(), "graph", problems);
  }
}
