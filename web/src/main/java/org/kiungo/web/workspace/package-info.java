/** All data of one country, built-in and imported, and which of it feeds its plans. */
package org.kiungo.web.workspace;
