/** Search for word sequences, step by step: greedy, sampling, beam. Pure Java over a model. */
package org.unroll.core.decode;
