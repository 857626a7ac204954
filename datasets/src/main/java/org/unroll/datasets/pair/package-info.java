/** Sentences with their translations: sources, batches, the word-for-word baseline. */
package org.unroll.datasets.pair;
