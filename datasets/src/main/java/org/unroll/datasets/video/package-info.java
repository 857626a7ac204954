/** Frames: of videos and of folders of pictures, decoded and kept on disk, or numbers by frame. */
package org.unroll.datasets.video;
