package org.unroll.core.metric;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.unroll.core.metric.Verdict.Says;

/**
 * Says whether a net is worth more than the simple models beside it. Compared by the metric that
 * the run watches and by the first of the table, if they have them; where the two disagree, by the
 * one that is less favourable to the net: a log-loss that beats an overconfident model does not
 * hide that the model is right more often.
 *
 * @param watched by the run
 * @param advice keys of the config that most often help, with a word on each
 * @param answering simple models that {@code predict --model} can ask
 */
public record Judge(Metric watched, List<String> advice, List<String> answering) {
  public Judge {
    advice = List.copyOf(advice);
    answering = List.copyOf(answering);
  }

  /** By the answers to the same examples, where they are kept. */
  public Optional<Verdict> of(Evaluation net, Map<String, Evaluation> simple) {
    Map<String, Map<String, Double>> scores = new LinkedHashMap<>();
    simple.forEach((name, each) -> scores.put(name, each.metrics()));
    return of(net.metrics(), scores, (metric, model) -> noise(net, simple.get(model), metric));
  }

  private static Optional<Noise> noise(Evaluation net, Evaluation simple, Metric metric) {
    Optional<double[]> of = net.answers().flatMap(each -> each.each(metric));
    Optional<double[]> other = simple.answers().flatMap(each -> each.each(metric));
    if (of.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    double[] differences = of.get().clone();
    for (int i = 0; i < differences.length; i++) {
      differences[i] -= other.get()[i];
    }
    return Noise.of(differences, "examples");
  }

  /**
   * @param net metric to value
   * @param simple models by name, metric to value
   * @param noise of the difference between the net and a model by a metric, if it was measured
   * @return empty if there is none to compare with
   */
  public Optional<Verdict> of(
      Map<String, Double> net,
      Map<String, Map<String, Double>> simple,
      BiFunction<Metric, String, Optional<Noise>> noise) {
    List<Metric> shared =
        net.keySet().stream()
            .flatMap(key -> Metric.of(key).stream())
            .filter(metric -> best(metric, simple).isPresent())
            .toList();
    return Stream.concat(
            shared.stream().filter(metric -> metric == watched), shared.stream().limit(1))
        .map(metric -> by(metric, net, simple, noise))
        .min(Comparator.comparing(Verdict::says)); // of equals the earlier
  }

  private static Optional<String> best(Metric metric, Map<String, Map<String, Double>> simple) {
    String best = null;
    double score = metric.worst();
    for (Map.Entry<String, Map<String, Double>> model : simple.entrySet()) {
      Double value = model.getValue().get(metric.key());
      if (value != null && metric.better(value, score)) {
        best = model.getKey();
        score = value;
      }
    }
    return Optional.ofNullable(best);
  }

  private Verdict by(
      Metric metric,
      Map<String, Double> scores,
      Map<String, Map<String, Double>> simple,
      BiFunction<Metric, String, Optional<Noise>> noise) {
    String model = best(metric, simple).orElseThrow();
    double net = scores.get(metric.key());
    double other = simple.get(model).get(metric.key());
    double difference = net - other;
    Noise chance = noise.apply(metric, model).orElse(Noise.ofThumb(other));
    Says says =
        Math.abs(difference) <= chance.most()
            ? Says.EVEN
            : metric.better(net, other) ? Says.BETTER : Says.WORSE;
    String finding = finding(says, model, new Compared(net, other, chance).numbers(metric));
    String advice = advice(says, model);
    String text = (finding + " " + advice).strip();
    return new Verdict(says, metric.key(), model, difference, chance.most(), text, advice);
  }

  private record Compared(double net, double simple, Noise noise) {
    /** Such as {@code mae 3.11 against 3.44; the noise is ± 0.05 (…)}. */
    String numbers(Metric metric) {
      int decimals = metric.scale().decimals(DoubleStream.of(net, simple).boxed().toList());
      return "%s %s against %s; a difference of %s, with a noise of %s (%s)"
          .formatted(
              metric.key(),
              Scale.text(net, decimals),
              Scale.text(simple, decimals),
              Scale.text(Math.abs(net - simple), decimals),
              Scale.text(noise.most(), decimals),
              noise.basis());
    }
  }

  private static String finding(Says says, String model, String numbers) {
    String sentence =
        switch (says) {
          case BETTER -> "This net is better than the best simple model, %s: %s.";
          case EVEN -> "This net is within the noise of the best simple model, %s: %s.";
          case WORSE -> "%s is better here than this net: %s.";
        };
    return sentence.formatted(model, numbers);
  }

  private String advice(Says says, String model) {
    String tried = String.join(" or ", advice) + ".";
    if (says == Says.BETTER) {
      return "";
    }
    return says == Says.WORSE && answering.contains(model)
        ? "Use it (predict --model %s), or try %s".formatted(model, tried)
        : "To get further, try " + tried;
  }
}
