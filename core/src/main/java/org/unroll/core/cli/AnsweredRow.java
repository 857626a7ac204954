package org.unroll.core.cli;

import java.util.Map;
import java.util.Optional;
import org.unroll.core.app.Prediction;

/**
 * A row and what a net says of it; both are empty if the row could not be read.
 *
 * @param kept what is written beside it, by column
 */
public record AnsweredRow(
    Map<String, String> kept, Optional<?> input, Optional<? extends Prediction> answer) {}
