/** Small made-up tasks: how their examples are drawn, and what they are as arrays. */
package org.unroll.datasets.lab;
