/** A trained graph run step by step: what comes before is run once an example. */
package org.unroll.core.graph.step;
