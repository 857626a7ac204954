/** Scores of queries and keys, weights, weighted sums. */
package org.unroll.core.layer.attention;
