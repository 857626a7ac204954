/** A tool beside the apps: how fast the recurrent layers and the apps' trainings are. */
package org.unroll.apps.bench;
