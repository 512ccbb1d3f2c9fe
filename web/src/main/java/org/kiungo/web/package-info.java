/** The start of the jar: which command, or the server. */
package org.kiungo.web;
