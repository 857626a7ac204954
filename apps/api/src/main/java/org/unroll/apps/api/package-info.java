/** Trained nets from Java: a class an app, each opened from the directory of a run. */
package org.unroll.apps.api;
