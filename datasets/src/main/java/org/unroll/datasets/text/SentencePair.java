package org.unroll.datasets.text;

import org.unroll.core.data.Origin;

/**
 * A sentence and its translation, as read, neither of them blank.
 *
 * @param origin where they were read
 */
public record SentencePair(String source, String target, Origin origin) {}
