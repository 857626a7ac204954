/** Ridge regressions over windows, one for all or one for each kind of window. */
package org.unroll.datasets.ridge;
