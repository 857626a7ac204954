package org.unroll.core.app;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Map;

/**
 * What the net says about one fixed validation example after one epoch: a line of {@code
 * samples.jsonl}, a row of the {@code Samples} page and of the report. Further kinds (series,
 * frames, pairs, pictures) come with their apps.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes(@JsonSubTypes.Type(value = Sample.Text.class, name = "text"))
public sealed interface Sample {
  /** Epoch from 1. */
  int epoch();

  /** Which of the fixed examples, from 0. */
  int example();

  /**
   * A classified text.
   *
   * @param truth the labelled class
   * @param predicted the class with the highest probability
   * @param probabilities class to probability
   */
  record Text(
      int epoch,
      int example,
      String text,
      String truth,
      String predicted,
      Map<String, Double> probabilities)
      implements Sample {}
}
