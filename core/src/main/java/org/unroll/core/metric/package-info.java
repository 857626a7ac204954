/** Scores, in pure Java. Names and scales are those of {@code result.json} and of the YAML. */
package org.unroll.core.metric;
