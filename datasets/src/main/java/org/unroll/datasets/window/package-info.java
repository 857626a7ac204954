/** Windows cut from series, their scaling, their arrays. */
package org.unroll.datasets.window;
