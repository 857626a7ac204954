/** From recordings to batches: clips to train on, windows to score whole recordings by. */
package org.unroll.datasets.clip;
