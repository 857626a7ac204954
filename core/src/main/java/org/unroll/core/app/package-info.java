/** What an app of the suite is: its config, its task, its predictor, its samples. */
package org.unroll.core.app;
