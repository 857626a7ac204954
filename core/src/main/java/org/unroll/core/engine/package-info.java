/** One training step: gradient, clipping, update; the backend and the threads it runs on. */
package org.unroll.core.engine;
