/** Long texts as streams: from files to numbered symbols, cut by position, batch after batch. */
package org.unroll.datasets.stream;
