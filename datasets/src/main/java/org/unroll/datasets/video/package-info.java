/** Recordings: videos, folders of frames and tables of features, with a label for each frame. */
package org.unroll.datasets.video;
