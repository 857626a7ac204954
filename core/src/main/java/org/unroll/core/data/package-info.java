/** Batches and their order: length buckets, prefetch; the lines of texts. */
package org.unroll.core.data;
