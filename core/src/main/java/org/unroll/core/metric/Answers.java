package org.unroll.core.metric;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Optional;

/**
 * What a model answered beside what is true: enough to score the answers of several folds as one.
 * Written as JSON. Immutable, since nobody writes to its arrays.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = ClassAnswers.class, name = "classes"),
  @JsonSubTypes.Type(value = LabelSetAnswers.class, name = "label-sets"),
  @JsonSubTypes.Type(value = FrameClassAnswers.class, name = "frame-classes"),
  @JsonSubTypes.Type(value = FrameNumberAnswers.class, name = "frame-numbers"),
  @JsonSubTypes.Type(value = StreamAnswers.class, name = "stream")
})
public sealed interface Answers
    permits ClassAnswers, LabelSetAnswers, FrameClassAnswers, FrameNumberAnswers, StreamAnswers {
  /** Scores them. */
  Evaluation score();

  /**
   * What each example adds to a metric that is a mean over examples, in their order; empty of any
   * other.
   */
  default Optional<double[]> each(Metric metric) {
    return Optional.empty();
  }

  /**
   * These and others of the same kind.
   *
   * @throws IllegalArgumentException if they are of another kind
   */
  Answers and(Answers more);
}
