/**
 * A linear model over words and pairs of words, which is fitted before a net. Start at {@link
 * org.unroll.datasets.ngrams.NgramFit}.
 */
package org.unroll.datasets.ngrams;
