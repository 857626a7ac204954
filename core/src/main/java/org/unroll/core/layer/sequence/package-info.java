/** Vertices over sequences: joined, repeated, reversed, flattened, pooled. */
package org.unroll.core.layer.sequence;
