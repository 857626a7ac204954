package org.unroll.core.app;

/**
 * How a command is used, for its help.
 *
 * @param told what it does, as a comment
 * @param arguments as they are typed after the command
 */
public record Example(String told, String arguments) {}
