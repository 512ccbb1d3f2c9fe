/**
 * The command line: one class a command, named after its verb. Commands never start Spring, except
 * {@code serve}. Standard output carries the answer (with {@code --json} exactly one object), logs
 * and progress go to standard error; exit codes are 0 done, 1 ran but the answer is no, 2 input or
 * usage refused, 3 a plan whose bound is not confirmed, 70 internal fault.
 */
package org.kiungo.web.cli;
