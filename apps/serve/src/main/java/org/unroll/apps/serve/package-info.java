/** Trained nets over HTTP. */
package org.unroll.apps.serve;
