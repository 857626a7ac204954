/** Batches and their order: length buckets, prefetch. */
package org.unroll.core.data;
