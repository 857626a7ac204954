/** The training loop: steps, epochs, early stopping, checkpoints. Start at {@link Trainer}. */
package org.unroll.core.train;
